import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useRoom } from "../../room/hooks";
import { Crisis } from "./Help";
import classes from "./Help.module.css";
import { usePlea } from "./plea";
import { Told } from "./Told";

/** How one's asking for help stands while its dialog is closed. */
export function Pleading() {
  const { t } = useTranslation();
  const { plea, state, open, urgent } = usePlea();
  const crisis = useRoom((room) => room.crisis);
  const shown = !open && state !== "no";
  return (
    <div className={classes.pleading} data-shown={shown || undefined}>
      <div role="status">{shown && <Told />}</div>
      {shown && urgent && <Crisis contacts={crisis} urgent />}
      {shown && (state === "sent" || state === "refused") && (
        <Button onClick={plea.renew}>{t("room.putAside")}</Button>
      )}
    </div>
  );
}
