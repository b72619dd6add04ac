import classes from "./Today.module.css";

/** A seat of the circle as a tick: filled when done, dashed while due, plain where it is free. */
export function Tick({ state }: { state: "done" | "due" | "open" }) {
  return (
    <svg className={classes.tick} data-state={state} viewBox="0 0 24 24" aria-hidden="true">
      <circle cx="12" cy="12" r="10" />
      {state === "done" && <path d="M7.5 12.5 10.7 15.5 16.5 9" />}
    </svg>
  );
}
