import type { Figure } from "./figures";
import classes from "./Timeline.module.css";

export type SignName = "hand" | "turn" | "check" | "missed" | "message" | "out";

/** The sign of what a figure counts. */
export function signOf(figure: Figure): SignName {
  switch (figure) {
    case "hands_raised":
      return "hand";
    case "called_on":
    case "turns_taken":
    case "turns_passed":
      return "turn";
    case "prompts_missed":
      return "missed";
    case "status":
      return "out";
    case "messages_group":
    case "messages_private":
    case "reactions":
      return "message";
    default:
      return "check";
  }
}

/** One sign of the picture; the signs differ in shape, not in colour alone. */
export function Sign({ sign, x, y }: { sign: SignName; x: number; y: number }) {
  switch (sign) {
    case "hand":
      return <circle className={classes.hand} cx={x} cy={y} r="6" />;
    case "turn":
      return <path className={classes.turn} d={`M${x} ${y - 7}l7 7l-7 7l-7 -7z`} />;
    case "check":
      return (
        <rect className={classes.check} x={x - 3.5} y={y - 3.5} width="7" height="7" rx="1.5" />
      );
    case "missed":
      return <circle className={classes.missed} cx={x} cy={y} r="4.5" />;
    case "message":
      return <line className={classes.message} x1={x} x2={x} y1={y + 8} y2={y + 14} />;
    case "out":
      return <path className={classes.out} d={`M${x - 5} ${y - 5}l10 10m0 -10l-10 10`} />;
  }
}
