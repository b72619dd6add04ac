import { useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { cancel } from "../../api/groups";
import type { Session } from "../../api/sessions";
import { Lines } from "../../components/form/Fields";
import { FormDialog } from "../../components/form/Form";
import { typed } from "../../components/form/wrong";
import { dayName, hours } from "../../words/wall";
import { sessionsChanged } from "./changed";

/** Calls a session off, once one has said why. */
export default function CancelSession({
  session,
  open,
  close,
  done,
}: {
  session: Session;
  open: boolean;
  close: () => void;
  done?: () => void;
}) {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  // A second try after a lost answer must not be a second cancellation.
  const ref = useRef(crypto.randomUUID());
  const when = `${dayName(session.planned_date, i18n.language)}, ${hours(session, i18n.language)}`;
  return (
    <FormDialog
      title={t("plan.cancelTitle")}
      open={open}
      close={close}
      act={(form) => cancel(session.id, typed(form, "reason"), ref.current)}
      done={() => {
        sessionsChanged(queries);
        close();
        done?.();
      }}
      go={t("plan.cancelGo")}
      leave={t("plan.keep")}
      care
    >
      <p>
        <strong>{session.group.name}</strong> · {when}
      </p>
      <p className="soft">{t("plan.cancelLead")}</p>
      <Lines
        name="reason"
        label={t("plan.reason")}
        help={t("plan.reasonHelp")}
        maxLength={300}
        required
        data-autofocus
      />
    </FormDialog>
  );
}
