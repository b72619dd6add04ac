import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import * as api from "../../api/people";
import { Ask } from "../../components/Ask";
import { Choice } from "../../components/form/Fields";
import { FormDialog } from "../../components/form/Form";
import { typed } from "../../components/form/wrong";
import { Panel } from "../../components/Panel";
import { usePlace } from "../../components/Place";
import { dateOf } from "../../words/wall";
import groups from "../groups/Group.module.css";
import { usePersonChanged } from "./changed";

type Say = (sentence: string) => void;

/** What somebody is at the clinic, since when, and what they were. */
export function Roles({
  person,
  edits,
  self,
  say,
}: {
  person: api.Person;
  edits: boolean;
  /** It is one's own account: another administrator must end its roles. */
  self: boolean;
  say: Say;
}) {
  const { t } = useTranslation();
  const [giving, give] = useState(false);
  const held = person.memberships.filter((one) => one.active);
  const ended = person.memberships.filter((one) => !one.active);
  const missing = api.ROLES.filter((role) => !held.some((one) => one.role === role));
  return (
    <Panel
      title={t("person.roles")}
      aside={
        edits &&
        missing.length > 0 && <Button onClick={() => give(true)}>{t("person.giveRole")}</Button>
      }
    >
      {held.length === 0 && <p className="soft">{t("person.noRole")}</p>}
      <ul className={groups.rows}>
        {[...held, ...ended].map((one) => (
          <Row key={one.role} person={person} held={one} edits={edits && !self} say={say} />
        ))}
      </ul>
      <Give person={person} among={missing} open={giving} close={() => give(false)} say={say} />
    </Panel>
  );
}

function Row({
  person,
  held,
  edits,
  say,
}: {
  person: api.Person;
  held: api.Person["memberships"][number];
  edits: boolean;
  say: Say;
}) {
  const { t, i18n } = useTranslation();
  const { clinic } = usePlace();
  const [asking, ask] = useState(false);
  const changed = usePersonChanged();
  const role = t(`roles.${held.role}`);
  const date = (moment: string | null | undefined) => (moment ? dateOf(moment, i18n.language) : "");
  async function act() {
    changed(await api.endRole(clinic.id, person.id, held.role));
    say(t("person.roleEnded", { role, name: person.name }));
  }
  return (
    <li className={groups.row}>
      <div className={groups.what}>
        <span className={held.active ? groups.named : "soft"}>{role}</span>
        <span className={`soft tabular ${groups.small}`}>
          {held.active
            ? t("person.roleSince", { day: date(held.since) })
            : t("person.roleWas", { from: date(held.since), to: date(held.until) })}
        </span>
      </div>
      {held.active && edits && (
        <Button aria-label={t("person.endRoleOf", { role })} onClick={() => ask(true)}>
          {t("person.endRole")}
        </Button>
      )}
      <Ask
        title={t("person.endRoleTitle", { role, name: person.name })}
        open={asking}
        close={() => ask(false)}
        act={act}
        go={t("person.endRoleGo")}
        care
      >
        <p>{t("person.endRoleLead")}</p>
        <p>{t("person.endRoleKept")}</p>
      </Ask>
    </li>
  );
}

function Give({
  person,
  among,
  open,
  close,
  say,
}: {
  person: api.Person;
  among: readonly api.Role[];
  open: boolean;
  close: () => void;
  say: Say;
}) {
  const { t } = useTranslation();
  const { clinic } = usePlace();
  const changed = usePersonChanged();
  const [chosen, choose] = useState<api.Role>("participant");
  const role = among.includes(chosen) ? chosen : (among[0] ?? "participant");
  async function act(form: FormData) {
    const given = among.find((one) => one === typed(form, "role")) ?? role;
    changed(await api.giveRole(clinic.id, person.id, given));
    close();
    say(t("person.roleGiven", { role: t(`roles.${given}`), name: person.name }));
  }
  return (
    <FormDialog
      title={t("person.giveRoleTitle", { name: person.name })}
      open={open}
      close={close}
      act={act}
      go={t("person.giveRole")}
    >
      <Choice
        name="role"
        label={t("invite.role")}
        help={t(`roleHelp.${role}`)}
        value={role}
        data={among.map((one) => ({ value: one, label: t(`roles.${one}`) }))}
        onChange={(event) => {
          const wanted = event.currentTarget.value;
          choose(api.ROLES.find((one) => one === wanted) ?? role);
        }}
      />
    </FormDialog>
  );
}
