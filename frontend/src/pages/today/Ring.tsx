import type { ReactNode } from "react";
import { arc, at, RADIUS, SIZE } from "../../room/circle";
import classes from "./Ring.module.css";

const SEATS = 9;
const YOURS = 5;
const MIDDLE = SIZE / 2;

/** The circle before one is in it: nobody is shown, one seat is free, or none once one belongs. */
export function Ring({
  whole = false,
  turn = 0,
  tone = "sun",
  children,
}: {
  whole?: boolean;
  /** How far an arc goes round it, from the top. */
  turn?: number;
  tone?: "sun" | "pine";
  /** What stands in its middle, as SVG. */
  children?: ReactNode;
}) {
  return (
    <svg className={classes.ring} viewBox={`0 0 ${SIZE} ${SIZE}`} aria-hidden="true">
      <circle cx={MIDDLE} cy={MIDDLE} r={RADIUS} className={classes.line} />
      {turn > 0.005 && (
        <path d={arc(Math.min(0.9999, turn))} className={classes.arc} data-tone={tone} />
      )}
      {Array.from({ length: SEATS }, (_, index) => {
        const place = at(index / SEATS);
        const kind = index === YOURS && !whole ? classes.free : classes.seat;
        // biome-ignore lint/suspicious/noArrayIndexKey: seats never change places
        return <circle key={index} cx={place.x} cy={place.y} r="25" className={kind} />;
      })}
      {children}
    </svg>
  );
}
