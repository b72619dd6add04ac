import type { ReactNode } from "react";
import classes from "./Tag.module.css";

/** A word in the colour of its meaning: pine is well, sun waits, care needs somebody. */
export function Tag({
  tone = "none",
  children,
}: {
  tone?: "pine" | "sun" | "care" | "none";
  children: ReactNode;
}) {
  return (
    <span className={classes.tag} data-tone={tone}>
      {children}
    </span>
  );
}
