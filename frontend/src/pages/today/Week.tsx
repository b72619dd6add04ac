import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { type Session, week } from "../../api/sessions";
import { Loading } from "../../components/Loading";
import { Trouble } from "../../components/Trouble";
import { clockTime, hoursAndMinutes, shortDay } from "../../words/time";
import { sum, type WeekRow, weekRows } from "./plan";
import { Tick } from "./Tick";
import classes from "./Today.module.css";

/** The sessions of this week, what the record says of each, and what counts so far. */
export function Week({
  clinics,
  sessions,
}: {
  clinics: readonly string[];
  sessions: readonly Session[];
}) {
  const { t } = useTranslation();
  const spent = useSpent();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ["attendance", "week", clinics],
    queryFn: () => week(clinics),
    refetchInterval: 60_000,
  });
  const rows = data ? weekRows(data, sessions) : [];
  return (
    <section className={classes.panel} aria-labelledby="week">
      <h2 id="week">{t("today.week")}</h2>
      {isPending && <Loading lines={2} />}
      {error && !data && <Trouble error={error} again={() => void refetch()} />}
      {data && rows.length === 0 && <p className="soft">{t("today.weekNone")}</p>}
      {rows.length > 0 && (
        <>
          <p className={classes.sum}>
            <strong className="tabular">{spent(sum(rows))}</strong>
            <span className="soft">{t("today.sum")}</span>
          </p>
          <ul className={classes.rows}>
            {rows.map((row) => (
              <Row key={row.id} row={row} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Row({ row }: { row: WeekRow }) {
  const { t, i18n } = useTranslation();
  const spent = useSpent();
  const still = row.status === "planned" || row.status === "expected";
  return (
    <li data-off={row.status === "cancelled" || undefined}>
      <Tick state={row.minutes ? "done" : still ? "due" : "open"} />
      <div className={classes.what}>
        <p>
          <strong>{shortDay(row.starts, i18n.language)}</strong>
        </p>
        <p className="tabular">{`${clockTime(row.starts, i18n.language)} · ${row.group}`}</p>
        <p className="soft">{useWent(row)}</p>
      </div>
      {row.minutes !== null && (
        <p className={classes.minutes}>
          <strong className="tabular">{spent(row.minutes)}</strong>
          <span className="soft">{t(row.counting ? "today.counting" : "today.counted")}</span>
        </p>
      )}
    </li>
  );
}

// While a group runs, nothing is said of it that only its end can tell.
const NOW: Readonly<Record<string, "presentNow" | "absentNow" | "goesOn">> = {
  present: "presentNow",
  late: "presentNow",
  absent: "absentNow",
  partial: "goesOn",
  left_early: "goesOn",
  late_and_left_early: "goesOn",
};

/** How it went, in plain words. */
function useWent(row: WeekRow): string {
  const { t, i18n } = useTranslation();
  const now = row.counting ? NOW[row.status] : undefined;
  if (now) return t(`went.${now}`);
  const key = `went.${row.status}`;
  return i18n.exists(key) ? t(key as "went.present") : t("went.nothing");
}

/** Minutes as people say them. */
function useSpent(): (minutes: number) => string {
  const { t } = useTranslation();
  return (minutes) => {
    const { h, m } = hoursAndMinutes(minutes);
    if (h === 0) return t("spent.short", { m });
    return m === 0 ? t("spent.hours", { h }) : t("spent.both", { h, m });
  };
}
