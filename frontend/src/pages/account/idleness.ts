// When a page that nobody touches warns, and when it signs out. Pure.

const MINUTE = 60_000;
const WARNING_MS = 2 * MINUTE;

export type Standing = {
  /** What is left, in ms, once it is time to ask; null before. */
  readonly left: number | null;
  readonly over: boolean;
  /** The server should hear that somebody is here. */
  readonly tell: boolean;
};

/** How things stand `untouched` ms after the last touch, and `untold` ms after the server heard. */
export function standing(untouched: number, minutes: number, untold: number): Standing {
  const left = minutes * MINUTE - untouched;
  const touched = untouched < untold;
  return {
    left: left <= warning(minutes) ? Math.max(0, left) : null,
    over: left <= 0,
    tell: touched && untold >= Math.min(MINUTE, (minutes * MINUTE) / 4),
  };
}

// Where the whole time is short, half of it is the warning.
function warning(minutes: number): number {
  return Math.min(WARNING_MS, (minutes * MINUTE) / 2);
}
