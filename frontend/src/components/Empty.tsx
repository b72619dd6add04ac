import type { ReactNode } from "react";
import classes from "./Empty.module.css";

/** Where nothing is yet: what would stand here, and how it comes to be. */
export function Empty({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <div className={classes.empty}>
      <p className={classes.title}>{title}</p>
      {children && <div className="soft">{children}</div>}
    </div>
  );
}
