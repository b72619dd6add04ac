import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { between, type Session } from "../../api/sessions";
import { Loading } from "../../components/Loading";
import { useMe } from "../../components/Me";
import { Sheet } from "../../components/Sheet";
import { Trouble } from "../../components/Trouble";
import { clockTime } from "../../words/time";
import { Coming } from "./Coming";
import { Next } from "./Next";
import { AHEAD_DAYS, calledOff, coming, next, takesPart } from "./plan";
import classes from "./Today.module.css";
import { Todos } from "./Todos";
import { Top } from "./Top";
import { Week } from "./Week";
import { useWhen } from "./when";

const DAY_MS = 86_400_000;

/** A participant's or guest's day: the next group, what is left to do, the week, what comes. */
export function Today() {
  const { t } = useTranslation();
  const me = useMe();
  const clinics = [...new Set(me.memberships.map((one) => one.clinic.id))];
  const participates = me.memberships
    .filter((one) => one.role === "participant")
    .map((one) => one.clinic.id);
  const { data, error, isPending, refetch, dataUpdatedAt } = useQuery({
    queryKey: ["sessions", "own", clinics],
    // A week back, for what was called off in it.
    queryFn: () => between(Date.now() - 7 * DAY_MS, Date.now() + AHEAD_DAYS * DAY_MS, clinics),
    refetchInterval: 15_000,
  });
  return (
    <Sheet
      wide
      step="today"
      top={<Top pages />}
      title={t("today.title", { name: me.preferred_name || me.legal_name })}
    >
      <title>{`${t("today.home")} · vgroup`}</title>
      {isPending && <Loading />}
      {error && !data && <Trouble error={error} again={() => void refetch()} />}
      {error && data && <Stale at={dataUpdatedAt} />}
      {data && <Day sessions={data} participates={participates} />}
    </Sheet>
  );
}

function Day({
  sessions,
  participates,
}: {
  sessions: readonly Session[];
  participates: readonly string[];
}) {
  const now = useMinute();
  const first = next(sessions, now);
  const later = coming(sessions, now);
  return (
    <div className={classes.day}>
      <div className={classes.column}>
        {calledOff(sessions, now).map((one) => (
          <CalledOff key={one.id} session={one} />
        ))}
        {first ? <Next key={first.id} session={first} /> : <NothingPlanned />}
        <Todos session={first} />
      </div>
      <div className={classes.column}>
        {participates.length > 0 && (
          <Week clinics={participates} sessions={sessions.filter(takesPart)} />
        )}
        {(first || later.length > 0) && <Coming sessions={later} />}
      </div>
    </div>
  );
}

function CalledOff({ session }: { session: Session }) {
  const { t } = useTranslation();
  const { whole } = useWhen(session);
  return (
    <p className={classes.off} role="status">
      {t("today.cancelled", { group: session.group.name, when: whole })}
    </p>
  );
}

function NothingPlanned() {
  const { t } = useTranslation();
  return (
    <div className={classes.none}>
      <h2>{t("today.none")}</h2>
      <p className="soft">{t("today.noneHint")}</p>
      <p className="soft">{t("today.noneOffice")}</p>
    </div>
  );
}

/** The server does not answer at the moment: what is shown may have changed since. */
function Stale({ at }: { at: number }) {
  const { t, i18n } = useTranslation();
  return (
    <p className={classes.off} role="status">
      {t("today.stale", { time: clockTime(at, i18n.language) })}
    </p>
  );
}

/** The time, looked at every few seconds: often enough for what a day shows. */
function useMinute(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 5000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
