// In which states sessions are looked for, by the name that a reader chooses.

const OPEN: readonly string[] = ["door_open", "running", "on_break", "on_hold"];
export const OFF: readonly string[] = ["not_held", "cancelled"];
/** The first is what is shown at first. */
export const STATES = {
  begun: [...OPEN, "ended", ...OFF],
  now: OPEN,
  ended: ["ended"],
  off: OFF,
  planned: ["scheduled"],
  all: [],
} as const satisfies Record<string, readonly string[]>;
export type State = keyof typeof STATES;
