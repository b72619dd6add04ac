import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "../../components/Dialog";
import { useGive, useRoom } from "../../room/hooks";
import classes from "./Leave.module.css";
import { Minutes } from "./Minutes";
import { useMedia } from "./stage/media";

/** Leaves after one question. */
export function LeaveButton() {
  const { t } = useTranslation();
  const give = useGive();
  const media = useMedia();
  const [open, setOpen] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const begun = useRoom((room) => room.staff === null && room.times.started_at !== null);
  async function leave() {
    // Who goes is heard and seen no more, also while the room can not be told.
    media?.rest();
    setLeaving(true);
    if (await give({ type: "Leave" })) setOpen(false);
    setLeaving(false);
  }
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t("room.leave")}</Button>
      <Dialog open={open} close={() => setOpen(false)} title={t("leave.title")}>
        <div className={classes.leave}>
          {begun && <Minutes />}
          <p>{t("leave.lead")}</p>
          <div className={classes.buttons}>
            <Button disabled={leaving} onClick={() => setOpen(false)}>
              {t("leave.stay")}
            </Button>
            <Button variant="filled" loading={leaving} onClick={() => void leave()}>
              {t("leave.go")}
            </Button>
          </div>
        </div>
      </Dialog>
    </>
  );
}
