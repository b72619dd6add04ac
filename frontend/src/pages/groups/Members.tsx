import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import * as api from "../../api/groups";
import { Ask } from "../../components/Ask";
import { Empty } from "../../components/Empty";
import { Loading } from "../../components/Loading";
import { Panel } from "../../components/Panel";
import { Trouble } from "../../components/Trouble";
import { dateOf } from "../../words/wall";
import { Disc } from "../people/Disc";
import { IssueCode } from "../people/IssueCode";
import { membersChanged } from "./changed";
import { Enrol } from "./Enrol";
import classes from "./Group.module.css";
import { RowMenu } from "./RowMenu";

type Say = (sentence: string) => void;

/** Who takes part in a group: the name the group knows, and the one the clinic does. */
export function Members({ group, say }: { group: api.Group; say: Say }) {
  const { t } = useTranslation();
  const [enrolling, enrol] = useState(false);
  const { data, error, isPending, refetch } = useMembers(group, true);
  const sets = api.sets(group);
  const full = data !== undefined && data.count >= (group.capacity ?? 0);
  return (
    <Panel
      title={data ? t("members.titleCount", { count: data.count }) : t("members.title")}
      aside={
        sets && !group.archived && <Button onClick={() => enrol(true)}>{t("members.enrol")}</Button>
      }
    >
      {isPending && <Loading lines={2} />}
      {error && <Trouble error={error} again={() => void refetch()} />}
      {data?.count === 0 && (
        <Empty title={t("members.none")}>
          {sets && !group.archived ? t("members.noneHint") : null}
        </Empty>
      )}
      {full && data.count > 0 && <p className="soft">{t("members.full")}</p>}
      <ul className={classes.rows}>
        {data?.results.map((one) => (
          <Row key={one.seat} group={group} member={one} say={say} />
        ))}
      </ul>
      <Left group={group} />
      {sets && (
        <Enrol
          group={group}
          open={enrolling}
          close={() => enrol(false)}
          done={(one) => say(t("members.enrolled", { name: one.name, alias: one.alias }))}
        />
      )}
    </Panel>
  );
}

function useMembers(group: api.Group, active: boolean, enabled = true) {
  return useQuery({
    queryKey: ["members", group.id, active],
    queryFn: () => api.members(group.id, active),
    enabled,
  });
}

function Row({ group, member, say }: { group: api.Group; member: api.Member; say: Say }) {
  const { t, i18n } = useTranslation();
  const [asking, ask] = useState<"end" | "code" | null>(null);
  const sets = api.sets(group);
  const aliased = member.name !== member.alias;
  const page = `/people/${member.person}`;
  return (
    <li className={classes.row}>
      <Disc name={member.alias} />
      <div className={classes.what}>
        <span className={classes.named}>
          {sets && !aliased ? <Link to={page}>{member.alias}</Link> : member.alias}
        </span>
        <span className={classes.notes}>
          {aliased && (sets ? <Link to={page}>{member.name}</Link> : <span>{member.name}</span>)}
          {member.since && (
            <span>{t("members.since", { day: dateOf(member.since, i18n.language) })}</span>
          )}
        </span>
      </div>
      {sets ? (
        <RowMenu
          name={t("members.more")}
          label={t("members.moreOf", { name: member.name })}
          items={[
            { name: t("members.code"), act: () => ask("code") },
            { name: t("members.endGo"), act: () => ask("end") },
          ]}
        />
      ) : (
        <Button
          variant="subtle"
          aria-label={t("members.codeFor", { name: member.name })}
          onClick={() => ask("code")}
        >
          {t("members.code")}
        </Button>
      )}
      <End
        group={group}
        member={member}
        open={asking === "end"}
        close={() => ask(null)}
        say={say}
      />
      <IssueCode
        person={{ id: member.person, name: member.name }}
        open={asking === "code"}
        close={() => ask(null)}
      />
    </li>
  );
}

/** Asks once, then ends somebody's enrolment. */
export function End({
  group,
  member,
  open,
  close,
  say,
}: {
  group: Pick<api.Group, "id" | "name">;
  member: api.Member;
  open: boolean;
  close: () => void;
  say: Say;
}) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  async function act() {
    await api.endEnrolment(group.id, member.seat);
    membersChanged(queries);
    say(t("members.ended", { name: member.name, group: group.name }));
  }
  return (
    <Ask
      title={t("members.endTitle", { name: member.name })}
      open={open}
      close={close}
      act={act}
      go={t("members.endGo")}
      care
    >
      <p>{t("members.endLead", { group: group.name })}</p>
    </Ask>
  );
}

function Left({ group }: { group: api.Group }) {
  const { t, i18n } = useTranslation();
  const [open, setOpen] = useState(false);
  const { data, error, isLoading, refetch } = useMembers(group, false, open);
  return (
    <details className={classes.past} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t("members.left")}</summary>
      {isLoading && <Loading lines={1} />}
      {error && <Trouble error={error} again={() => void refetch()} />}
      {data?.count === 0 && <p className="soft">{t("members.leftNone")}</p>}
      <ul className={classes.rows}>
        {data?.results.map((one) => (
          <li key={`${one.seat} ${one.since}`} className={classes.row}>
            <div className={classes.what}>
              <span className={classes.named}>{one.alias}</span>
              <span className={classes.notes}>
                <span>{one.name}</span>
                {one.since && one.until && (
                  <span>
                    {dateOf(one.since, i18n.language)} – {dateOf(one.until, i18n.language)}
                  </span>
                )}
              </span>
            </div>
          </li>
        ))}
      </ul>
    </details>
  );
}
