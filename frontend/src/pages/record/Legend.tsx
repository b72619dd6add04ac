import { useTranslation } from "react-i18next";
import { Sign, type SignName, signOf } from "./Sign";
import classes from "./Timeline.module.css";
import type { Picture } from "./timeline";

const SIGNS: readonly SignName[] = ["hand", "turn", "check", "missed", "message", "out"];

/** What the bars and signs of the picture mean: those that are in it. */
export function Legend({ id, picture }: { id: string; picture: Picture }) {
  const { t } = useTranslation();
  const { lanes } = picture;
  const found = {
    credited: lanes.some((lane) => lane.credited.length > 0),
    present: lanes.some((lane) => lane.present.length > 0),
    waiting: lanes.some((lane) => lane.waiting.length > 0),
    gap: lanes.some((lane) => lane.gaps.length > 0),
    away: lanes.some((lane) => lane.away.length > 0),
    running: picture.running.length > 0,
    paused: picture.breaks.length + picture.holds.length > 0,
  };
  const signs = new Set(lanes.flatMap((lane) => lane.marks.map((mark) => signOf(mark.figure))));
  const hatch = `${id}-hatch`;
  const bars = {
    credited: <rect className={classes.credited} x="1" y="4" width="26" height="14" rx="7" />,
    present: <rect className={classes.present} x="1" y="4" width="26" height="14" rx="7" />,
    waiting: (
      <>
        <defs>
          <pattern
            id={hatch}
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <line x1="0" y1="0" x2="0" y2="6" className={classes.hatch} />
          </pattern>
        </defs>
        <rect
          className={classes.waiting}
          fill={`url(#${hatch})`}
          x="1"
          y="7"
          width="26"
          height="8"
          rx="4"
        />
      </>
    ),
    gap: <line className={classes.gap} x1="1" x2="27" y1="11" y2="11" />,
    running: <rect className={classes.running} x="1" y="3" width="26" height="16" rx="3" />,
    paused: <rect className={classes.paused} x="1" y="3" width="26" height="16" rx="3" />,
    away: <line className={classes.away} x1="1" x2="27" y1="11" y2="11" />,
  };
  if (signs.size === 0 && !Object.values(found).includes(true)) return null;
  return (
    <ul className={classes.legend} aria-label={t("record.line.legend")}>
      {(Object.keys(bars) as (keyof typeof bars)[])
        .filter((name) => found[name])
        .map((name) => (
          <li key={name}>
            <svg width="28" height="22" aria-hidden="true">
              {bars[name]}
            </svg>
            {t(`record.line.${name}`)}
          </li>
        ))}
      {SIGNS.filter((sign) => signs.has(sign)).map((sign) => (
        <li key={sign}>
          <svg width="18" height="22" aria-hidden="true">
            <Sign sign={sign} x={9} y={sign === "message" ? 0 : 11} />
          </svg>
          {t(`record.line.${sign}`)}
        </li>
      ))}
    </ul>
  );
}
