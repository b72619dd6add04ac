import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Sheet } from "../../components/Sheet";
import { useGive, useHere } from "../../room/hooks";
import { Chat } from "./Chat";
import { Door, Unsigned } from "./Door";
import { FreeSeat } from "./FreeSeat";
import { HelpButton } from "./Help";
import classes from "./Waiting.module.css";

/** The waiting room: what one waits for, that it is alive, and how to get help now. */
export function Waiting() {
  const { t } = useTranslation();
  const give = useGive();
  const { room } = useHere();
  const [again, setAgain] = useState(false);
  if (again) return <Door done={() => setAgain(false)} />;
  return (
    <Sheet title={t("waiting.title")} lead={`${room.name}. ${t("waiting.seat")}`}>
      <FreeSeat />
      <div role="status" className={classes.state}>
        {room.you.complete ? <p>{t("waiting.alive")}</p> : <p>{t("waiting.incomplete")}</p>}
      </div>
      {!room.you.complete && (
        <>
          <Unsigned />
          <Button variant="filled" onClick={() => setAgain(true)}>
            {t("waiting.answerAgain")}
          </Button>
        </>
      )}
      {(room.messages.length > 0 || room.announced) && <Chat open={room.messages.length > 0} />}
      <div className={classes.buttons}>
        <HelpButton />
        <Button variant="subtle" onClick={() => void give({ type: "Leave" })}>
          {t("waiting.leave")}
        </Button>
      </div>
    </Sheet>
  );
}
