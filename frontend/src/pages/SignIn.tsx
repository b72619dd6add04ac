import { Button, PasswordInput, TextInput } from "@mantine/core";
import { type FormEvent, type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import * as account from "../api/account";
import { Problem } from "../api/http";
import { Sheet } from "../components/Sheet";
import { useSentence } from "../components/Trouble";
import { PasswordRules } from "./account/PasswordRules";
import classes from "./SignIn.module.css";
import { Ring } from "./today/Ring";
import { Top } from "./today/Top";

type Way =
  | "password"
  | "staff_code"
  | "ask_code"
  | "emailed_code"
  | "second_factor"
  | "ask_reset"
  | "reset_code";

/** What each way asks for, and the words over it. */
const WAYS = {
  password: { fields: ["name", "password"], title: "signIn.title", lead: "signIn.lead" },
  staff_code: { fields: ["name", "code"], title: "signIn.codeTitle", lead: "signIn.codeLead" },
  ask_code: { fields: ["email"], title: "signIn.mailTitle", lead: "signIn.mailLead" },
  emailed_code: { fields: ["code"], title: "signIn.mailedTitle", lead: "signIn.mailed" },
  second_factor: { fields: ["code"], title: "signIn.secondTitle", lead: "signIn.second" },
  ask_reset: { fields: ["email"], title: "signIn.forgotTitle", lead: "signIn.forgotLead" },
  reset_code: { fields: ["code", "new"], title: "signIn.resetTitle", lead: "signIn.resetLead" },
} as const;

/** Where a way goes on from when its code is too old. */
const BEFORE: Partial<Record<Way, Way>> = { emailed_code: "ask_code", reset_code: "ask_reset" };

/** By password, by a code from the clinic or an e-mail, and then by a second factor if there is one. */
export function SignIn({
  done,
  lead,
  back,
}: {
  done: () => void;
  /** Why one signs in here, in place of the usual words. */
  lead?: ReactNode;
  back?: () => void;
}) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const [way, setWay] = useState<Way>("password");
  const [name, setName] = useState("");
  const [secret, setSecret] = useState("");
  const [fresh, setFresh] = useState("");
  const [trouble, setTrouble] = useState("");
  const [busy, setBusy] = useState(false);
  const asked = WAYS[way];
  const asks = (field: string) => (asked.fields as readonly string[]).includes(field);

  function go(to: Way, said = "") {
    setWay(to);
    setSecret("");
    setFresh("");
    setTrouble(said);
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    const [who, code] = [name.trim(), secret.trim()];
    const ways: Record<Way, () => Promise<account.Step>> = {
      password: () => account.byPassword(who, secret),
      staff_code: () => account.byStaffCode(who, code),
      ask_code: () => account.askForCode(who),
      emailed_code: () => account.byEmailedCode(code),
      second_factor: () => account.bySecondFactor(code),
      ask_reset: () => account.askForReset(who),
      reset_code: () => account.resetPassword(who, code, fresh),
    };
    setBusy(true);
    setTrouble("");
    try {
      const next = await ways[way]();
      if (next === "done") done();
      else go(next);
    } catch (error) {
      const before = BEFORE[way];
      const old = error instanceof Problem && error.code === "code_run_out";
      if (old && before) go(before, sentence(error));
      else setTrouble(sentence(error));
    }
    setBusy(false);
  }

  return (
    <Sheet
      wide
      top={<Top languages />}
      title={t(asked.title)}
      lead={way === "password" && lead ? lead : t(asked.lead)}
      step={way}
    >
      <div className={classes.split}>
        <div className={classes.side}>
          <form key={way} className={classes.form} onSubmit={(event) => void submit(event)}>
            {(asks("name") || asks("email")) && (
              <TextInput
                label={t(asks("name") ? "signIn.name" : "signIn.email")}
                type={asks("name") ? "text" : "email"}
                autoComplete="username"
                autoCapitalize="none"
                spellCheck={false}
                required
                withAsterisk={false}
                value={name}
                onChange={(event) => setName(event.currentTarget.value)}
              />
            )}
            {asks("password") && (
              <PasswordInput
                label={t("signIn.password")}
                autoComplete="current-password"
                required
                withAsterisk={false}
                value={secret}
                onChange={(event) => setSecret(event.currentTarget.value)}
              />
            )}
            {asks("code") && (
              <TextInput
                label={t("signIn.code")}
                autoComplete="one-time-code"
                autoCapitalize="characters"
                spellCheck={false}
                required
                withAsterisk={false}
                value={secret}
                onChange={(event) => setSecret(event.currentTarget.value)}
              />
            )}
            {asks("new") && (
              <>
                <PasswordInput
                  label={t("signIn.newPassword")}
                  autoComplete="new-password"
                  required
                  withAsterisk={false}
                  minLength={8}
                  value={fresh}
                  onChange={(event) => setFresh(event.currentTarget.value)}
                />
                <PasswordRules />
              </>
            )}
            <p role="alert" className={classes.trouble}>
              {trouble}
            </p>
            <Button type="submit" variant="filled" loading={busy}>
              {t(asks("email") ? "signIn.next" : "signIn.go")}
            </Button>
          </form>
          <OtherWays way={way} go={go} back={back} />
        </div>
        <div className={classes.circle}>
          <Ring />
        </div>
      </div>
    </Sheet>
  );
}

function OtherWays({
  way,
  go,
  back,
}: {
  way: Way;
  go: (to: Way) => void;
  back?: (() => void) | undefined;
}) {
  const { t } = useTranslation();
  return (
    <nav className={classes.ways} aria-label={t("signIn.other")}>
      {way === "password" ? (
        <>
          <Button variant="subtle" onClick={() => go("staff_code")}>
            {t("signIn.useCode")}
          </Button>
          <Button variant="subtle" onClick={() => go("ask_code")}>
            {t("signIn.mailCode")}
          </Button>
          <Button variant="subtle" onClick={() => go("ask_reset")}>
            {t("signIn.forgot")}
          </Button>
          {back && (
            <Button variant="subtle" onClick={back}>
              {t("app.back")}
            </Button>
          )}
        </>
      ) : (
        <Button variant="subtle" onClick={() => go("password")}>
          {t("signIn.usePassword")}
        </Button>
      )}
    </nav>
  );
}
