import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import * as account from "../../api/account";
import { Ask } from "../../components/Ask";
import { Dialog } from "../../components/Dialog";
import { Loading } from "../../components/Loading";
import { Panel } from "../../components/Panel";
import { Tag } from "../../components/Tag";
import { Trouble } from "../../components/Trouble";
import classes from "./Account.module.css";
import { useSure } from "./again";
import { RecoveryCodes } from "./RecoveryCodes";
import { SetUpSecondFactor } from "./SetUpSecondFactor";

type Doing = "set_up" | "turn_off" | "new_codes" | null;
const KEY = ["second-factor"];

/** Whether a second factor guards the account, and the ways to change that. */
export function SecondFactor() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { sure, dialog } = useSure();
  const [open, setOpen] = useState<Doing>(null);
  const { data, error, refetch } = useQuery({ queryKey: KEY, queryFn: account.secondFactor });
  const renewing = useMutation({ mutationFn: () => sure(account.newRecoveryCodes) });

  function close() {
    setOpen(null);
    renewing.reset();
    void queries.invalidateQueries({ queryKey: KEY, exact: true });
    void queries.invalidateQueries({ queryKey: ["me"] });
  }
  return (
    <Panel
      title={t("secondFactor.title")}
      aside={data?.on && <Tag tone="pine">{t("account.isOn")}</Tag>}
    >
      {error && !data && <Trouble error={error} again={() => void refetch()} />}
      {!error && !data && <Loading lines={1} />}
      {data && !data.on && (
        <>
          <p className="soft">{t("secondFactor.off")}</p>
          <div className={classes.buttons}>
            <Button onClick={() => setOpen("set_up")}>{t("secondFactor.setUp")}</Button>
          </div>
        </>
      )}
      {data?.on && (
        <>
          <p className="soft">{t("secondFactor.on")}</p>
          <p className="tabular">{t("secondFactor.codesLeft", { count: data.codes })}</p>
          <div className={classes.buttons}>
            <Button onClick={() => setOpen("new_codes")}>{t("secondFactor.newCodes")}</Button>
            <Button onClick={() => setOpen("turn_off")}>{t("secondFactor.turnOff")}</Button>
          </div>
        </>
      )}
      <Dialog open={open === "set_up"} close={close} title={t("secondFactor.setUp")}>
        <SetUpSecondFactor done={close} />
      </Dialog>
      <Ask
        title={t("secondFactor.turnOff")}
        open={open === "turn_off"}
        close={close}
        act={() => sure(account.turnOffSecondFactor)}
        go={t("secondFactor.turnOff")}
        care
      >
        <p>{t("secondFactor.turnOffLead")}</p>
      </Ask>
      <Dialog open={open === "new_codes"} close={close} title={t("secondFactor.newCodes")}>
        {renewing.data ? (
          <RecoveryCodes codes={renewing.data} done={close} />
        ) : (
          <div className={classes.form}>
            <p>{t("secondFactor.newCodesLead")}</p>
            {renewing.error && <Trouble error={renewing.error} />}
            <Button variant="filled" loading={renewing.isPending} onClick={() => renewing.mutate()}>
              {t("secondFactor.newCodes")}
            </Button>
          </div>
        )}
      </Dialog>
      {dialog}
    </Panel>
  );
}
