import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type * as record from "../../api/record";
import { StatusTag } from "../../components/AttendanceTable";
import table from "../../components/Table.module.css";
import { Tag } from "../../components/Tag";
import { PHASE_TONES } from "../meeting/reach";
import { clockOf } from "./clock";
import { flagsOf } from "./figures";
import { GlanceBar } from "./GlanceBar";
import classes from "./Sessions.module.css";
import { OFF } from "./states";

/** Sessions in lines, each leading to its record or, before and while it runs, to its page. */
export function SessionTable({
  sessions,
  busy,
  person,
}: {
  sessions: readonly record.Glanced[];
  busy: boolean;
  person: string;
}) {
  const { t } = useTranslation();
  return (
    <div className={classes.card}>
      <table className={`${table.table} ${classes.table}`} aria-busy={busy}>
        <caption className="heard-only">{t("records.title")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("records.session")}</th>
            {person && <th scope="col">{t("records.person")}</th>}
            <th scope="col">{t("records.attended")}</th>
            <th scope="col" data-number>
              {t("records.ran")}
            </th>
            <th scope="col">{t("records.led")}</th>
            <th scope="col">{t("records.state")}</th>
          </tr>
        </thead>
        <tbody>
          {sessions.map((session) => (
            <Row key={session.id} session={session} person={person} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ session, person }: { session: record.Glanced; person: string }) {
  const { t, i18n } = useTranslation();
  const clock = clockOf(session.zone, i18n.language);
  const [since, until] = [Date.parse(session.starts_at), Date.parse(session.ends_at)];
  const { glance } = session;
  const over = [...OFF, "ended"].includes(session.phase);
  // Whoever only audits has nothing on the page of a session that goes on.
  const audits = session.reach.every((reach) => reach === "auditor");
  const to = `/sessions/${session.id}${over || (audits && glance) ? "/record" : ""}`;
  const ran = glance ? clock.length(glance.running_min * 60_000) : "";
  return (
    <tr className={classes.row}>
      <th scope="row">
        <Link className={classes.link} to={to}>
          {clock.day(since)}
        </Link>
        <div className={classes.second}>
          {clock.range(since, until)} · {session.group.name}
        </div>
      </th>
      {person && (
        <td data-name={t("records.person")}>
          {glance?.person ? (
            <span className={classes.own}>
              <StatusTag status={glance.person.status} />{" "}
              {clock.length(glance.person.credited_min * 60_000)}
            </span>
          ) : (
            <span className="soft">–</span>
          )}
        </td>
      )}
      <td data-name={t("records.attended")}>
        {glance ? (
          <GlanceBar glance={glance} />
        ) : (
          <span className="soft">{t("records.notYet")}</span>
        )}
      </td>
      <td data-name={t("records.ran")} data-number>
        {ran}
      </td>
      <td data-name={t("records.led")} className={classes.led}>
        {glance?.facilitators?.replaceAll("; ", " · ")}
      </td>
      <td data-name={t("records.state")}>
        <States session={session} over={over} />
      </td>
    </tr>
  );
}

function States({ session, over }: { session: record.Glanced; over: boolean }) {
  const { t } = useTranslation();
  const { glance, phase } = session;
  const signed = glance?.signed ?? [];
  const ended = phase === "ended";
  return (
    <div className={classes.states}>
      {!ended && <Tag tone={PHASE_TONES[phase]}>{t(`phase.${phase}`)}</Tag>}
      {over && ended && (
        <>
          {signed.length > 0 ? (
            <Tag tone="pine">{t("records.signed")}</Tag>
          ) : (
            <Tag tone="sun">{t("records.waits")}</Tag>
          )}
          <Tag>{t(glance?.sealed_at ? "records.sealed" : "records.unsealed")}</Tag>
        </>
      )}
      {glance &&
        flagsOf(glance).map((flag) => (
          <Tag key={flag} tone="sun">
            {t(`record.flag.${flag as "overlap"}`)}
          </Tag>
        ))}
    </div>
  );
}
