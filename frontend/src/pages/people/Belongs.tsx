import { Button } from "@mantine/core";
import { useQueries, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import * as groups from "../../api/groups";
import type { Person } from "../../api/people";
import { Choice } from "../../components/form/Fields";
import { FormDialog } from "../../components/form/Form";
import { typed, unlessGiven } from "../../components/form/wrong";
import { Loading } from "../../components/Loading";
import { Panel } from "../../components/Panel";
import { usePlace } from "../../components/Place";
import { Tag } from "../../components/Tag";
import { Trouble } from "../../components/Trouble";
import { dateOf } from "../../words/wall";
import { membersChanged } from "../groups/changed";
import { AliasField } from "../groups/Enrol";
import classes from "../groups/Group.module.css";
import { End } from "../groups/Members";

type Say = (sentence: string) => void;
type Brief = { readonly id: string; readonly name: string };

/** The groups somebody takes part in or holds. */
export function Belongs({ person, say }: { person: Person; say: Say }) {
  const { t } = useTranslation();
  const [enrolling, enrol] = useState(false);
  const { data, error, isPending, refetch } = useTheirs(person.id);
  const takesPart = person.memberships.some((one) => one.active && one.role === "participant");
  return (
    <Panel
      title={t("person.groups")}
      aside={takesPart && <Button onClick={() => enrol(true)}>{t("members.enrolGo")}</Button>}
    >
      {isPending && <Loading lines={1} />}
      {error && <Trouble error={error} again={() => void refetch()} />}
      {data && <Places person={person} among={data.results} say={say} />}
      <EnrolIn
        person={person}
        open={enrolling}
        close={() => enrol(false)}
        done={(alias) => say(t("members.enrolled", { name: person.name, alias }))}
      />
    </Panel>
  );
}

/** The groups in which somebody takes part at present, or of whose team they are. */
function useTheirs(person: string) {
  const { clinic } = usePlace();
  return useQuery({
    queryKey: ["groups", clinic.id, "of", person],
    queryFn: () => groups.groups(clinic.id, false, person),
  });
}

/** Only the groups of this person are asked, for who looks at whose members is written down. */
function Places({
  person,
  among,
  say,
}: {
  person: Person;
  among: readonly groups.Group[];
  say: Say;
}) {
  const { t, i18n } = useTranslation();
  const [ending, end] = useState<{ group: Brief; member: groups.Member } | null>(null);
  const members = useQueries({
    queries: among.map((one) => ({
      queryKey: ["members", one.id, true],
      queryFn: () => groups.members(one.id, true),
    })),
  });
  const failed = members.find((one) => one.error);
  const pending = members.some((one) => one.isPending);
  const found = among.map((group, n) => ({
    group,
    member: members[n]?.data?.results.find((one) => one.person === person.id),
    held: group.team?.find((one) => one.person === person.id),
  }));
  const places = found.filter(({ member, held }) => member || held);
  if (pending) return <Loading lines={1} />;
  if (failed) return <Trouble error={failed.error} again={() => void failed.refetch()} />;
  if (places.length === 0) return <p className="soft">{t("person.noGroup")}</p>;
  return (
    <ul className={classes.rows}>
      {places.map(({ group, member, held }) => (
        <li key={group.id} className={classes.row}>
          <div className={classes.what}>
            <span className={classes.named}>
              <Link to={`/groups/${group.id}`}>{group.name}</Link>
              {held && <Tag>{held.leads ? t("room.leads") : t("person.onTeam")}</Tag>}
            </span>
            {member && (
              <span className={classes.notes}>
                {t("person.as", { alias: member.alias })}
                {member.since && (
                  <span>{t("members.since", { day: dateOf(member.since, i18n.language) })}</span>
                )}
              </span>
            )}
          </div>
          {member && (
            <Button
              aria-label={t("person.endIn", { group: group.name })}
              onClick={() => end({ group, member })}
            >
              {t("members.end")}
            </Button>
          )}
        </li>
      ))}
      {ending && (
        <End group={ending.group} member={ending.member} open close={() => end(null)} say={say} />
      )}
    </ul>
  );
}

function EnrolIn({
  person,
  open,
  close,
  done,
}: {
  person: Person;
  open: boolean;
  close: () => void;
  done: (alias: string) => void;
}) {
  const { t } = useTranslation();
  const { clinic } = usePlace();
  const queries = useQueryClient();
  const { data } = useQuery({
    queryKey: ["groups", clinic.id, false],
    queryFn: () => groups.groups(clinic.id, false),
    enabled: open,
  });
  async function act(form: FormData) {
    const group = data?.results.find((one) => one.id === typed(form, "group"));
    if (group === undefined) return;
    const made = await groups.enrol(group.id, person.id, typed(form, "alias"));
    membersChanged(queries);
    close();
    done(made.alias);
  }
  return (
    <FormDialog
      title={t("person.enrolTitle", { name: person.name })}
      open={open}
      close={close}
      act={act}
      check={(form) => unlessGiven(form, "group", t("form.missing"))}
      go={t("members.enrolGo")}
    >
      <Choice
        name="group"
        label={t("plan.group")}
        data={[
          { value: "", label: t("person.chooseGroup") },
          ...(data?.results ?? []).map((one) => ({ value: one.id, label: one.name })),
        ]}
      />
      <AliasField />
    </FormDialog>
  );
}
