import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Accepted } from "../../api/account";
import { Sheet } from "../../components/Sheet";
import { Ring } from "../today/Ring";
import { Top } from "../today/Top";
import classes from "./Join.module.css";

/** Just joined: how one signs in from now on, told this once. */
export function Joined({
  clinic,
  account,
  done,
}: {
  clinic: string;
  account: Accepted;
  done: () => void;
}) {
  const { t } = useTranslation();
  const { sign_in, email } = account;
  return (
    <Sheet
      top={<Top />}
      title={t("join.doneTitle", { clinic })}
      lead={t("join.doneLead")}
      step="joined"
    >
      <div className={classes.name}>
        <span className="soft">{t(sign_in ? "join.doneName" : "join.doneEmail")}</span>
        <strong>{sign_in ?? email}</strong>
        <span>{t(sign_in ? "join.doneWrite" : "join.donePassword")}</span>
      </div>
      <Button variant="filled" onClick={done}>
        {t("join.doneGo")}
      </Button>
      <Ring whole />
    </Sheet>
  );
}
