import { Button, Modal } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useGive } from "../../room/hooks";
import classes from "./Leave.module.css";

/** Leaves after one question. */
export function LeaveButton() {
  const { t } = useTranslation();
  const give = useGive();
  const [open, setOpen] = useState(false);
  async function leave() {
    await give({ type: "Leave" });
    setOpen(false);
  }
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t("room.leave")}</Button>
      <Modal opened={open} onClose={() => setOpen(false)} title={t("leave.title")}>
        <div className={classes.leave}>
          <p>{t("leave.lead")}</p>
          <div className={classes.buttons}>
            <Button onClick={() => setOpen(false)}>{t("leave.stay")}</Button>
            <Button variant="filled" onClick={() => void leave()}>
              {t("leave.go")}
            </Button>
          </div>
        </div>
      </Modal>
    </>
  );
}
