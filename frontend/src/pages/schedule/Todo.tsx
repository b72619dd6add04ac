import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Session } from "../../api/sessions";
import { Panel } from "../../components/Panel";
import { dayName } from "../../words/wall";
import classes from "./Schedule.module.css";

const SHOWN = 4;

/** Records of one's own sessions that nobody has signed yet. */
export function Todo({ sessions }: { sessions: readonly Session[] }) {
  const { t, i18n } = useTranslation();
  const more = sessions.length - SHOWN;
  return (
    <Panel title={t("schedule.toSign", { count: sessions.length })}>
      <ul className={classes.todo}>
        {sessions.slice(0, SHOWN).map((one) => (
          <li key={one.id}>
            <Link to={`/sessions/${one.id}`}>
              <strong>{one.group.name}</strong>
              <span className="soft">{dayName(one.planned_date, i18n.language)}</span>
            </Link>
          </li>
        ))}
      </ul>
      {more > 0 && <p className="soft">{t("schedule.more", { count: more })}</p>}
    </Panel>
  );
}
