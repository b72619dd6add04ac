import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import * as account from "../../api/account";
import { Dialog } from "../../components/Dialog";
import { useMe } from "../../components/Me";
import { Panel } from "../../components/Panel";
import classes from "./Account.module.css";
import { ChangePassword } from "./ChangePassword";

/** By what one signs in, and the password. */
export function SigningIn() {
  const { t } = useTranslation();
  const me = useMe();
  const [open, setOpen] = useState(false);
  const [changed, setChanged] = useState(false);
  const { data: has = true, refetch } = useQuery({
    queryKey: ["has-password"],
    queryFn: account.hasPassword,
  });
  function done() {
    setOpen(false);
    setChanged(true);
    void refetch();
  }
  return (
    <Panel title={t("account.signingIn")}>
      <div className={classes.fact}>
        <span>{t(me.email ? "account.email" : "account.signInName")}</span>
        <strong>{me.email ?? me.sign_in}</strong>
      </div>
      <div className={classes.row}>
        <div className={classes.fact}>
          <span>{t("account.password")}</span>
          <p>{t(has ? "account.passwordSet" : "account.passwordNone")}</p>
        </div>
        <Button onClick={() => setOpen(true)}>
          {t(has ? "account.passwordChange" : "account.passwordMake")}
        </Button>
      </div>
      <p role="status" className={classes.said}>
        {changed ? t("account.passwordDone") : ""}
      </p>
      <Dialog
        open={open}
        close={() => setOpen(false)}
        title={t(has ? "account.passwordChange" : "account.passwordMake")}
      >
        <ChangePassword has={has} done={done} />
      </Dialog>
    </Panel>
  );
}
