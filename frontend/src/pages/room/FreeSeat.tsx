import type { ReactNode } from "react";
import { at, initials, RADIUS, SIZE } from "../../room/circle";
import classes from "./FreeSeat.module.css";

const SEATS = 9;
const YOURS = 5;

/** The circle before one is in it: nobody is shown, and one seat is free; at the end it is whole. */
export function FreeSeat({
  whole = false,
  live = true,
  name = "",
  children,
}: {
  whole?: boolean;
  /** Whether the seat breathes: the page is connected. */
  live?: boolean;
  /** Whose seat it is, where that is known. */
  name?: string;
  /** What stands in the middle. */
  children?: ReactNode;
}) {
  const yours = at(YOURS / SEATS);
  return (
    <div className={classes.group}>
      <svg className={classes.circle} viewBox={`0 0 ${SIZE} ${SIZE}`} aria-hidden="true">
        <circle cx={SIZE / 2} cy={SIZE / 2} r={RADIUS} className={classes.line} />
        {Array.from({ length: SEATS }, (_, index) => {
          const { x, y } = at(index / SEATS);
          if (index === YOURS) return null;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: seats never change places
            <circle key={index} cx={x} cy={y} r="25" className={classes.seat} />
          );
        })}
        <circle
          cx={yours.x}
          cy={yours.y}
          r="25"
          className={whole ? classes.yours : classes.free}
          data-still={!live || undefined}
        />
        <text x={yours.x} y={yours.y} className={classes.initials} data-free={!whole || undefined}>
          {initials(name)}
        </text>
      </svg>
      {children && <div className={`tabular ${classes.middle}`}>{children}</div>}
    </div>
  );
}
