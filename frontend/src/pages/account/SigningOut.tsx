import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import * as account from "../../api/account";
import { Ask } from "../../components/Ask";
import { Panel } from "../../components/Panel";
import { Trouble } from "../../components/Trouble";
import classes from "./Account.module.css";

/** Out of this device, or of all of them. */
export function SigningOut() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const gone = () => queries.resetQueries();
  const leaving = useMutation({ mutationFn: account.signOut, onSuccess: gone });
  return (
    <Panel title={t("account.out")}>
      <p className="soft">{t("account.outLead")}</p>
      {leaving.error && <Trouble error={leaving.error} />}
      <div className={classes.buttons}>
        <Button loading={leaving.isPending} onClick={() => leaving.mutate()}>
          {t("signIn.out")}
        </Button>
        <Button onClick={() => setAsking(true)}>{t("account.outEverywhere")}</Button>
      </div>
      <Ask
        title={t("account.outEverywhere")}
        open={asking}
        close={() => setAsking(false)}
        act={() => account.signOutEverywhere().then(gone)}
        go={t("account.outEverywhere")}
        care
      >
        <p>{t("account.outEverywhereLead")}</p>
      </Ask>
    </Panel>
  );
}
