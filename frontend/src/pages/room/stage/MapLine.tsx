import type { ReactNode } from "react";
import { Circle } from "../Circle";
import { Floor } from "../Floor";
import { useMiddle } from "../middle";
import classes from "./MapLine.module.css";

/** Beside faces: the circle as the map of the group, the time, and who has the floor. */
export function MapLine({
  floor = <Floor />,
  choose,
  timeless = false,
}: {
  floor?: ReactNode;
  choose?: (seat: string) => void;
  /** Where the time stands elsewhere already. */
  timeless?: boolean;
}) {
  const { time, line } = useMiddle();
  return (
    <div className={classes.line} data-timeless={timeless || undefined}>
      <div className={classes.map}>
        <Circle map {...(choose ? { choose: (person) => choose(person.seat) } : {})} />
      </div>
      {!timeless && (
        <p className={classes.time}>
          <strong className="tabular">{time}</strong> <span className="soft tabular">{line}</span>
        </p>
      )}
      <div className={classes.floor}>{floor}</div>
    </div>
  );
}
