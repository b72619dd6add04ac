import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { assign, type Colleague, colleagues, dismiss } from "../../api/meeting";
import type { Session } from "../../api/sessions";
import { Empty } from "../../components/Empty";
import { Choice, FormDialog, typed } from "../../components/form/Form";
import { PersonPicker } from "../../components/form/PersonPicker";
import { Loading } from "../../components/Loading";
import { Panel } from "../../components/Panel";
import { Tag } from "../../components/Tag";
import { Trouble } from "../../components/Trouble";
import classes from "./Meeting.module.css";
import { may, OVER } from "./reach";

const ROLES = ["facilitator", "supervisor", "administrator"] as const;
const HOWS = ["facilitates", "leads", "looks_on"] as const;

/** Who may enter this session as its staff; the office assigns and takes back, also while it runs. */
export function Team({ session }: { session: Session }) {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  const [going, setGoing] = useState<Colleague | null>(null);
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ["session", session.id, "staff"],
    queryFn: () => colleagues(session.id),
  });
  const assigns = may(session, "assign") && !OVER.includes(session.phase);
  const add = assigns && <Button onClick={() => setAdding(true)}>{t("meeting.assign")}</Button>;
  return (
    <Panel title={t("meeting.staff")} aside={add}>
      {isPending && <Loading lines={2} />}
      {error && <Trouble error={error} again={() => void refetch()} />}
      {data?.length === 0 && <Empty title={t("meeting.noStaff")}>{t("meeting.noStaffHint")}</Empty>}
      <ul className={classes.list}>
        {data?.map((one) => (
          <li key={one.seat}>
            <span className={classes.who}>
              <p>
                <strong>{one.name}</strong> <How one={one} />
              </p>
              {one.credential && <span className={classes.note}>{one.credential}</span>}
            </span>
            {assigns && (
              <Button
                variant="subtle"
                aria-label={`${t("meeting.dismiss")}: ${one.name}`}
                onClick={() => setGoing(one)}
              >
                {t("meeting.dismiss")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Assign session={session} taken={data ?? []} open={adding} close={() => setAdding(false)} />
      <Dismiss session={session} one={going} close={() => setGoing(null)} />
    </Panel>
  );
}

function How({ one }: { one: Colleague }) {
  const { t } = useTranslation();
  if (one.leads) return <Tag tone="pine">{t("room.leads")}</Tag>;
  return one.facilitates ? null : <Tag>{t("staff.looksOn")}</Tag>;
}

type AssignProps = {
  session: Session;
  taken: readonly Colleague[];
  open: boolean;
  close: () => void;
};

/** A substitute in one screen: who, and how. */
function Assign({ session, taken, open, close }: AssignProps) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const act = (form: FormData) => {
    const how = typed(form, "how");
    return assign(session.id, {
      person: typed(form, "person"),
      leads: how === "leads",
      facilitates: how !== "looks_on",
    });
  };
  const done = () => {
    void queries.invalidateQueries({ queryKey: ["session", session.id] });
    close();
  };
  const missing = (form: FormData): Record<string, string> =>
    typed(form, "person") ? {} : { person: t("meeting.choose") };
  return (
    <FormDialog
      title={t("meeting.assignTitle")}
      open={open}
      close={close}
      act={act}
      done={done}
      check={missing}
      go={t("meeting.assignGo")}
    >
      <p className="soft">{t("meeting.assignLead")}</p>
      <PersonPicker
        name="person"
        label={t("meeting.who")}
        roles={ROLES}
        taken={new Set(taken.map((one) => one.person))}
      />
      <Choice
        name="how"
        label={t("meeting.how")}
        data={HOWS.map((value) => ({ value, label: t(`meeting.hows.${value}`) }))}
      />
    </FormDialog>
  );
}

function Dismiss({
  session,
  one,
  close,
}: {
  session: Session;
  one: Colleague | null;
  close: () => void;
}) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const act = async () => {
    if (one) await dismiss(session.id, one.seat);
  };
  const done = () => {
    void queries.invalidateQueries({ queryKey: ["session", session.id] });
    close();
  };
  return (
    <FormDialog
      title={t("meeting.dismissTitle", { name: one?.name ?? "" })}
      open={one !== null}
      close={close}
      act={act}
      done={done}
      go={t("meeting.dismiss")}
      care
    >
      <p>{t("meeting.dismissLead")}</p>
    </FormDialog>
  );
}
