import { Button, NativeSelect, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMe } from "../../components/Me";
import { Panel } from "../../components/Panel";
import { Trouble } from "../../components/Trouble";
import { LANGUAGES, speak } from "../../words";
import classes from "./Account.module.css";
import { useEdit } from "./edit";
import { NAMES } from "./languages";

/** What one is called, and in which language the page speaks. */
export function You() {
  const { t, i18n } = useTranslation();
  const me = useMe();
  const [name, setName] = useState(me.preferred_name ?? "");
  const naming = useEdit();
  const language = useEdit();
  function submit(event: FormEvent) {
    event.preventDefault();
    naming.mutate({ preferred_name: name.trim() });
  }
  function choose(wanted: string) {
    const locale = LANGUAGES.find((one) => one === wanted) ?? "en";
    void speak(locale);
    language.mutate({ locale });
  }
  return (
    <Panel title={t("account.you")}>
      <form className={classes.form} onSubmit={submit}>
        <TextInput
          label={t("account.preferredName")}
          description={t("account.preferredNameHint")}
          autoComplete="nickname"
          maxLength={80}
          value={name}
          placeholder={me.legal_name}
          error={naming.wrong("preferred_name")}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        {naming.error && !naming.wrong("preferred_name") && <Trouble error={naming.error} />}
        <div className={classes.buttons}>
          <Button type="submit" loading={naming.isPending}>
            {t("app.save")}
          </Button>
          <p role="status" className={classes.said}>
            {naming.isSuccess ? t("account.saved") : ""}
          </p>
        </div>
      </form>
      <NativeSelect
        label={t("account.language")}
        value={i18n.language}
        data={LANGUAGES.map((one) => ({ value: one, label: NAMES[one] }))}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      {language.error && <Trouble error={language.error} />}
      <div className={classes.fact}>
        <span>{t("account.legalName")}</span>
        <strong>{me.legal_name}</strong>
        <span>{t("account.legalNameHint")}</span>
      </div>
    </Panel>
  );
}
