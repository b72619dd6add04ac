import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import * as api from "../../api/people";
import { Dialog } from "../../components/Dialog";
import { Choice, Field, Pair } from "../../components/form/Fields";
import { Form } from "../../components/form/Form";
import classes from "../../components/form/Form.module.css";
import { typed } from "../../components/form/wrong";
import { usePlace } from "../../components/Place";
import { Trouble } from "../../components/Trouble";
import { Shown } from "./IssueCode";

// Staff sign in with a password of their own, which only an invitation gives them.
const WITHOUT_PASSWORD = ["participant", "guest"] as const;

type Made = {
  readonly person: api.Person;
  readonly code: api.Code | null;
  readonly error?: unknown;
};

/** An account for somebody without e-mail: a sign-in name, and a code for the first time. */
export function NewAccount({ open, close }: { open: boolean; close: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog keep title={t("newAccount.title")} open={open} close={close}>
      <Opening close={close} />
    </Dialog>
  );
}

function Opening({ close }: { close: () => void }) {
  const { t } = useTranslation();
  const { clinic } = usePlace();
  const queries = useQueryClient();
  const [made, show] = useState<Made | null>(null);
  async function code(person: api.Person) {
    show(
      await api.issueCode(clinic.id, person.id).then(
        (code) => ({ person, code }),
        (error: unknown) => ({ person, code: null, error }),
      ),
    );
  }
  async function act(form: FormData) {
    const person = await api.register(clinic.id, details(form));
    void queries.invalidateQueries({ queryKey: ["people"] });
    await code(person);
  }
  if (made?.code) return <Shown name={made.person.name} code={made.code} close={close} />;
  if (made) return <Codeless made={made} again={() => code(made.person)} close={close} />;
  return (
    <Form act={act} go={t("newAccount.go")} back={close}>
      <p className="soft">{t("newAccount.lead")}</p>
      <Field
        name="legal_name"
        label={t("person.legalName")}
        help={t("person.legalNameHelp")}
        maxLength={200}
        required
        data-autofocus
      />
      <Field
        name="preferred_name"
        label={t("person.preferredName")}
        help={t("person.preferredNameHelp")}
        maxLength={80}
      />
      <Pair>
        <Choice
          name="role"
          label={t("newAccount.role")}
          data={WITHOUT_PASSWORD.map((one) => ({ value: one, label: t(`roles.${one}`) }))}
        />
        <LanguageChoice />
      </Pair>
      <Field name="birth_date" label={t("person.birthDate")} type="date" />
    </Form>
  );
}

/** In which language somebody reads the app. */
export function LanguageChoice({ value = "en" }: { value?: string | undefined }) {
  const { t } = useTranslation();
  return (
    <Choice
      name="locale"
      label={t("person.language")}
      defaultValue={value}
      data={[
        { value: "en", label: t("person.languages.en") },
        { value: "es", label: t("person.languages.es") },
      ]}
    />
  );
}

function Codeless({
  made,
  again,
  close,
}: {
  made: Made;
  again: () => Promise<void>;
  close: () => void;
}) {
  const { t } = useTranslation();
  return (
    <div className={classes.fields}>
      <p>{t("newAccount.codeless", { name: made.person.name })}</p>
      <Trouble error={made.error} again={() => void again()} />
      <div className={classes.buttons}>
        <Button component={Link} to={`/people/${made.person.id}`} onClick={close}>
          {t("newAccount.toPerson")}
        </Button>
      </div>
    </div>
  );
}

function details(form: FormData): api.NewPerson {
  return {
    role: typed(form, "role") as api.Role,
    legal_name: typed(form, "legal_name"),
    preferred_name: typed(form, "preferred_name"),
    locale: typed(form, "locale") === "es" ? "es" : "en",
    birth_date: typed(form, "birth_date") || null,
  };
}
