import { Button } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { calendar } from "../../api/meeting";
import type { Glance } from "../../api/record";
import type { Session } from "../../api/sessions";
import { Loading } from "../../components/Loading";
import { usePlace } from "../../components/Place";
import { Tag } from "../../components/Tag";
import { Trouble } from "../../components/Trouble";
import { type Day, later, noon } from "../../words/days";
import { zoneName } from "../../words/time";
import { today } from "../../words/wall";
import { may, OVER, PHASE_TONES } from "../meeting/reach";
import { useBesides, useExpected } from "./expected";
import { useDayName, useHours } from "./names";
import classes from "./Week.module.css";
import { byDay, daysFrom, LENGTH } from "./week";

const AGAIN_MS = 30_000;
type Glances = ReadonlyMap<string, Glance | null>;

type Props = {
  from: Day;
  group: string;
  glances: Glances;
  go: (from: Day) => void;
  filter?: ReactNode;
};

/** Seven days from one on, by the clinic's clock. */
export function Week({ from, group, glances, go, filter }: Props) {
  const { t, i18n } = useTranslation();
  const { clinic } = usePlace();
  const id = useId();
  const days = daysFrom(from);
  const until = days.at(-1) ?? from;
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ["sessions", clinic.id, "week", from, group],
    queryFn: () => calendar({ clinic: clinic.id, since: from, until, group }),
    placeholderData: keepPreviousData,
    refetchInterval: AGAIN_MS,
  });
  const now = today(clinic.zone);
  return (
    <section className={classes.week} aria-labelledby={id}>
      <div className={classes.head}>
        <div>
          <h2 id={id}>{useRange(from, until)}</h2>
          <p className="soft">
            {t("schedule.zone", { zone: zoneName(noon(from), i18n.language, clinic.zone) })}
          </p>
        </div>
        <div className={classes.moves}>
          {filter}
          <Button onClick={() => go(later(from, -LENGTH))}>{t("schedule.earlier")}</Button>
          <Button disabled={from === now} onClick={() => go(now)}>
            {t("schedule.now")}
          </Button>
          <Button onClick={() => go(later(from, LENGTH))}>{t("schedule.later")}</Button>
        </div>
      </div>
      {isPending && <Loading lines={4} />}
      {error && <Trouble error={error} again={() => void refetch()} />}
      {data && (
        <ol className={classes.days}>
          {byDay(data, days, clinic.zone).map((one) => (
            <Row key={one.day} day={one.day} now={now} sessions={one.sessions} glances={glances} />
          ))}
        </ol>
      )}
    </section>
  );
}

function useRange(from: Day, until: Day): string {
  const { i18n } = useTranslation();
  return new Intl.DateTimeFormat(i18n.language, {
    day: "numeric",
    month: "long",
    timeZone: "UTC",
  }).formatRange(noon(from), noon(until));
}

type RowProps = { day: Day; now: Day; sessions: readonly Session[]; glances: Glances };

function Row({ day, now, sessions, glances }: RowProps) {
  const { t, i18n } = useTranslation();
  const name = useDayName();
  const short = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(i18n.language, { ...options, timeZone: "UTC" }).format(noon(day));
  return (
    <li className={classes.day} data-now={day === now || undefined}>
      <h3>
        <span className="heard-only">{name(day, now)}</span>
        <span className={classes.weekday} aria-hidden="true">
          {day === now ? t("schedule.today") : short({ weekday: "short" })}
        </span>
        <span className={classes.date} aria-hidden="true">
          {short({ day: "numeric" })}
        </span>
      </h3>
      {sessions.length === 0 ? (
        <p className={classes.none}>{t("schedule.free")}</p>
      ) : (
        <ul>
          {sessions.map((one) => (
            <Line key={one.id} session={one} glance={glances.get(one.id) ?? null} />
          ))}
        </ul>
      )}
    </li>
  );
}

function Line({ session, glance }: { session: Session; glance: Glance | null }) {
  const { t } = useTranslation();
  const hours = useHours();
  const over = OVER.includes(session.phase);
  const open = !over && session.phase !== "scheduled";
  return (
    <li className={classes.session} data-over={over || undefined}>
      <span className={classes.hours}>{hours(session)}</span>
      <span className={classes.what}>
        <Link to={`/sessions/${session.id}`}>{session.group.name}</Link>
        <Besides session={session} glance={glance} />
      </span>
      {session.phase !== "scheduled" && (
        <Tag tone={PHASE_TONES[session.phase]}>{t(`phase.${session.phase}`)}</Tag>
      )}
      {open && may(session, "enter") && (
        <Button variant="light" component={Link} to={`/rooms/${session.id}`}>
          {t("schedule.comeIn")}
        </Button>
      )}
    </li>
  );
}

/** Topic, place, and how many: who is expected, or who came. */
function Besides({ session, glance }: { session: Session; glance: Glance | null }) {
  const { t } = useTranslation();
  const count = useExpected(session);
  const over = OVER.includes(session.phase);
  const besides = useBesides(glance || over ? undefined : count, [
    session.topic,
    session.modality && session.modality !== "online" && t(`meeting.modality.${session.modality}`),
    glance && t("schedule.came", { n: glance.present, of: glance.expected }),
    glance && t(glance.signed.length > 0 ? "schedule.signed" : "schedule.unsigned"),
  ]);
  return besides ? <span className="soft">{besides}</span> : null;
}
