import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useGive, useNow, useRoom } from "../../room/hooks";
import { span } from "../../words/time";
import classes from "./Asked.module.css";
import { useTurning } from "./stage/turning";

/** What a facilitator asks of this person, with what one can answer. */
export function Asked() {
  const until = useRoom((room) => (room.you.prompted ? room.prompt_until : null));
  const unmute = useRoom((room) => room.you.asked_to_unmute);
  return (
    <>
      {until !== null && <Presence key={until} until={until} />}
      {unmute && <Unmute />}
    </>
  );
}

/** "Are you with us?", with the time there is to say so. */
function Presence({ until }: { until: number }) {
  const { t } = useTranslation();
  const give = useGive();
  return (
    <section className={classes.asked} aria-label={t("room.prompted")}>
      <div role="alert">
        <p className={classes.question}>{t("room.prompted")}</p>
        <p className="soft">{t("room.promptHint")}</p>
      </div>
      <Button variant="filled" onClick={() => void give({ type: "AnswerPresence" })}>
        {t("room.answer")}
      </Button>
      <Left until={until} />
    </section>
  );
}

function Left({ until }: { until: number }) {
  const { t } = useTranslation();
  const now = useNow();
  return (
    <p className="soft tabular" role="timer">
      {t("room.promptLeft", { time: span(until - now) })}
    </p>
  );
}

function Unmute() {
  const { t } = useTranslation();
  const microphone = useTurning("microphone");
  const [later, setLater] = useState(false);
  if (later || microphone.on) return null;
  return (
    <section className={classes.asked} aria-label={t("room.askedUnmute")}>
      <p role="status" className={classes.question}>
        {t("room.askedUnmute")}
      </p>
      <p className="soft">{t("room.askedUnmuteHint")}</p>
      <div className={classes.buttons}>
        <Button variant="filled" loading={microphone.busy} onClick={microphone.turn}>
          {t("room.unmute")}
        </Button>
        <Button onClick={() => setLater(true)}>{t("room.notNow")}</Button>
      </div>
    </section>
  );
}
