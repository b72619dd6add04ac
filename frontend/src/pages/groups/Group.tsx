import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import * as api from "../../api/groups";
import { Problem } from "../../api/http";
import { Ask } from "../../components/Ask";
import { Loading } from "../../components/Loading";
import { Page } from "../../components/Page";
import { Said } from "../../components/Said";
import { Tag } from "../../components/Tag";
import { Trouble } from "../../components/Trouble";
import { Nothing } from "../Nothing";
import { groupsChanged } from "./changed";
import classes from "./Group.module.css";
import { GroupForm } from "./GroupForm";
import { Meetings } from "./Meetings";
import { Members } from "./Members";
import { Rules } from "./Rules";
import { Team } from "./Team";

/** One group: who takes part, who holds it, when it meets, and the rules of its room. */
export default function Group() {
  const { t } = useTranslation();
  const { group: id = "" } = useParams();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ["group", id],
    queryFn: () => api.group(id),
  });
  if (error instanceof Problem && [403, 404].includes(error.status)) return <Nothing />;
  const up = { to: "/groups", name: t("groups.title") };
  if (isPending || error)
    return (
      <Page title={t("groups.one")} up={up}>
        {isPending && <Loading />}
        {error && <Trouble error={error} again={() => void refetch()} />}
      </Page>
    );
  // The address of a group one only takes part in shows nothing of the others.
  return api.holds(data) ? <Shown key={id} group={data} /> : <Nothing />;
}

type Doing = "change" | "archive" | "restore" | null;

function Shown({ group }: { group: api.Group }) {
  const { t } = useTranslation();
  const [doing, act] = useState<Doing>(null);
  const [said, say] = useState("");
  const none = () => act(null);
  return (
    <Page
      title={group.name}
      up={{ to: "/groups", name: t("groups.title") }}
      lead={
        <span className={classes.lead}>
          {t(`kinds.${group.kind ?? "other"}`)}
          {group.archived && <Tag tone="sun">{t("groups.isArchived")}</Tag>}
        </span>
      }
      actions={api.sets(group) && <Actions group={group} act={act} />}
    >
      <Said>{said}</Said>
      {group.archived && <p className="soft">{t("groups.archivedLead")}</p>}
      <div className={classes.columns}>
        <div className={classes.column}>
          <Meetings group={group} say={say} />
          <Members group={group} say={say} />
        </div>
        <div className={classes.column}>
          <Team group={group} say={say} />
          <Rules group={group} />
        </div>
      </div>
      {api.sets(group) && (
        <>
          <GroupForm
            group={group}
            open={doing === "change"}
            close={none}
            done={() => say(t("groups.changed"))}
          />
          <Put group={group} where="archive" open={doing === "archive"} close={none} say={say} />
          <Put group={group} where="restore" open={doing === "restore"} close={none} say={say} />
        </>
      )}
    </Page>
  );
}

function Actions({ group, act }: { group: api.Group; act: (doing: Doing) => void }) {
  const { t } = useTranslation();
  if (group.archived)
    return (
      <Button variant="filled" onClick={() => act("restore")}>
        {t("groups.restore")}
      </Button>
    );
  return (
    <>
      <Button onClick={() => act("archive")}>{t("groups.archive")}</Button>
      <Button onClick={() => act("change")}>{t("groups.change")}</Button>
    </>
  );
}

function Put({
  group,
  where,
  open,
  close,
  say,
}: {
  group: api.Group;
  where: "archive" | "restore";
  open: boolean;
  close: () => void;
  say: (sentence: string) => void;
}) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  async function act() {
    await api.put(group.id, where);
    groupsChanged(queries);
    say(t(`groups.${where}Done`));
  }
  return (
    <Ask
      title={t(`groups.${where}Title`)}
      open={open}
      close={close}
      act={act}
      go={t(`groups.${where}`)}
    >
      <p>{t(`groups.${where}Lead`)}</p>
    </Ask>
  );
}
