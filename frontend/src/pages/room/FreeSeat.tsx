import { at, RADIUS, SIZE } from "../../room/circle";
import classes from "./FreeSeat.module.css";

const SEATS = 9;
const YOURS = 5;

/** The circle before one is in it: nobody is shown, and one seat is free. */
export function FreeSeat({ whole = false }: { whole?: boolean }) {
  return (
    <svg className={classes.circle} viewBox={`0 0 ${SIZE} ${SIZE}`} aria-hidden="true">
      <circle cx={SIZE / 2} cy={SIZE / 2} r={RADIUS} className={classes.line} />
      {Array.from({ length: SEATS }, (_, index) => {
        const { x, y } = at(index / SEATS);
        const free = index === YOURS && !whole;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: seats never change places
          <circle key={index} cx={x} cy={y} r="25" className={free ? classes.free : classes.seat} />
        );
      })}
    </svg>
  );
}
