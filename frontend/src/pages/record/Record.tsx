import { Button } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import type { Attendance, Session } from "../../api/record";
import { Dialog } from "../../components/Dialog";
import { Empty } from "../../components/Empty";
import { Loading } from "../../components/Loading";
import { Page } from "../../components/Page";
import { Panel } from "../../components/Panel";
import { Tag } from "../../components/Tag";
import { Trouble } from "../../components/Trouble";
import { Nothing } from "../Nothing";
import { Afterwards } from "./Afterwards";
import { type Clock, clockOf, msOf } from "./clock";
import { Entries } from "./Entries";
import { Export } from "./Export";
import { type Chosen, flagsOf } from "./figures";
import { Meeting } from "./Meeting";
import { People } from "./People";
import classes from "./Record.module.css";
import {
  isNothing,
  useAttendance,
  usePictured,
  useSession,
  useTraced,
  useVerification,
} from "./reading";
import { Timeline } from "./Timeline";
import { Trace, useValue, useWhose } from "./Trace";
import { picture } from "./timeline";
import { Meaning, useVerify } from "./Verification";

const READERS = ["administrator", "auditor"];
// Wide enough for a figure's entries beside the table.
const WIDE = "(min-width: 1080px)";

/** The record of one session: what happened, whether it holds, and where each figure is from. */
export default function Record() {
  const { t } = useTranslation();
  const { session: id = "" } = useParams();
  const up = { to: "/sessions", name: t("record.up") };
  const session = useSession(id);
  const opened = session.data !== undefined && session.data.phase !== "scheduled";
  const attendance = useAttendance(id, opened);
  if (isNothing(session.error) || isNothing(attendance.error)) return <Nothing />;
  const error = session.error ?? attendance.error;
  if (error) {
    const again = () => void (session.error ? session : attendance).refetch();
    return (
      <Page title={session.data?.group.name ?? t("records.title")} up={up}>
        <Trouble error={error} again={again} />
      </Page>
    );
  }
  if (session.data && !opened)
    return (
      <Page title={session.data.group.name} up={up}>
        <Empty title={t("record.none")}>
          <p>{t("record.noneMeans")}</p>
          <Button component={Link} className={classes.link} to={`/sessions/${id}`}>
            {t("record.toSession")}
          </Button>
        </Empty>
      </Page>
    );
  if (session.data === undefined || attendance.data === undefined)
    return (
      <Page title={session.data?.group.name ?? t("records.title")} up={up}>
        <Loading lines={6} />
      </Page>
    );
  return <Read session={session.data} attendance={attendance.data} />;
}

function Read({ session, attendance }: { session: Session; attendance: Attendance }) {
  const { t, i18n } = useTranslation();
  const wide = useMediaQuery(WIDE, true, { getInitialValueInEffect: false });
  const [chosen, setChosen] = useState<Chosen | null>(null);
  // On a phone what was chosen stays lit when its sheet is closed.
  const [sheet, setSheet] = useState(false);
  const [only, setOnly] = useState<number | null>(null);
  const [exporting, setExporting] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const queries = useQueryClient();
  const { id } = session;
  const clock = clockOf(attendance.meeting.zone ?? session.zone, i18n.language);
  const ledger = session.reach.some((reach) => READERS.includes(reach));
  const pictured = usePictured(id, ledger);
  const traced = useTraced(id, attendance, chosen, pictured.data ?? [], ledger);
  const found = useVerification(id, true);
  const sealed = msOf(found.data?.sealed_at);
  const verify = useVerify(id, found, sealed === null ? null : sealedAt(sealed, session, clock));

  function choose(figure: Chosen) {
    setChosen(figure);
    setSheet(true);
  }

  function showEntry(entry: number) {
    setOnly(entry);
    list.current?.scrollIntoView({ block: "start" });
  }
  const trace = chosen && {
    attendance,
    chosen,
    traced,
    ledger,
    clock,
  };
  return (
    <Page
      title={session.group.name}
      up={{ to: "/sessions", name: t("record.up") }}
      lead={<Lead session={session} attendance={attendance} clock={clock} />}
      actions={
        <div className={classes.actions}>
          {verify.badge}
          <div className={classes.buttons}>
            {verify.buttons}
            {attendance.meeting.provisional && (
              <Button onClick={() => void queries.invalidateQueries({ queryKey: ["record", id] })}>
                {t("record.readAgain")}
              </Button>
            )}
            <Button onClick={() => setExporting(true)}>{t("record.export.open")}</Button>
          </div>
        </div>
      }
    >
      <Meaning verify={verify} show={ledger ? showEntry : null} />
      <Panel title={t("record.line.title")}>
        {pictured.error && <Trouble error={pictured.error} again={() => void pictured.refetch()} />}
        {ledger && pictured.isPending ? (
          <Loading lines={5} />
        ) : (
          <Timeline
            picture={picture(attendance, pictured.data ?? [])}
            clock={clock}
            chosen={chosen}
            choose={choose}
            lit={traced.data ?? []}
          />
        )}
      </Panel>
      <div className={classes.figures}>
        <div className={classes.main}>
          <Panel title={t("record.people.title")}>
            <p className="soft">{t("record.people.lead")}</p>
            <People attendance={attendance} clock={clock} chosen={chosen} choose={choose} />
          </Panel>
          <Meeting attendance={attendance} clock={clock} chosen={chosen} choose={choose} />
        </div>
        {wide && (
          <aside className={classes.aside} aria-label={t("record.trace.empty")} aria-live="polite">
            {trace ? (
              <Trace {...trace} close={() => setChosen(null)} />
            ) : (
              <div>
                <h2>{t("record.trace.empty")}</h2>
                <p className="soft">{t("record.trace.emptyMeans")}</p>
              </div>
            )}
          </aside>
        )}
      </div>
      <Afterwards attendance={attendance} clock={clock} />
      <div ref={list} className={classes.list}>
        {ledger ? (
          <Entries
            session={id}
            attendance={attendance}
            clock={clock}
            only={only}
            showAll={() => setOnly(null)}
          />
        ) : (
          <Panel title={t("record.entries.title")}>
            <p className="soft">{t("record.entries.noLedger")}</p>
          </Panel>
        )}
      </div>
      <p className="soft">{t("record.seen")}</p>
      <Export session={id} ledger={ledger} open={exporting} close={() => setExporting(false)} />
      {!wide && sheet && trace && <TraceDialog {...trace} close={() => setSheet(false)} />}
    </Page>
  );
}

/** The time alone where it was sealed on the day of the session. */
function sealedAt(at: number, session: Session, clock: Clock): string {
  const same = clock.day(at) === clock.day(Date.parse(session.ends_at));
  return same ? clock.time(at) : clock.moment(at);
}

function TraceDialog({ close, ...trace }: Parameters<typeof Trace>[0] & { close: () => void }) {
  const value = useValue(trace.attendance, trace.clock)(trace.chosen);
  const whose = useWhose(trace.attendance)(trace.chosen);
  return (
    <Dialog open close={close} title={`${whose}, ${value}`}>
      <Trace {...trace} headed={false} />
    </Dialog>
  );
}

function Lead({
  session,
  attendance: { meeting },
  clock,
}: {
  session: Session;
  attendance: Attendance;
  clock: Clock;
}) {
  const { t } = useTranslation();
  const since = Date.parse(session.starts_at);
  const until = Date.parse(session.ends_at);
  const names = (meeting.facilitators ?? "").split("; ").filter(Boolean);
  const said = [
    `${clock.day(since)}, ${clock.range(since, until)} ${clock.zoneName(since)}`,
    names.length > 0 && t("record.ledBy", { names: clock.all(names) }),
    t("record.attended", { present: meeting.present, count: meeting.expected }),
  ].filter(Boolean);
  return (
    <div className={classes.lead}>
      <p>{said.join(" · ")}</p>
      <div className={classes.tags}>
        <Tag>{t(`phase.${session.phase as "ended"}`)}</Tag>
        <Tag tone={meeting.provisional ? "sun" : "none"}>
          {t(meeting.provisional ? "record.provisional" : "record.final")}
        </Tag>
        {flagsOf(meeting).map((flag) => (
          <Tag key={flag} tone="sun">
            {t(`record.flag.${flag as "overlap"}`)}
          </Tag>
        ))}
        {meeting.provisional && <span>{t("record.provisionalMeans")}</span>}
      </div>
    </div>
  );
}
