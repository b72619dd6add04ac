import { Button, PasswordInput, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import * as account from "../api/account";
import { Sheet } from "../components/Sheet";
import { useSentence } from "../components/Trouble";
import { Wordmark } from "../components/Wordmark";
import classes from "./SignIn.module.css";

type Way = "password" | "staff_code" | "emailed_code" | "second_factor";

/** By password, by a code from the clinic or an e-mail, and then by a second factor if there is one. */
export function SignIn({ done }: { done: () => void }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const [way, setWay] = useState<Way>("password");
  const [name, setName] = useState("");
  const [secret, setSecret] = useState("");
  const [trouble, setTrouble] = useState("");
  const [busy, setBusy] = useState(false);

  async function step(ask: () => Promise<account.Step>) {
    setBusy(true);
    setTrouble("");
    try {
      const next = await ask();
      if (next === "done") done();
      else go(next);
    } catch (error) {
      setTrouble(sentence(error));
    }
    setBusy(false);
  }

  function go(to: Way) {
    setWay(to);
    setSecret("");
    setTrouble("");
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    const ways: Record<Way, () => Promise<account.Step>> = {
      password: () => account.byPassword(name.trim(), secret),
      staff_code: () => account.byStaffCode(name.trim(), secret.trim()),
      emailed_code: () => account.byEmailedCode(secret.trim()),
      second_factor: () => account.bySecondFactor(secret.trim()),
    };
    void step(ways[way]);
  }

  const named = way === "password" || way === "staff_code";
  const hint =
    way === "emailed_code"
      ? t("signIn.mailed")
      : way === "second_factor"
        ? t("signIn.second")
        : t("signIn.lead");
  return (
    <Sheet top={<Wordmark />} title={t("signIn.title")} lead={hint}>
      <form className={classes.form} onSubmit={submit}>
        {named && (
          <TextInput
            label={t("signIn.name")}
            autoComplete="username"
            autoCapitalize="none"
            required
            withAsterisk={false}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        )}
        {way === "password" ? (
          <PasswordInput
            label={t("signIn.password")}
            autoComplete="current-password"
            required
            withAsterisk={false}
            value={secret}
            onChange={(event) => setSecret(event.currentTarget.value)}
          />
        ) : (
          <TextInput
            label={t("signIn.code")}
            autoComplete="one-time-code"
            autoCapitalize="none"
            required
            withAsterisk={false}
            value={secret}
            onChange={(event) => setSecret(event.currentTarget.value)}
          />
        )}
        <p role="alert" className={classes.trouble}>
          {trouble}
        </p>
        <Button type="submit" variant="filled" loading={busy}>
          {t("signIn.go")}
        </Button>
      </form>
      <div className={classes.ways}>
        {way !== "password" && (
          <Button variant="subtle" onClick={() => go("password")}>
            {t("signIn.usePassword")}
          </Button>
        )}
        {way === "password" && (
          <Button variant="subtle" onClick={() => go("staff_code")}>
            {t("signIn.useCode")}
          </Button>
        )}
        {named && name.includes("@") && (
          <Button variant="subtle" onClick={() => void step(() => account.askForCode(name.trim()))}>
            {t("signIn.mailCode")}
          </Button>
        )}
      </div>
    </Sheet>
  );
}
