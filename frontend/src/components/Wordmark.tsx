import classes from "./Wordmark.module.css";

/** A small circle of seats, and the name. */
export function Wordmark() {
  return (
    <div className={classes.mark}>
      <svg viewBox="0 0 32 32" width="32" height="32" aria-hidden="true">
        <circle cx="16" cy="16" r="9.5" className={classes.line} />
        <circle cx="16" cy="6" r="4.2" className={classes.seat} />
        <circle cx="25.5" cy="13" r="3.6" className={classes.seat} />
        <circle cx="22" cy="24.2" r="3.6" className={classes.seat} />
        <circle cx="10" cy="24.2" r="3.6" className={classes.seat} />
        <circle cx="6.5" cy="13" r="3.6" className={classes.seat} />
      </svg>
      <span>vgroup</span>
    </div>
  );
}
