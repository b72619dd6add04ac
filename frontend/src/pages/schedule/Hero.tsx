import { Button } from "@mantine/core";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Session } from "../../api/sessions";
import { Loading } from "../../components/Loading";
import { usePlace } from "../../components/Place";
import { Tag } from "../../components/Tag";
import { Trouble } from "../../components/Trouble";
import { countdown } from "../../words/time";
import { today } from "../../words/wall";
import { LIVE, may, PHASE_TONES } from "../meeting/reach";
import { useBesides, useExpected } from "./expected";
import classes from "./Hero.module.css";
import { useDayName, useHours } from "./names";
import { Ring } from "./Ring";
import { dayIn } from "./week";

type Next = {
  readonly session: Session | null | undefined;
  readonly error: unknown;
  readonly again: () => void;
};

/** The session that is on or next, with the way in. */
export function Hero({ next }: { next: Next }) {
  const { t } = useTranslation();
  if (next.session) return <Foremost session={next.session} />;
  if (next.error) return <Trouble error={next.error} again={next.again} />;
  if (next.session === undefined) return <Loading lines={2} />;
  return (
    <section className={classes.hero} aria-label={t("schedule.next")}>
      <Ring count={0} />
      <div className={classes.words}>
        <h2>{t("schedule.nothing")}</h2>
        <p className="soft">{t("schedule.nothingHint")}</p>
      </div>
    </section>
  );
}

function Foremost({ session }: { session: Session }) {
  const { t } = useTranslation();
  const count = useExpected(session);
  const people = useBesides(count, [session.topic]);
  const on = LIVE.includes(session.phase);
  const opened = session.phase !== "scheduled";
  const title = t(on ? "schedule.on" : "schedule.next");
  return (
    <section className={classes.hero} aria-label={title} data-on={opened || undefined}>
      <Ring count={count ?? 0} />
      <div className={classes.words}>
        <p className={classes.over}>
          <span>{title}</span>
          {opened && <Tag tone={PHASE_TONES[session.phase]}>{t(`phase.${session.phase}`)}</Tag>}
        </p>
        <h2>{session.group.name}</h2>
        <p className={classes.when}>
          <When session={session} />
        </p>
        <p className="soft">{people}</p>
        <div className={classes.ways}>
          {may(session, "enter") && (
            <Button variant="filled" component={Link} to={`/rooms/${session.id}`}>
              {t(opened ? "schedule.comeIn" : "schedule.open")}
            </Button>
          )}
          <Button component={Link} to={`/sessions/${session.id}`}>
            {t("schedule.page")}
          </Button>
        </div>
      </div>
    </section>
  );
}

function When({ session }: { session: Session }) {
  const { t } = useTranslation();
  const { clinic } = usePlace();
  const now = useSecond();
  const name = useDayName();
  const hours = useHours();
  const from = Date.parse(session.starts_at);
  const left = countdown(from - now);
  const day = name(dayIn(from, clinic.zone), today(clinic.zone));
  return (
    <>
      {day}, {hours(session)}
      {left.unit !== "now" && (
        <span className="soft tabular">
          {" "}
          {t(`schedule.in.${left.unit}`, { ...left } as Record<string, string | number>)}
        </span>
      )}
    </>
  );
}

function useSecond(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
