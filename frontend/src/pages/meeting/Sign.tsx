import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Colleague } from "../../api/meeting";
import type { SignRecord } from "../../api/protocol.gen";
import { give } from "../../api/sessions";
import { FormDialog } from "../../components/form/Form";
import classes from "./After.module.css";
import { useActRef } from "./ref";

type Meaning = NonNullable<SignRecord["meaning"]>;

/** Signs the record as it stands: as whom, and what that means. */
export function Sign({
  session,
  mine,
  first,
  open,
  close,
}: {
  session: string;
  mine: Colleague;
  first: boolean;
  open: boolean;
  close: () => void;
}) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const own: Meaning = mine.facilitates ? "facilitated" : "reviewed";
  const meanings: readonly Meaning[] = first ? [own] : ["amended", own];
  const [chosen, choose] = useState<Meaning | null>(null);
  const meaning = chosen !== null && meanings.includes(chosen) ? chosen : (meanings[0] ?? own);
  const ref = useActRef();
  const sign = () => give(session, { type: "SignRecord", meaning }, ref.of(meaning));
  const done = () => {
    ref.done();
    void queries.invalidateQueries({ queryKey: ["attendance"] });
    close();
  };
  return (
    <FormDialog
      title={t("meeting.signTitle")}
      open={open}
      close={close}
      act={sign}
      done={done}
      go={t("meeting.signGo")}
    >
      <p>
        {t("meeting.signAs")}{" "}
        <strong>{[mine.name, mine.credential].filter(Boolean).join(", ")}</strong>
      </p>
      <fieldset className={classes.means}>
        <legend>{t("meeting.meaning")}</legend>
        {meanings.map((one) => (
          <label key={one} className={classes.mean}>
            <input
              type="radio"
              name="meaning"
              checked={one === meaning}
              onChange={() => choose(one)}
            />
            <span>
              <strong>{t(`meeting.meant.${one}`)}</strong>
              <span className="soft">{t(`meeting.means.${one}`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <p className="soft">{t("meeting.signLead")}</p>
    </FormDialog>
  );
}
