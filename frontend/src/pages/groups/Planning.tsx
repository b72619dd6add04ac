import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import * as api from "../../api/groups";
import { usePlace } from "../../components/Place";
import { useSentence } from "../../components/Trouble";
import type { Day } from "../../words/days";
import { dayName, today } from "../../words/wall";
import { sessionsChanged } from "./changed";
import classes from "./PlanSeries.module.css";
import type { timing } from "./PlanSession";

/** The days of a series, and what each of its sessions is like. */
export type Chosen = {
  readonly days: readonly Day[];
  readonly plan: ReturnType<typeof timing>;
};

/** When sessions of the group start already: those are left out, also after a lost answer. */
export async function already(
  clinic: string,
  group: string,
  since: Day,
): Promise<ReadonlySet<string>> {
  const { results } = await api.ahead(clinic, since, group);
  return new Set(results.map((one) => `${one.planned_date} ${one.planned_start.slice(0, 5)}`));
}

type Failed = { readonly day: Day; readonly said: string };
type Run = ReturnType<typeof useRun>;

/** How far it has come; what fails is said, and can be tried again. */
export function Planning({
  run,
  close,
  done,
}: {
  run: Run;
  close: () => void;
  done: (count: number) => void;
}) {
  const { t, i18n } = useTranslation();
  const { made, total, failed, going, left } = run;
  function leave() {
    if (made > 0) done(made);
    close();
  }
  const ended = total === 0 ? t("series.allThere") : t("series.made", { count: made });
  return (
    <div className={classes.planning}>
      <p role="status">{going ? t("series.going", { made, total }) : ended}</p>
      {total > 0 && (
        <progress
          className={classes.bar}
          max={total}
          value={made + failed.length}
          aria-label={t("series.progress")}
        />
      )}
      {failed.length > 0 && (
        <div role="alert">
          <p className={classes.strong}>{t("series.failed", { count: failed.length })}</p>
          <ul className={classes.failed}>
            {failed.map(({ day, said }) => (
              <li key={day}>
                <strong className="tabular">{dayName(day, i18n.language)}</strong> {said}
              </li>
            ))}
          </ul>
        </div>
      )}
      <div className={classes.buttons}>
        {going && <Button onClick={run.stop}>{t("series.stop")}</Button>}
        {!going && left > 0 && <Button onClick={run.again}>{t("series.again")}</Button>}
        {!going && (
          <Button variant="filled" onClick={leave}>
            {t("series.done")}
          </Button>
        )}
      </div>
    </div>
  );
}

/** One session after another, for each gets a room of its own. */
export function useRun(group: api.Group) {
  const { clinic } = usePlace();
  const queries = useQueryClient();
  const sentence = useSentence();
  const [chosen, choose] = useState<Chosen | null>(null);
  const [made, setMade] = useState<readonly Day[]>([]);
  const [failed, setFailed] = useState<readonly Failed[]>([]);
  const [going, setGoing] = useState(false);
  const stopped = useRef(false);
  const days = chosen?.days ?? [];
  const left = days.filter((day) => !made.includes(day));

  async function go(plan: Chosen["plan"], wanted: readonly Day[]) {
    stopped.current = false;
    setGoing(true);
    setFailed([]);
    for (const day of wanted) {
      if (stopped.current) break;
      try {
        await api.plan({ ...plan, group: group.id, planned_date: day });
        setMade((done) => [...done, day]);
      } catch (error) {
        setFailed((all) => [...all, { day, said: sentence(error) }]);
      }
    }
    sessionsChanged(queries);
    setGoing(false);
  }

  async function again() {
    if (chosen === null) return;
    setGoing(true);
    // An answer may have been lost on the way back: what is there is not planned twice.
    const there = await already(clinic.id, group.id, today(clinic.zone)).catch(() => null);
    if (there === null) return setGoing(false);
    const missing = left.filter((day) => !there.has(`${day} ${chosen.plan.planned_start}`));
    setMade(days.filter((day) => !missing.includes(day)));
    await go(chosen.plan, missing);
  }

  // Whoever closes the dialog has stopped it.
  useEffect(
    () => () => {
      stopped.current = true;
    },
    [],
  );

  return {
    begun: chosen !== null,
    total: days.length,
    made: made.length,
    failed,
    left: left.length,
    going,
    begin: (wanted: Chosen) => {
      choose(wanted);
      void go(wanted.plan, wanted.days);
    },
    again: () => void again(),
    stop: () => {
      stopped.current = true;
    },
  };
}
