import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Guest, guests, invite, type NewGuest, uninvite } from "../../api/meeting";
import type { Session } from "../../api/sessions";
import { Choice, Field, FormDialog, typed } from "../../components/form/Form";
import { PersonPicker } from "../../components/form/PersonPicker";
import { Loading } from "../../components/Loading";
import { Panel } from "../../components/Panel";
import { usePlace } from "../../components/Place";
import { Tag } from "../../components/Tag";
import { Trouble } from "../../components/Trouble";
import { Accepted } from "./Accepted";
import classes from "./Meeting.module.css";
import { may, OVER } from "./reach";

const ROLES = ["guest", "facilitator", "supervisor", "administrator"] as const;
const FUNCTIONS = ["family", "interpreter", "captioner", "observer", "student"] as const;

/** Who comes to this session only, each for a function that the group is told. */
export function Guests({ session }: { session: Session }) {
  const { t } = useTranslation();
  const [inviting, setInviting] = useState(false);
  const [going, setGoing] = useState<Guest | null>(null);
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ["session", session.id, "guests"],
    queryFn: () => guests(session.id),
  });
  const invites = may(session, "invite_guests") && !OVER.includes(session.phase);
  const add = invites && <Button onClick={() => setInviting(true)}>{t("meeting.invite")}</Button>;
  return (
    <Panel title={t("meeting.guests")} aside={add}>
      {isPending && <Loading lines={1} />}
      {error && <Trouble error={error} again={() => void refetch()} />}
      {data?.length === 0 && <p className="soft">{t("meeting.noGuests")}</p>}
      <ul className={classes.list}>
        {data?.map((one) => (
          <li key={one.seat}>
            <span className={classes.who}>
              <p>
                <strong>{one.name}</strong> <Tag>{t(`meeting.functions.${one.function}`)}</Tag>
              </p>
            </span>
            {invites && session.phase === "scheduled" && (
              <Button
                variant="subtle"
                aria-label={`${t("meeting.uninvite")}: ${one.name}`}
                onClick={() => setGoing(one)}
              >
                {t("meeting.uninvite")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Invite
        session={session}
        taken={data ?? []}
        open={inviting}
        close={() => setInviting(false)}
      />
      <Uninvite session={session} one={going} close={() => setGoing(null)} />
    </Panel>
  );
}

type InviteProps = {
  session: Session;
  taken: readonly Guest[];
  open: boolean;
  close: () => void;
};

function Invite({ session, taken, open, close }: InviteProps) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { roles } = usePlace();
  const act = (form: FormData) => {
    const accepted = typed(form, "invitation");
    const whom = accepted ? { invitation: accepted } : { person: typed(form, "person") };
    const how = {
      function: typed(form, "function") as NewGuest["function"],
      name: typed(form, "name"),
    };
    return invite(session.id, { ...whom, ...how });
  };
  const missing = (form: FormData): Record<string, string> =>
    typed(form, "person") || typed(form, "invitation") ? {} : { person: t("meeting.choose") };
  const done = () => {
    void queries.invalidateQueries({ queryKey: ["session", session.id] });
    close();
  };
  return (
    <FormDialog
      title={t("meeting.inviteTitle")}
      open={open}
      close={close}
      act={act}
      done={done}
      check={missing}
      go={t("meeting.inviteGo")}
    >
      <p className="soft">{t("meeting.inviteLead")}</p>
      <PersonPicker
        name="person"
        label={t("meeting.who")}
        roles={ROLES}
        taken={new Set(taken.map((one) => one.person))}
      />
      {roles.has("administrator") && <Accepted />}
      <Choice
        name="function"
        label={t("meeting.function")}
        data={FUNCTIONS.map((value) => ({ value, label: t(`meeting.functions.${value}`) }))}
      />
      <Field
        name="name"
        label={t("meeting.guestName")}
        help={t("meeting.guestNameHelp")}
        maxLength={40}
        required
      />
    </FormDialog>
  );
}

function Uninvite({
  session,
  one,
  close,
}: {
  session: Session;
  one: Guest | null;
  close: () => void;
}) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const act = async () => {
    if (one) await uninvite(session.id, one.seat);
  };
  const done = () => {
    void queries.invalidateQueries({ queryKey: ["session", session.id] });
    close();
  };
  return (
    <FormDialog
      title={t("meeting.uninviteTitle", { name: one?.name ?? "" })}
      open={one !== null}
      close={close}
      act={act}
      done={done}
      go={t("meeting.uninvite")}
      care
    >
      <p>{t("meeting.uninviteLead")}</p>
    </FormDialog>
  );
}
