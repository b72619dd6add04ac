import { Button, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import * as api from "../../api/people";
import { Dialog } from "../../components/Dialog";
import { Choice, Field } from "../../components/form/Fields";
import { Form } from "../../components/form/Form";
import form from "../../components/form/Form.module.css";
import { typed } from "../../components/form/wrong";
import { usePlace } from "../../components/Place";
import { dateOf } from "../../words/wall";
import classes from "./Invite.module.css";

/** Invites somebody by e-mail, or by a link that one hands over oneself. */
export function Invite({
  open,
  close,
  say,
}: {
  open: boolean;
  close: () => void;
  say: (sentence: string) => void;
}) {
  const { t } = useTranslation();
  return (
    <Dialog keep title={t("invite.title")} open={open} close={close}>
      <Inviting close={close} say={say} />
    </Dialog>
  );
}

function Inviting({ close, say }: { close: () => void; say: (sentence: string) => void }) {
  const { t } = useTranslation();
  const { clinic } = usePlace();
  const queries = useQueryClient();
  const [by, setBy] = useState<"email" | "link">("email");
  const [role, setRole] = useState<api.Role>("participant");
  const [made, show] = useState<api.Invitation | null>(null);
  async function act(filled: FormData) {
    const email = typed(filled, "email");
    const invitation = await api.invite(clinic.id, role, email);
    void queries.invalidateQueries({ queryKey: ["invitations"] });
    if (invitation.link) return show(invitation);
    say(t("invite.sent", { email }));
    close();
  }
  if (made !== null) return <Handing invitation={made} close={close} />;
  return (
    <Form act={act} go={by === "email" ? t("invite.send") : t("invite.make")} back={close}>
      <Choice
        name="role"
        label={t("invite.role")}
        help={t(`roleHelp.${role}`)}
        value={role}
        data={api.ROLES.map((one) => ({ value: one, label: t(`roles.${one}`) }))}
        onChange={(event) => {
          const wanted = event.currentTarget.value;
          setRole(api.ROLES.find((one) => one === wanted) ?? "participant");
        }}
      />
      <fieldset className={form.set}>
        <legend>{t("invite.how")}</legend>
        <div className={form.choices}>
          {(["email", "link"] as const).map((one) => (
            <label key={one} className={form.tick}>
              <input type="radio" name="by" checked={by === one} onChange={() => setBy(one)} />
              {t(`invite.by.${one}`)}
            </label>
          ))}
        </div>
      </fieldset>
      {by === "email" ? (
        <Field
          name="email"
          label={t("invite.email")}
          help={t("invite.emailHelp")}
          type="email"
          inputMode="email"
          maxLength={254}
          required
        />
      ) : (
        <p className="soft">{t("invite.linkLead")}</p>
      )}
    </Form>
  );
}

/** The link, this once, and what to do with it. */
function Handing({ invitation, close }: { invitation: api.Invitation; close: () => void }) {
  const { t, i18n } = useTranslation();
  const link = invitation.link ?? "";
  const [copied, setCopied] = useState("");
  async function copy() {
    // Without a safe connection there is no clipboard; the link can be marked by hand.
    const done = navigator.clipboard?.writeText(link);
    setCopied(
      await (done ?? Promise.reject()).then(
        () => t("invite.copied"),
        () => t("invite.notCopied"),
      ),
    );
  }
  return (
    <div className={form.fields}>
      <p role="status">{t("invite.made", { role: t(`roles.${invitation.role}`) })}</p>
      <div className={classes.link}>
        <TextInput
          className={classes.text}
          label={t("invite.link")}
          value={link}
          readOnly
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button variant="filled" onClick={() => void copy()} data-autofocus>
          {t("invite.copy")}
        </Button>
      </div>
      <p className={classes.copied} role="status">
        {copied}
      </p>
      <ul className={classes.todo}>
        <li>{t("invite.once")}</li>
        <li>{t("invite.hand")}</li>
        <li>{t("invite.until", { day: dateOf(invitation.expires_at, i18n.language) })}</li>
      </ul>
      <div className={form.buttons}>
        <Button onClick={close}>{t("invite.done")}</Button>
      </div>
    </div>
  );
}
