import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Session } from "../../api/sessions";
import { Tag } from "../../components/Tag";
import { isOpen } from "./plan";
import classes from "./Today.module.css";
import { useWhen } from "./when";

/** What comes after the next session, for two weeks; what was called off says so. */
export function Coming({ sessions }: { sessions: readonly Session[] }) {
  const { t } = useTranslation();
  return (
    <section className={classes.panel} aria-labelledby="coming">
      <h2 id="coming">{t("today.coming")}</h2>
      {sessions.length === 0 && <p className="soft">{t("today.comingNone")}</p>}
      <ul className={classes.rows}>
        {sessions.map((session) => (
          <Row key={session.id} session={session} />
        ))}
      </ul>
    </section>
  );
}

function Row({ session }: { session: Session }) {
  const { t } = useTranslation();
  const { day, hours, clinic } = useWhen(session);
  const off = session.phase === "cancelled";
  return (
    <li data-off={off || undefined}>
      <div className={classes.what}>
        <p>
          <strong className={classes.day_name}>{day}</strong>
        </p>
        <p className={`tabular ${classes.hours}`}>{hours}</p>
        <p>{session.group.name}</p>
        {session.topic && <p className="soft">{session.topic}</p>}
        {clinic && !off && <p className="soft tabular">{clinic}</p>}
      </div>
      {off && <Tag tone="sun">{t("phase.cancelled")}</Tag>}
      {isOpen(session) && (
        <Button component={Link} to={`/rooms/${session.id}`}>
          {t("today.enter")}
        </Button>
      )}
    </li>
  );
}
