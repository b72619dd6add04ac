import classes from "./Sign.module.css";

const PATHS = {
  microphone:
    "M12 3.5a2.8 2.8 0 0 0-2.8 2.8v5.2a2.8 2.8 0 0 0 5.6 0V6.3A2.8 2.8 0 0 0 12 3.5ZM6 11a6 6 0 0 0 12 0M12 17v3.5",
  muted:
    "M9.2 9.2v2.3a2.8 2.8 0 0 0 4.3 2.35M14.8 10.5V6.3a2.8 2.8 0 0 0-5.3-1.2M6 11a6 6 0 0 0 9.3 5M18 11a6 6 0 0 1-.6 2.6M12 17v3.5M4 4l16 16",
  talking: "M5 10v4M8.5 7v10M12 4.5v15M15.5 7v10M19 10v4",
  camera: "M4 7.5h10.5v9H4ZM14.5 11l5.5-3v8l-5.5-3",
  hand: "M8 12V6.2a1.3 1.3 0 0 1 2.6 0V11M10.6 10.5V4.8a1.3 1.3 0 0 1 2.6 0v5.7M13.2 10.7V6a1.3 1.3 0 0 1 2.6 0v6.5c0 4-1.8 7-5 7s-4.5-2-6-5.2c-.5-1.2 1-2.3 2-1.2L8 14.5",
  pin: "M9 4h6l-.7 6 3 3.5H6.7l3-3.5ZM12 13.5V20",
  weak: "M5 16v3M10 12v7M15 8v11M20 4v15",
  share: "M4 5h16v11H4ZM9 20h6M12 16v4M12 13V8M9.5 10.3 12 7.8l2.5 2.5",
  lock: "M6.5 11h11v8.5h-11ZM9 11V8a3 3 0 0 1 6 0v3",
  large: "M4 5h16v14H4ZM13 8.5h4v3.5",
  sliders: "M4 7h9M17 7h3M4 12h3M11 12h9M4 17h11M19 17h1M15 5v4M9 10v4M17 15v4",
} as const;

export type SignName = keyof typeof PATHS;

/** The lines of a sign, to be drawn within another picture. */
export function Lines({ name }: { name: SignName }) {
  return <path d={PATHS[name]} className={classes.lines} />;
}

/** A small picture of a state, on a grid of 24; words for it stand beside it or are heard. */
export function Sign({ name }: { name: SignName }) {
  return (
    <svg viewBox="0 0 24 24" className={classes.sign} data-sign={name} aria-hidden="true">
      <Lines name={name} />
    </svg>
  );
}
