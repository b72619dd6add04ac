import type { Reacted } from "../../api/protocol.gen";
import classes from "./Glyph.module.css";

type Reaction = Reacted["reaction"];

/** In the order of the tray. */
export const REACTIONS = [
  "heart",
  "thanks",
  "clap",
  "with_you",
  "same",
  "laugh",
] as const satisfies readonly Reaction[];

const PATHS: Readonly<Record<Reaction, string>> = {
  heart:
    "M12 20s-7.5-4.6-7.5-10A4 4 0 0 1 8.6 6c1.5 0 2.7.8 3.4 2 .7-1.2 1.9-2 3.4-2a4 4 0 0 1 4.1 4c0 5.4-7.5 10-7.5 10Z",
  thanks:
    "M12 4.5V20M12 4.5c-2.2 2.6-4.6 6.6-5.2 11L8.5 20H12M12 4.5c2.2 2.6 4.6 6.6 5.2 11L15.5 20H12M4 12.5 6.8 15.5M20 12.5l-2.8 3",
  clap: "M12 3.5v4M12 16.5v4M3.5 12h4M16.5 12h4M6 6l2.8 2.8M15.2 15.2 18 18M18 6l-2.8 2.8M8.8 15.2 6 18",
  with_you:
    "M8.2 10.5a2.7 2.7 0 1 0 0-5.4 2.7 2.7 0 0 0 0 5.4ZM15.8 10.5a2.7 2.7 0 1 0 0-5.4 2.7 2.7 0 0 0 0 5.4ZM3.5 19c0-3.2 2-5 4.7-5 1.6 0 2.9.6 3.8 1.7.9-1.1 2.2-1.7 3.8-1.7 2.7 0 4.7 1.8 4.7 5",
  same: "M9.3 17a5 5 0 1 0 0-10 5 5 0 0 0 0 10ZM14.7 17a5 5 0 1 0 0-10 5 5 0 0 0 0 10Z",
  laugh:
    "M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM7.8 13.5h8.4a4.2 4.2 0 0 1-8.4 0ZM9 9.2v.6M15 9.2v.6",
};

/** The picture of a reaction, on a grid of 24; what it says stands beside it in words. */
export function Glyph({ reaction }: { reaction: Reaction }) {
  return <path d={PATHS[reaction]} className={classes.glyph} />;
}
