import { Button, TextInput } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import * as account from "../../api/account";
import { Loading } from "../../components/Loading";
import { Trouble } from "../../components/Trouble";
import classes from "./Account.module.css";
import { useSure } from "./again";
import { QrCode } from "./QrCode";
import { RecoveryCodes } from "./RecoveryCodes";

/** Sets up an authenticator app, then shows the recovery codes, once. */
export function SetUpSecondFactor({ done }: { done: () => void }) {
  const { t } = useTranslation();
  const { sure, dialog } = useSure();
  const [code, setCode] = useState("");
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const seed = useQuery({
    queryKey: ["second-factor", "seed"],
    queryFn: account.secondFactorSeed,
    // Asking again would make a new secret while the old one is being typed.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  });
  const turning = useMutation({
    mutationFn: (typed: string) =>
      sure(async () => {
        await account.turnOnSecondFactor(typed);
        return account.newRecoveryCodes();
      }),
    onSuccess: setCodes,
  });
  function submit(event: FormEvent) {
    event.preventDefault();
    turning.mutate(code.replace(/\s/g, ""));
  }
  if (codes) return <RecoveryCodes codes={codes} done={done} />;
  if (seed.error) return <Trouble error={seed.error} again={() => void seed.refetch()} />;
  if (!seed.data) return <Loading />;
  const { secret, totp_url } = seed.data;
  return (
    <form className={classes.form} onSubmit={submit}>
      <p>{t("secondFactor.step1")}</p>
      <div className={classes.seed}>
        <p>{t("secondFactor.scan")}</p>
        <QrCode text={totp_url} />
        <Button component="a" href={totp_url}>
          {t("secondFactor.open")}
        </Button>
        <p>{t("secondFactor.type")}</p>
        <code className={classes.secret}>{inFours(secret)}</code>
      </div>
      <TextInput
        label={t("secondFactor.step2")}
        description={t("secondFactor.code")}
        autoComplete="one-time-code"
        inputMode="numeric"
        required
        withAsterisk={false}
        maxLength={9}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      {turning.error && <Trouble error={turning.error} />}
      <Button type="submit" variant="filled" loading={turning.isPending}>
        {t("secondFactor.go")}
      </Button>
      {dialog}
    </form>
  );
}

function inFours(secret: string): string {
  return secret.match(/.{1,4}/g)?.join(" ") ?? secret;
}
