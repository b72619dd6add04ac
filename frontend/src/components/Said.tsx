import { useEffect, useRef } from "react";
import classes from "./Said.module.css";

const CLOSING_MS = 500;

/** What has just been done, for eyes and ears. */
export function Said({ children }: { children: string }) {
  const said = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (children === "") return;
    // The row that was in hand may be gone: whoever works by keyboard goes on from here.
    const timer = setTimeout(() => {
      if (document.activeElement === document.body) said.current?.focus();
    }, CLOSING_MS);
    return () => clearTimeout(timer);
  }, [children]);
  return (
    <div ref={said} className={classes.said} role="status" tabIndex={-1}>
      {children}
    </div>
  );
}
