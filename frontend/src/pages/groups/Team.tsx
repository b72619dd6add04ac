import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import * as api from "../../api/groups";
import type { Listed } from "../../api/http";
import { Ask } from "../../components/Ask";
import { Empty } from "../../components/Empty";
import { Tick } from "../../components/form/Fields";
import { FormDialog } from "../../components/form/Form";
import { PersonPicker } from "../../components/form/PersonPicker";
import { typed, unlessGiven } from "../../components/form/wrong";
import { Loading } from "../../components/Loading";
import { Panel } from "../../components/Panel";
import { Tag } from "../../components/Tag";
import { Trouble } from "../../components/Trouble";
import { teamChanged } from "./changed";
import classes from "./Group.module.css";
import { RowMenu } from "./RowMenu";

type Say = (sentence: string) => void;

/** Who holds a group as a rule: assigned to each session that is planned from then on. */
export function Team({ group, say }: { group: api.Group; say: Say }) {
  const { t } = useTranslation();
  const [adding, add] = useState(false);
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ["team", group.id],
    queryFn: () => api.team(group.id),
  });
  const sets = api.sets(group) && !group.archived;
  return (
    <Panel
      title={t("team.title")}
      aside={sets && <Button onClick={() => add(true)}>{t("team.add")}</Button>}
    >
      {isPending && <Loading lines={1} />}
      {error && <Trouble error={error} again={() => void refetch()} />}
      {data?.count === 0 && <Empty title={t("team.none")}>{t("team.noneHint")}</Empty>}
      <ul className={classes.rows}>
        {data?.results.map((one) => (
          <Row key={one.seat} group={group} member={one} sets={sets} say={say} />
        ))}
      </ul>
      <p className={`soft ${classes.small}`}>{t("team.lead")}</p>
      <Add group={group} open={adding} close={() => add(false)} say={say} />
    </Panel>
  );
}

function Row({
  group,
  member,
  sets,
  say,
}: {
  group: api.Group;
  member: api.TeamMember;
  sets: boolean;
  say: Say;
}) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [asking, ask] = useState(false);
  const leading = useMutation({
    mutationFn: () => api.join(group.id, member.person, true),
    networkMode: "always",
    onSuccess: () => {
      teamChanged(queries);
      say(t("team.leadsNow", { name: member.name }));
    },
  });
  async function leave() {
    await api.leaveTeam(group.id, member.seat);
    teamChanged(queries);
    say(t("team.removed", { name: member.name }));
  }
  return (
    <li className={classes.row}>
      <div className={classes.what}>
        <span className={classes.named}>
          {api.sets(group) ? (
            <Link to={`/people/${member.person}`}>{member.name}</Link>
          ) : (
            member.name
          )}
          {member.leads && <Tag tone="pine">{t("room.leads")}</Tag>}
        </span>
        {member.credential && <span className="soft">{member.credential}</span>}
      </div>
      {sets && (
        <RowMenu
          name={t("members.more")}
          label={t("members.moreOf", { name: member.name })}
          busy={leading.isPending}
          items={[
            ...(member.leads ? [] : [{ name: t("team.makeLead"), act: () => leading.mutate() }]),
            { name: t("team.remove"), act: () => ask(true) },
          ]}
        />
      )}
      {leading.error && <Trouble error={leading.error} />}
      <Ask
        title={t("team.removeTitle", { name: member.name })}
        open={asking}
        close={() => ask(false)}
        act={leave}
        go={t("team.removeGo")}
        care
      >
        <p>{t("team.removeLead")}</p>
      </Ask>
    </li>
  );
}

function Add({
  group,
  open,
  close,
  say,
}: {
  group: api.Group;
  open: boolean;
  close: () => void;
  say: Say;
}) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const team = queries.getQueryData<Listed<api.TeamMember>>(["team", group.id]);
  const taken = new Set(team?.results.map((one) => one.person));
  async function act(form: FormData) {
    const made = await api.join(group.id, typed(form, "person"), form.has("leads"));
    teamChanged(queries);
    close();
    say(t("team.added", { name: made.name }));
  }
  return (
    <FormDialog
      title={t("team.addTitle", { group: group.name })}
      open={open}
      close={close}
      act={act}
      check={(form) => unlessGiven(form, "person", t("picker.missing"))}
      go={t("team.addGo")}
    >
      <PersonPicker
        name="person"
        label={t("team.who")}
        roles={["facilitator", "supervisor", "administrator"]}
        taken={taken}
      />
      <Tick name="leads" label={t("team.toLead")} help={t("team.toLeadHelp")} />
    </FormDialog>
  );
}
