import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import * as account from "../../api/account";
import { Sheet } from "../../components/Sheet";
import { Top } from "../today/Top";
import { SetUpSecondFactor } from "./SetUpSecondFactor";

/** Before anything else, where the clinic asks its staff for it. */
export function SecondFactorDue() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const again = () => queries.resetQueries();
  return (
    <Sheet
      top={<Top />}
      title={t("secondFactor.dueTitle")}
      lead={t("secondFactor.dueLead")}
      step="due"
    >
      <SetUpSecondFactor done={() => void again()} />
      <Button variant="subtle" onClick={() => void account.signOut().then(again)}>
        {t("signIn.out")}
      </Button>
    </Sheet>
  );
}
