import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { Problem } from "../../api/http";
import { meeting } from "../../api/meeting";
import type { Session } from "../../api/sessions";
import { Loading } from "../../components/Loading";
import { Page } from "../../components/Page";
import { Panel } from "../../components/Panel";
import { Tag } from "../../components/Tag";
import { Trouble } from "../../components/Trouble";
import { zoneName } from "../../words/time";
import { dayName, hours } from "../../words/wall";
import { Nothing } from "../Nothing";
import { After } from "./After";
import { Expected } from "./Expected";
import { Guests } from "./Guests";
import classes from "./Meeting.module.css";
import { LIVE, may, OVER, PHASE_TONES } from "./reach";
import { Team } from "./Team";

const PlanSession = lazy(() => import("../groups/PlanSession"));
const CancelSession = lazy(() => import("../groups/CancelSession"));
const AGAIN_MS = 20_000;

/** A session's own page: its plan, who belongs to it, and what its record says. */
export default function Meeting() {
  const { t } = useTranslation();
  const { session: id = "" } = useParams();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ["session", id],
    queryFn: () => meeting(id),
    refetchInterval: AGAIN_MS,
  });
  const none = error instanceof Problem && (error.status === 404 || error.status === 403);
  if (none) return <Nothing />;
  if (isPending || error)
    return (
      <Page title={t("meeting.title")} up={{ to: "/", name: t("nav.schedule") }}>
        {isPending ? <Loading lines={6} /> : <Trouble error={error} again={() => void refetch()} />}
      </Page>
    );
  return <Shown session={data} />;
}

function Shown({ session }: { session: Session }) {
  const { t } = useTranslation();
  const opened = session.phase !== "scheduled" && session.phase !== "cancelled";
  const over = OVER.includes(session.phase);
  const seen = opened && may(session, "see_attendance");
  const people = may(session, "see_staff");
  return (
    <Page
      title={session.group.name}
      up={{ to: "/", name: t("nav.schedule") }}
      lead={<Lead session={session} />}
      actions={<Actions session={session} />}
    >
      {session.phase === "cancelled" && (
        <Panel title={t("meeting.cancelled")}>
          <p className="soft">{t("meeting.cancelledLead")}</p>
        </Panel>
      )}
      <div className={classes.parts} data-sided={people || undefined}>
        <div className={classes.column}>
          {seen && <After session={session.id} over={over} />}
          {!over && !seen && <Expected session={session} />}
          {over && !seen && session.phase !== "cancelled" && (
            <Panel title={t("meeting.attendance")}>
              <p className="soft">{t("meeting.notYours")}</p>
            </Panel>
          )}
        </div>
        {people && (
          <div className={classes.column}>
            <Team session={session} />
            <Guests session={session} />
          </div>
        )}
      </div>
    </Page>
  );
}

function Lead({ session }: { session: Session }) {
  const { t, i18n } = useTranslation();
  const modality = t(`meeting.modality.${session.modality ?? "online"}`);
  const zone = zoneName(Date.parse(session.starts_at), i18n.language, session.zone);
  return (
    <div className={classes.lead}>
      <p>
        {dayName(session.planned_date, i18n.language)}, {hours(session, i18n.language)}{" "}
        <span className={classes.zone}>({zone})</span>
      </p>
      <p className={classes.tags}>
        <Tag tone={PHASE_TONES[session.phase]}>{t(`phase.${session.phase}`)}</Tag>
        <span>{[modality, session.topic].filter(Boolean).join(" · ")}</span>
      </p>
    </div>
  );
}

function Actions({ session }: { session: Session }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<"change" | "cancel" | null>(null);
  const { phase } = session;
  const enters = may(session, "enter") && !OVER.includes(phase);
  const changes = phase === "scheduled" && may(session, "edit_session");
  const cancels = (phase === "scheduled" || phase === "door_open") && may(session, "cancel");
  const read = may(session, "see_attendance") && (OVER.includes(phase) || LIVE.includes(phase));
  const close = () => setOpen(null);
  return (
    <>
      {changes && <Button onClick={() => setOpen("change")}>{t("meeting.change")}</Button>}
      {cancels && <Button onClick={() => setOpen("cancel")}>{t("meeting.cancel")}</Button>}
      {read && (
        <Button component={Link} to={`/sessions/${session.id}/record`}>
          {t("meeting.record")}
        </Button>
      )}
      {enters && (
        <Button variant="filled" component={Link} to={`/rooms/${session.id}`}>
          {t(phase === "scheduled" ? "schedule.open" : "schedule.comeIn")}
        </Button>
      )}
      {open && (
        <Waiting>
          {open === "change" ? (
            <PlanSession session={session} open close={close} />
          ) : (
            <CancelSession session={session} open close={close} />
          )}
        </Waiting>
      )}
    </>
  );
}

function Waiting({ children }: { children: ReactNode }) {
  return <Suspense fallback={null}>{children}</Suspense>;
}
