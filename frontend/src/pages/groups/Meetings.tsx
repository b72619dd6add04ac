import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import * as api from "../../api/groups";
import type { Session } from "../../api/sessions";
import { Empty } from "../../components/Empty";
import { Loading } from "../../components/Loading";
import { Panel } from "../../components/Panel";
import { usePlace } from "../../components/Place";
import { Tag } from "../../components/Tag";
import { Trouble } from "../../components/Trouble";
import { later } from "../../words/days";
import { dayName, hours, isHere, today, zoneName } from "../../words/wall";
import { PHASE_TONES } from "../meeting/reach";
import CancelSession from "./CancelSession";
import classes from "./Group.module.css";
import { PlanSeries } from "./PlanSeries";
import PlanSession from "./PlanSession";
import { RowMenu } from "./RowMenu";

type Say = (sentence: string) => void;

const BACK_DAYS = 60;
const FEW = 6;

/** The sessions of a group: what is to come, and what was lately. */
export function Meetings({ group, say }: { group: api.Group; say: Say }) {
  const { t, i18n } = useTranslation();
  const { clinic } = usePlace();
  const [planning, plan] = useState<"one" | "series" | null>(null);
  const [all, showAll] = useState(false);
  const since = today(clinic.zone);
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ["sessions", clinic.id, "ahead", since, group.id],
    queryFn: () => api.ahead(clinic.id, since, group.id),
  });
  const ahead = data?.results ?? [];
  const may = api.holds(group) && !group.archived;
  return (
    <Panel
      title={t("meetings.title")}
      aside={
        may && (
          <div className={classes.buttons}>
            <Button onClick={() => plan("series")}>{t("meetings.series")}</Button>
            <Button variant="filled" onClick={() => plan("one")}>
              {t("meetings.plan")}
            </Button>
          </div>
        )
      }
    >
      {isPending && <Loading lines={2} />}
      {error && <Trouble error={error} again={() => void refetch()} />}
      {data?.count === 0 && (
        <Empty title={t("meetings.none")}>{may ? t("meetings.noneHint") : null}</Empty>
      )}
      {ahead.length > 0 && !isHere(clinic.zone) && (
        <p className="soft">{t("meetings.zone", { zone: zoneName(clinic.zone, i18n.language) })}</p>
      )}
      <ul className={classes.rows}>
        {(all ? ahead : ahead.slice(0, FEW)).map((one) => (
          <Row key={one.id} session={one} say={say} />
        ))}
      </ul>
      {!all && ahead.length > FEW && (
        <div>
          <Button variant="subtle" onClick={() => showAll(true)}>
            {t("meetings.all", { count: data?.count })}
          </Button>
        </div>
      )}
      <Past group={group} say={say} />
      <PlanSession
        group={group.id}
        open={planning === "one"}
        close={() => plan(null)}
        done={() => say(t("plan.planned"))}
      />
      <PlanSeries
        group={group}
        like={ahead.at(-1)}
        open={planning === "series"}
        close={() => plan(null)}
        done={(count) => say(t("series.planned", { count }))}
      />
    </Panel>
  );
}

function Row({ session, say }: { session: Session; say: Say }) {
  const { t, i18n } = useTranslation();
  const [doing, act] = useState<"change" | "cancel" | null>(null);
  const planned = session.phase === "scheduled";
  const may = { change: planned && api.holds(session), cancel: planned && api.callsOff(session) };
  const day = dayName(session.planned_date, i18n.language);
  return (
    <li className={classes.row}>
      <div className={classes.what}>
        <span className={`${classes.named} tabular`}>
          <Link to={`/sessions/${session.id}`}>
            <span className={classes.whole}>{day},</span>{" "}
            <span className={classes.whole}>{hours(session, i18n.language)}</span>
          </Link>
          <Phase session={session} />
        </span>
        <About session={session} />
      </div>
      {(may.change || may.cancel) && (
        <RowMenu
          name={t("meetings.change")}
          label={t("meetings.changeOf", { day })}
          items={[
            ...(may.change ? [{ name: t("plan.changeTitle"), act: () => act("change") }] : []),
            ...(may.cancel ? [{ name: t("plan.cancelTitle"), act: () => act("cancel") }] : []),
          ]}
        />
      )}
      <PlanSession
        session={session}
        open={doing === "change"}
        close={() => act(null)}
        done={() => say(t("plan.changed"))}
      />
      <CancelSession
        session={session}
        open={doing === "cancel"}
        close={() => act(null)}
        done={() => say(t("plan.cancelled"))}
      />
    </li>
  );
}

function Phase({ session }: { session: Session }) {
  const { t } = useTranslation();
  if (session.phase === "scheduled") return null;
  return <Tag tone={PHASE_TONES[session.phase]}>{t(`phase.${session.phase}`)}</Tag>;
}

function About({ session }: { session: Session }) {
  const { t } = useTranslation();
  const place = session.modality === "online" ? "" : t(`modality.${session.modality ?? "online"}`);
  const said = [session.topic, place].filter(Boolean);
  return said.length > 0 ? <span className="soft">{said.join(" · ")}</span> : null;
}

function Past({ group, say }: { group: api.Group; say: Say }) {
  const { t } = useTranslation();
  const { clinic } = usePlace();
  const [open, setOpen] = useState(false);
  const until = today(clinic.zone);
  const days = { since: later(until, -BACK_DAYS), until };
  const { data, error, isLoading, refetch } = useQuery({
    queryKey: ["sessions", clinic.id, "past", group.id, until],
    queryFn: () => api.between(clinic.id, days, { group: group.id }),
    enabled: open,
  });
  const over = data?.results.filter((one) =>
    ["ended", "not_held", "cancelled"].includes(one.phase),
  );
  return (
    <details className={classes.past} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t("meetings.past")}</summary>
      {isLoading && <Loading lines={1} />}
      {error && <Trouble error={error} again={() => void refetch()} />}
      {over?.length === 0 && <p className="soft">{t("meetings.pastNone")}</p>}
      <ul className={classes.rows}>
        {[...(over ?? [])].reverse().map((one) => (
          <Row key={one.id} session={one} say={say} />
        ))}
      </ul>
      <p>
        <Link className={classes.link} to={`/sessions?group=${group.id}`}>
          {t("meetings.records")}
        </Link>
      </p>
    </details>
  );
}
