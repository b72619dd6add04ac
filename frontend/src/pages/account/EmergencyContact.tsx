import { Button, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMe } from "../../components/Me";
import { Panel } from "../../components/Panel";
import { Trouble } from "../../components/Trouble";
import classes from "./Account.module.css";
import { useEdit } from "./edit";

/** Whom the clinic may call if something happens in a group. */
export function EmergencyContact() {
  const { t } = useTranslation();
  const held = useMe().emergency_contact;
  const [contact, setContact] = useState({
    name: held?.name ?? "",
    phone: held?.phone ?? "",
    relation: held?.relation ?? "",
  });
  const editing = useEdit();
  const wrong = (field: string) => editing.wrong(`emergency_contact.${field}`);
  const named = ["name", "phone", "relation"].some((field) => wrong(field));
  const change = (part: Partial<typeof contact>) => setContact({ ...contact, ...part });

  function submit(event: FormEvent) {
    event.preventDefault();
    const { name, phone, relation } = contact;
    editing.mutate({
      emergency_contact: { name: name.trim(), phone: phone.trim(), relation: relation.trim() },
    });
  }
  function remove() {
    editing.mutate(
      { emergency_contact: null },
      { onSuccess: () => setContact({ name: "", phone: "", relation: "" }) },
    );
  }
  return (
    <div id="contact">
      <Panel title={t("account.contact")}>
        <p className="soft">{t("account.contactLead")}</p>
        <form className={classes.form} onSubmit={submit}>
          <TextInput
            label={t("account.contactName")}
            maxLength={120}
            required
            withAsterisk={false}
            autoComplete="off"
            value={contact.name}
            error={wrong("name")}
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
          <TextInput
            label={t("account.contactPhone")}
            type="tel"
            maxLength={40}
            required
            withAsterisk={false}
            autoComplete="off"
            value={contact.phone}
            error={wrong("phone")}
            onChange={(event) => change({ phone: event.currentTarget.value })}
          />
          <TextInput
            label={t("account.contactRelation")}
            description={t("account.contactRelationHint")}
            maxLength={80}
            autoComplete="off"
            value={contact.relation}
            error={wrong("relation")}
            onChange={(event) => change({ relation: event.currentTarget.value })}
          />
          {editing.error && !named && <Trouble error={editing.error} />}
          <div className={classes.buttons}>
            <Button type="submit" loading={editing.isPending}>
              {t("app.save")}
            </Button>
            {held && (
              <Button variant="subtle" onClick={remove}>
                {t("account.contactRemove")}
              </Button>
            )}
            <p role="status" className={classes.said}>
              {editing.isSuccess ? t("account.saved") : ""}
            </p>
          </div>
        </form>
      </Panel>
    </div>
  );
}
