// What needs a fresh sign-in: asked for when the server asks, then done as if nothing had been.

import { Button, PasswordInput, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import * as account from "../../api/account";
import { Problem } from "../../api/http";
import { Dialog } from "../../components/Dialog";
import { Trouble } from "../../components/Trouble";
import classes from "./Account.module.css";

type Waiting = { readonly go: () => void; readonly stop: () => void };

/** `sure` does something and, where the server asks who it is first, asks that and does it then. */
export function useSure(): {
  readonly sure: <T>(act: () => Promise<T>) => Promise<T>;
  readonly dialog: ReactNode;
} {
  const [open, setOpen] = useState(false);
  const waiting = useRef<Waiting | null>(null);

  async function sure<T>(act: () => Promise<T>): Promise<T> {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof Problem && error.code === "reauthenticate")) throw error;
      await new Promise<void>((go, stop) => {
        waiting.current = { go, stop: () => stop(error) };
        setOpen(true);
      });
      return act();
    }
  }
  function end(how: "go" | "stop") {
    setOpen(false);
    waiting.current?.[how]();
    waiting.current = null;
  }
  const dialog = <Again open={open} done={() => end("go")} close={() => end("stop")} />;
  return { sure, dialog };
}

function Again({ open, done, close }: { open: boolean; done: () => void; close: () => void }) {
  const { t } = useTranslation();
  const { data: password = true } = useQuery({
    queryKey: ["has-password"],
    queryFn: account.hasPassword,
    enabled: open,
  });
  return (
    <Dialog
      open={open}
      close={close}
      title={t(password ? "account.again" : "account.againCode")}
      over
    >
      <AgainForm password={password} done={done} />
    </Dialog>
  );
}

function AgainForm({ password, done }: { password: boolean; done: () => void }) {
  const { t } = useTranslation();
  const [secret, setSecret] = useState("");
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    event.stopPropagation();
    setBusy(true);
    setError(null);
    try {
      await (password ? account.sayAgain(secret) : account.sayAgainByCode(secret.trim()));
      done();
    } catch (wrong) {
      setError(wrong);
    }
    setBusy(false);
  }
  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)}>
      <p className="soft">{t("account.againLead")}</p>
      {password ? (
        <PasswordInput
          label={t("signIn.password")}
          autoComplete="current-password"
          required
          withAsterisk={false}
          data-autofocus
          value={secret}
          onChange={(event) => setSecret(event.currentTarget.value)}
        />
      ) : (
        <TextInput
          label={t("signIn.code")}
          autoComplete="one-time-code"
          inputMode="numeric"
          required
          withAsterisk={false}
          data-autofocus
          value={secret}
          onChange={(event) => setSecret(event.currentTarget.value)}
        />
      )}
      {error !== null && <Trouble error={error} />}
      <Button type="submit" variant="filled" loading={busy}>
        {t("account.againGo")}
      </Button>
    </form>
  );
}
