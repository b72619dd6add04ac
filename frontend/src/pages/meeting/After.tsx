import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { type Attendance, attendance } from "../../api/meeting";
import { AttendanceTable } from "../../components/AttendanceTable";
import { Empty } from "../../components/Empty";
import { Loading } from "../../components/Loading";
import { Panel } from "../../components/Panel";
import { Tag } from "../../components/Tag";
import { Trouble } from "../../components/Trouble";
import { clockTime, zoneName } from "../../words/time";
import classes from "./After.module.css";
import { Corrections, Signatures } from "./Signed";

const AGAIN_MS = 60_000;

/** What the record says of a session, anew each minute while it runs. */
export function useAttendance(session: string, running: boolean) {
  return useQuery({
    queryKey: ["attendance", session],
    queryFn: () => attendance(session),
    refetchInterval: running ? AGAIN_MS : false,
  });
}

/** The attendance of a session, live from the ledger; once it is over, corrections and signatures. */
export function After({ session, over }: { session: string; over: boolean }) {
  const { data, error, isPending, refetch } = useAttendance(session, !over);
  if (isPending) return <Loading lines={6} />;
  if (error) return <Trouble error={error} again={() => void refetch()} />;
  return (
    <>
      <Attended seen={data} />
      {over && (
        <div className={classes.pair}>
          <Signatures session={session} seen={data} />
          <Corrections session={session} seen={data} />
        </div>
      )}
    </>
  );
}

function Attended({ seen }: { seen: Attendance }) {
  const { t, i18n } = useTranslation();
  const zone = zoneName(
    Date.parse(seen.meeting.upto ?? ""),
    i18n.language,
    seen.meeting.zone ?? "UTC",
  );
  const { meeting, people } = seen;
  const aside = (
    <span className={classes.aside}>
      {meeting.provisional && <Tag tone="sun">{t("meeting.live")}</Tag>}
      <span className="soft">{t("meeting.inZone", { zone })}</span>
    </span>
  );
  return (
    <Panel title={t("meeting.attendance")} aside={aside}>
      <Figures meeting={meeting} />
      {people.length === 0 ? (
        <Empty title={t("meeting.nobody")} />
      ) : (
        <AttendanceTable seen={seen} />
      )}
    </Panel>
  );
}

function Figures({ meeting }: { meeting: Attendance["meeting"] }) {
  const { t, i18n } = useTranslation();
  const at = (iso: string | null) =>
    iso ? clockTime(Date.parse(iso), i18n.language, meeting.zone ?? "UTC") : "";
  const minutes = (ms: number) => t("attended.min", { count: Math.round(ms / 60_000) });
  const figures = [
    [t("meeting.came"), t("meeting.cameOf", { n: meeting.present, of: meeting.expected })],
    ...(meeting.actual_start
      ? [
          [
            t("meeting.ran"),
            meeting.provisional
              ? t("meeting.since", { time: at(meeting.actual_start) })
              : `${at(meeting.actual_start)} – ${at(meeting.actual_end)}`,
          ],
        ]
      : []),
    [t("meeting.running"), minutes(meeting.running_ms)],
    ...(meeting.breaks > 0 ? [[t("meeting.breaks"), minutes(meeting.breaks_ms)]] : []),
    ...(meeting.holds > 0 ? [[t("meeting.holds"), minutes(meeting.holds_ms)]] : []),
    ...(meeting.extended_s > 0
      ? [[t("meeting.extended"), minutes(meeting.extended_s * 1000)]]
      : []),
  ];
  return (
    <dl className={classes.figures}>
      {figures.map(([name, figure]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{figure}</dd>
        </div>
      ))}
    </dl>
  );
}
