import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { group as groupOf } from "../../api/groups";
import type { Session } from "../../api/sessions";
import { clockTime } from "../../words/time";
import { Alias } from "./Alias";
import { CountCircle } from "./CountCircle";
import classes from "./Next.module.css";
import { isOpen, startOf, takesPart } from "./plan";
import { useWhen } from "./when";

/** The next session: what, when, how long until then, and the way in. */
export function Next({ session }: { session: Session }) {
  const { t } = useTranslation();
  const { whole, clinic } = useWhen(session);
  const open = isOpen(session);
  const here = session.modality !== "in_person";
  return (
    <section className={classes.next} aria-labelledby="next-session">
      <header className={classes.head}>
        <p className={classes.kicker}>{t(open ? "today.openNow" : "today.next")}</p>
        <h2 id="next-session">{session.group.name}</h2>
        <p className={`tabular ${classes.when}`}>{whole}</p>
        {clinic && <p className="soft tabular">{clinic}</p>}
        {session.topic && <p>{session.topic}</p>}
        {session.modality && session.modality !== "online" && (
          <p className="soft">{t(here ? "today.hybrid" : "today.inPerson")}</p>
        )}
      </header>
      <CountCircle session={session} />
      <div className={classes.way}>
        <p role="status" className={classes.state} data-open={open || undefined}>
          {open ? <Door session={session} /> : takesPart(session) && <DoorAt session={session} />}
        </p>
        {open ? (
          <Button component={Link} to={`/rooms/${session.id}`} variant="filled" size="md">
            {t("today.enter")}
          </Button>
        ) : (
          here && (
            <Button component={Link} to={`/rooms/${session.id}`}>
              {t("today.look")}
            </Button>
          )
        )}
      </div>
      {takesPart(session) && <Alias group={session.group} />}
    </section>
  );
}

const DOORS = {
  running: "today.running",
  on_break: "today.onBreak",
  on_hold: "today.onHold",
} as const;

function Door({ session }: { session: Session }) {
  const { t } = useTranslation();
  const phase = session.phase as keyof typeof DOORS;
  return <>{t(DOORS[phase] ?? "today.doorOpen")}</>;
}

function DoorAt({ session }: { session: Session }) {
  const { t, i18n } = useTranslation();
  const { data, isLoading } = useQuery({
    queryKey: ["group", session.group.id],
    queryFn: () => groupOf(session.group.id),
    staleTime: Number.POSITIVE_INFINITY,
  });
  // The way in below it stays where it is.
  if (isLoading) return "\u00a0";
  if (data?.door_min === undefined) return null;
  const opens = startOf(session) - data.door_min * 60_000;
  return <>{t("today.doorAt", { time: clockTime(opens, i18n.language) })}</>;
}
