import { useState } from "react";
import { useTranslation } from "react-i18next";
import type * as api from "../../api/groups";
import type { Session } from "../../api/sessions";
import { Dialog } from "../../components/Dialog";
import { Choice, Field, Several } from "../../components/form/Fields";
import { Form } from "../../components/form/Form";
import type { Wrong } from "../../components/form/wrong";
import { usePlace } from "../../components/Place";
import { type Day, later, weekday } from "../../words/days";
import { dayName, today, weekdayNames } from "../../words/wall";
import { already, type Chosen, Planning, useRun } from "./Planning";
import classes from "./PlanSeries.module.css";
import { Timing, timing } from "./PlanSession";
import { MOST, seriesDays } from "./series";

type What = {
  group: api.Group;
  /** The session they are like, to begin with. */
  like: Session | undefined;
  close: () => void;
  /** How many were planned, once somebody closes it. */
  done: (count: number) => void;
};

/** Sessions on the same days of many weeks: chosen, looked over, and then planned one by one. */
export function PlanSeries({ open, ...what }: What & { open: boolean }) {
  const { t } = useTranslation();
  return (
    <Dialog keep title={t("series.title")} open={open} close={what.close} wide>
      <Steps {...what} />
    </Dialog>
  );
}

function Steps({ group, like, close, done }: What) {
  const run = useRun(group);
  if (!run.begun) return <Choosing group={group} like={like} close={close} choose={run.begin} />;
  return <Planning run={run} close={close} done={done} />;
}

/** The days, and what each of the sessions is like. */
function Choosing({
  group,
  like,
  close,
  choose,
}: Omit<What, "done"> & { choose: (chosen: Chosen) => void }) {
  const { t, i18n } = useTranslation();
  const { clinic } = usePlace();
  const now = today(clinic.zone);
  const [from, setFrom] = useState(now);
  const [weekdays, setWeekdays] = useState<readonly number[]>([weekday(now)]);
  const [ends, setEnds] = useState<"until" | "count">("until");
  const [until, setUntil] = useState(later(now, 7 * 12));
  const [count, setCount] = useState("12");
  const limit = ends === "until" ? { until } : { count: Number(count) || 0 };
  const days = seriesDays({ from, weekdays, ...limit });
  async function act(form: FormData) {
    const planned = await already(clinic.id, group.id, from);
    const plan = timing(form);
    const free = days.filter((day) => !planned.has(`${day} ${plan.planned_start}`));
    choose({ days: free, plan });
  }
  function check(): Wrong {
    return days.length > 0 ? {} : { weekdays: t("series.noDay") };
  }
  return (
    <Form act={act} check={check} go={t("series.go", { count: days.length })} back={close}>
      <p className="soft">{t("series.lead", { group: group.name })}</p>
      <Several
        name="weekdays"
        label={t("series.weekdays")}
        among={weekdayNames(i18n.language).map((label, n) => ({ value: String(n), label }))}
        chosen={weekdays.map(String)}
        onChange={(value, on) =>
          setWeekdays(
            on ? [...weekdays, Number(value)] : weekdays.filter((n) => n !== Number(value)),
          )
        }
      />
      <div className={classes.span}>
        <Field
          name="from"
          label={t("series.from")}
          type="date"
          required
          min={now}
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <Choice
          name="ends"
          label={t("series.ends")}
          value={ends}
          data={[
            { value: "until", label: t("series.onDate") },
            { value: "count", label: t("series.afterCount") },
          ]}
          onChange={(event) => setEnds(event.currentTarget.value === "count" ? "count" : "until")}
        />
        {ends === "until" ? (
          <Field
            name="until"
            label={t("series.until")}
            type="date"
            required
            min={from}
            value={until}
            onChange={(event) => setUntil(event.currentTarget.value)}
          />
        ) : (
          <Field
            name="count"
            label={t("series.count")}
            type="number"
            inputMode="numeric"
            required
            min={1}
            max={MOST}
            value={count}
            onChange={(event) => setCount(event.currentTarget.value)}
          />
        )}
      </div>
      <Timing like={like && { ...like, topic: "" }} zone={clinic.zone} />
      <Preview days={days} />
    </Form>
  );
}

function Preview({ days }: { days: readonly Day[] }) {
  const { t, i18n } = useTranslation();
  const [first, last] = [days.at(0), days.at(-1)];
  return (
    <p className={classes.preview} role="status">
      {first && last
        ? t("series.preview", {
            count: days.length,
            first: dayName(first, i18n.language),
            last: dayName(last, i18n.language),
          })
        : t("series.noDay")}
      {days.length === MOST && ` ${t("series.most", { count: MOST })}`}
    </p>
  );
}
