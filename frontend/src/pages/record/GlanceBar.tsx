import { useTranslation } from "react-i18next";
import type { Glance } from "../../api/record";
import classes from "./Sessions.module.css";

const WIDTH = 132;
const HEIGHT = 12;

// In the order in which they stand in the bar.
const PARTS = [
  ["present", ["present"]],
  ["late", ["late", "left_early", "late_and_left_early"]],
  ["partial", ["partial"]],
  ["absent", ["absent", "removed"]],
] as const;

/** A session's attendance in a tiny bar, and in words. */
export function GlanceBar({ glance }: { glance: Glance }) {
  const { t, i18n } = useTranslation();
  const { statuses, expected, present } = glance;
  const list = new Intl.ListFormat(i18n.language, { type: "unit", style: "short" });
  const words = Object.entries(statuses).map(
    ([status, n]) => `${n} ${t(`record.status.${status as "present"}`)}`,
  );
  const whole = Math.max(
    1,
    expected,
    Object.values(statuses).reduce((sum, n) => sum + n, 0),
  );
  let x = 0;
  return (
    <div className={classes.glance}>
      <svg width={WIDTH} height={HEIGHT} aria-hidden="true">
        <rect
          className={classes.whole}
          x="0.5"
          y="0.5"
          width={WIDTH - 1}
          height={HEIGHT - 1}
          rx="6"
        />
        {PARTS.map(([part, of]) => {
          const n = of.reduce((sum, status) => sum + (statuses[status] ?? 0), 0);
          const width = (n / whole) * WIDTH;
          const from = x;
          x += width;
          return (
            n > 0 && (
              <rect
                key={part}
                className={classes[part]}
                x={from + 1}
                y="1"
                width={Math.max(2, width - 2)}
                height={HEIGHT - 2}
                rx="5"
              />
            )
          );
        })}
      </svg>
      <span aria-hidden="true" className="tabular">
        {t("records.ofExpected", { present, expected })}
      </span>
      <span className="heard-only">
        {t("records.glance", { parts: list.format(words), expected })}
      </span>
    </div>
  );
}
