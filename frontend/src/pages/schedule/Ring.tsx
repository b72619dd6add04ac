import classes from "./Ring.module.css";

const MOST = 16;

/** The circle as it waits: a seat for whoever leads, and one for each who is expected. */
export function Ring({ count }: { count: number }) {
  const seats = Math.min(count, MOST) + 1;
  return (
    <svg className={classes.ring} viewBox="0 0 120 120" aria-hidden="true">
      <circle cx="60" cy="60" r="44" className={classes.line} />
      {Array.from({ length: seats }, (_, seat) => {
        const turn = (seat / seats) * 2 * Math.PI;
        return (
          <circle
            // biome-ignore lint/suspicious/noArrayIndexKey: seats are alike and never move
            key={seat}
            cx={60 + 44 * Math.sin(turn)}
            cy={60 - 44 * Math.cos(turn)}
            r={seat === 0 ? 10 : 8}
            className={seat === 0 ? classes.lead : classes.seat}
          />
        );
      })}
    </svg>
  );
}
