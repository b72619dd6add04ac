import { Button, PasswordInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import * as account from "../../api/account";
import { useMe } from "../../components/Me";
import { Trouble } from "../../components/Trouble";
import classes from "./Account.module.css";
import { useSure } from "./again";
import { PasswordRules } from "./PasswordRules";

/** A new password in place of the old one, or the first. */
export function ChangePassword({ has, done }: { has: boolean; done: () => void }) {
  const { t } = useTranslation();
  const me = useMe();
  const { sure, dialog } = useSure();
  const [now, setNow] = useState("");
  const [next, setNext] = useState("");
  const changing = useMutation({
    mutationFn: () => sure(() => account.changePassword(now, next)),
    onSuccess: done,
  });
  function submit(event: FormEvent) {
    event.preventDefault();
    changing.mutate();
  }
  return (
    <form className={classes.form} onSubmit={submit}>
      {/* For password managers: whose password this is. */}
      <input
        hidden
        type="text"
        autoComplete="username"
        readOnly
        value={me.email ?? me.sign_in ?? ""}
      />
      {has && (
        <PasswordInput
          label={t("account.passwordNow")}
          autoComplete="current-password"
          required
          withAsterisk={false}
          data-autofocus
          value={now}
          onChange={(event) => setNow(event.currentTarget.value)}
        />
      )}
      <PasswordInput
        label={t("account.passwordNew")}
        autoComplete="new-password"
        required
        withAsterisk={false}
        minLength={8}
        value={next}
        onChange={(event) => setNext(event.currentTarget.value)}
      />
      <PasswordRules />
      {changing.error && <Trouble error={changing.error} />}
      <Button type="submit" variant="filled" loading={changing.isPending}>
        {t(has ? "account.passwordChange" : "account.passwordMake")}
      </Button>
      {dialog}
    </form>
  );
}
