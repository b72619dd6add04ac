import { Button, NativeSelect, PasswordInput, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import * as account from "../../api/account";
import { Problem } from "../../api/http";
import { Sheet } from "../../components/Sheet";
import { Trouble } from "../../components/Trouble";
import { LANGUAGES, type Language, speak } from "../../words";
import { NAMES } from "../account/languages";
import { PasswordRules } from "../account/PasswordRules";
import { Top } from "../today/Top";
import classes from "./Join.module.css";

/** An account for somebody who was invited; they are signed in with it at once. */
export function NewAccount({
  token,
  invitation,
  accepted,
  back,
  signIn,
}: {
  token: string;
  invitation: account.OpenInvitation;
  accepted: (answer: account.Accepted) => void;
  back: () => void;
  signIn: () => void;
}) {
  const { t, i18n } = useTranslation();
  const [legalName, setLegalName] = useState("");
  const [preferredName, setPreferredName] = useState("");
  const [password, setPassword] = useState("");
  const locale: Language = LANGUAGES.find((one) => one === i18n.language) ?? "en";
  const joining = useMutation({ mutationFn: (wanted: account.NewAccount) => join(token, wanted) });
  const { error } = joining;
  const wrong = error instanceof Problem ? error.fields : {};
  const named = ["legal_name", "preferred_name", "password"].some((field) => wrong[field]);
  const exists = error instanceof Problem && error.code === "account_exists";

  function submit(event: FormEvent) {
    event.preventDefault();
    const wanted = {
      legal_name: legalName.trim(),
      preferred_name: preferredName.trim(),
      locale,
      password,
    };
    joining.mutate(wanted, { onSuccess: accepted });
  }
  return (
    <Sheet top={<Top />} title={t("join.formTitle")} lead={t("join.formLead")} step="account">
      <form className={classes.form} onSubmit={submit}>
        <TextInput
          label={t("join.legalName")}
          description={t("join.legalNameHint")}
          autoComplete="name"
          required
          withAsterisk={false}
          maxLength={200}
          value={legalName}
          error={wrong.legal_name?.join(" ")}
          onChange={(event) => setLegalName(event.currentTarget.value)}
        />
        <TextInput
          label={t("join.preferredName")}
          description={t("join.preferredNameHint")}
          autoComplete="nickname"
          maxLength={80}
          value={preferredName}
          error={wrong.preferred_name?.join(" ")}
          onChange={(event) => setPreferredName(event.currentTarget.value)}
        />
        <NativeSelect
          label={t("join.language")}
          value={locale}
          data={LANGUAGES.map((one) => ({ value: one, label: NAMES[one] }))}
          onChange={(event) => void speak(event.currentTarget.value)}
        />
        <PasswordInput
          label={t("join.password")}
          autoComplete="new-password"
          required
          withAsterisk={false}
          minLength={8}
          maxLength={256}
          value={password}
          error={wrong.password?.join(" ")}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <PasswordRules />
        {exists && (
          <div className={classes.note} role="alert">
            <p>{t("join.exists")}</p>
            <p>{t("join.existsHint")}</p>
            <Button onClick={signIn}>{t("join.have")}</Button>
          </div>
        )}
        {error && !exists && !named && <Trouble error={error} />}
        <div className={classes.go}>
          <Button type="submit" variant="filled" loading={joining.isPending}>
            {t("join.go", { clinic: invitation.clinic })}
          </Button>
          <Button variant="subtle" onClick={back}>
            {t("app.back")}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}

async function join(token: string, wanted: account.NewAccount): Promise<account.Accepted> {
  const answer = await account.join(token, wanted);
  // Should this fail, the account is there all the same, and the sign-in shows next.
  await account.byPassword(answer.sign_in ?? answer.email ?? "", wanted.password).catch(() => null);
  return answer;
}
