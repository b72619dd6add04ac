import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import * as account from "../../api/account";
import { Problem } from "../../api/http";
import { Sheet } from "../../components/Sheet";
import { Trouble } from "../../components/Trouble";
import { dayAndTime } from "../../words/time";
import { Ring } from "../today/Ring";
import { Top } from "../today/Top";
import classes from "./Join.module.css";

/** Joining with the account that is signed in, in one tap. */
export function JoinWith({
  token,
  invitation,
  me,
  done,
}: {
  token: string;
  invitation: account.OpenInvitation;
  me: account.Me;
  done: () => void;
}) {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const { clinic, role, expires_at } = invitation;
  const joining = useMutation({ mutationFn: () => account.join(token), onSuccess: done });
  const leaving = useMutation({
    mutationFn: account.signOut,
    onSuccess: () => queries.resetQueries({ queryKey: ["me"] }),
  });
  const { error } = joining;
  const other = error instanceof Problem && error.code === "not_your_invitation";
  const name = me.preferred_name || me.legal_name;
  return (
    <Sheet top={<Top />} title={t("join.title", { clinic })} lead={t(`join.${role}`)} step="with">
      <Ring />
      <p>{t("join.as", { name })}</p>
      {other && (
        <div className={classes.note} role="alert">
          <p>{t("join.notYours")}</p>
          <p>{t("join.notYoursHint")}</p>
        </div>
      )}
      {error && !other && <Trouble error={error} />}
      {leaving.error && <Trouble error={leaving.error} />}
      <div className={classes.go}>
        {!other && (
          <Button variant="filled" loading={joining.isPending} onClick={() => joining.mutate()}>
            {t("join.oneTap")}
          </Button>
        )}
        <Button
          variant={other ? "filled" : "default"}
          loading={leaving.isPending}
          onClick={() => leaving.mutate()}
        >
          {t(other ? "signIn.out" : "join.notMe")}
        </Button>
      </div>
      <p className="soft">
        {t("join.until", { when: dayAndTime(Date.parse(expires_at), i18n.language) })}
      </p>
    </Sheet>
  );
}
