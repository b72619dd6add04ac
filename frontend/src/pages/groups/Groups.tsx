import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate, useSearchParams } from "react-router";
import * as api from "../../api/groups";
import type { Session } from "../../api/sessions";
import { Empty } from "../../components/Empty";
import { Loading } from "../../components/Loading";
import { Page } from "../../components/Page";
import { usePlace } from "../../components/Place";
import { Tag } from "../../components/Tag";
import { Trouble } from "../../components/Trouble";
import { Views } from "../../components/Views";
import { dateOf, dayName, hours, today } from "../../words/wall";
import { PHASE_TONES } from "../meeting/reach";
import { Nothing } from "../Nothing";
import { GroupForm } from "./GroupForm";
import classes from "./Groups.module.css";

/** The groups of the clinic, or those one holds. */
export default function Groups() {
  const { office, roles } = usePlace();
  // Whoever only audits has records, and no groups.
  return office || roles.has("facilitator") ? <Listed /> : <Nothing />;
}

function Listed() {
  const { t } = useTranslation();
  const { clinic, office } = usePlace();
  const [asked] = useSearchParams();
  const archived = asked.get("archived") === "true";
  const go = useNavigate();
  const [making, make] = useState(false);
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ["groups", clinic.id, archived],
    queryFn: () => api.groups(clinic.id, archived),
  });
  return (
    <Page
      title={t("groups.title")}
      lead={office ? t("groups.lead") : t("groups.leadHeld")}
      actions={
        office && (
          <Button variant="filled" onClick={() => make(true)}>
            {t("groups.new")}
          </Button>
        )
      }
    >
      <Views
        name={t("groups.views")}
        among={[
          { to: "/groups", name: t("groups.current"), here: !archived },
          { to: "/groups?archived=true", name: t("groups.archived"), here: archived },
        ]}
      />
      {isPending && <Loading />}
      {error && <Trouble error={error} again={() => void refetch()} />}
      {data?.results.length === 0 && <NoGroup archived={archived} />}
      {data && data.results.length > 0 && <Cards groups={data.results} archived={archived} />}
      <GroupForm
        open={making}
        close={() => make(false)}
        done={(made) => void go(`/groups/${made.id}`)}
      />
    </Page>
  );
}

function NoGroup({ archived }: { archived: boolean }) {
  const { t } = useTranslation();
  const { office } = usePlace();
  if (archived)
    return <Empty title={t("groups.noneArchived")}>{t("groups.noneArchivedHint")}</Empty>;
  return (
    <Empty title={t("groups.none")}>
      {office ? t("groups.noneHint") : t("groups.noneHeldHint")}
    </Empty>
  );
}

function Cards({ groups, archived }: { groups: readonly api.Group[]; archived: boolean }) {
  const { clinic } = usePlace();
  const since = today(clinic.zone);
  const { data } = useQuery({
    queryKey: ["sessions", clinic.id, "ahead", since],
    queryFn: () => api.ahead(clinic.id, since),
    enabled: !archived,
  });
  return (
    <ul className={classes.cards}>
      {groups.map((one) => (
        <Card
          key={one.id}
          group={one}
          next={data && (data.results.find((session) => session.group.id === one.id) ?? null)}
        />
      ))}
    </ul>
  );
}

/** `next` is null where nothing is planned, and undefined while that is not known. */
function Card({ group, next }: { group: api.Group; next: Session | null | undefined }) {
  const { t, i18n } = useTranslation();
  return (
    <li className={classes.card}>
      <div className={classes.head}>
        <h2>
          <Link to={`/groups/${group.id}`}>{group.name}</Link>
        </h2>
        <Tag>{t(`kinds.${group.kind ?? "other"}`)}</Tag>
      </div>
      {group.archived ? (
        <p className="soft">
          {t("groups.archivedOn", { day: dateOf(group.archived, i18n.language) })}
        </p>
      ) : (
        <Next session={next} />
      )}
      {api.holds(group) && <Who group={group} />}
    </li>
  );
}

function Next({ session }: { session: Session | null | undefined }) {
  const { t, i18n } = useTranslation();
  if (session === undefined) return <p className="soft">{t("app.loading")}</p>;
  if (session === null) return <p className="soft">{t("groups.nothingPlanned")}</p>;
  const open = session.phase !== "scheduled";
  return (
    <p className={classes.next}>
      {open && <Tag tone={PHASE_TONES[session.phase]}>{t(`phase.${session.phase}`)}</Tag>}
      <span className="tabular">
        {dayName(session.planned_date, i18n.language)}, {hours(session, i18n.language)}
      </span>
    </p>
  );
}

function Who({ group }: { group: api.Group }) {
  const { t } = useTranslation();
  const team = group.team ?? [];
  const lead = team.find((one) => one.leads);
  const others = team.filter((one) => !one.leads);
  return (
    <div className={classes.who}>
      <p className="tabular">
        {t("groups.places", { count: group.members ?? 0, capacity: group.capacity })}
      </p>
      <p className="soft">
        {lead ? t("groups.ledBy", { name: lead.name }) : t("groups.ledByNobody")}
        {others.length > 0 && ` · ${others.map((one) => one.name).join(", ")}`}
      </p>
    </div>
  );
}
