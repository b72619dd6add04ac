import { Button, CloseButton, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useRoom } from "../../../room/hooks";
import { person } from "../../../room/state";
import classes from "./Captions.module.css";
import { useWish } from "./choices";
import { useCaptions, useSayCaption } from "./media";

const LONGEST = 300;

/** The last two lines of what is said, for whoever reads along; and where a captioner types. */
export function Captions() {
  const { captions: shown, typing } = useWish();
  const captioner = useRoom((room) => person(room, room.you.seat)?.function === "captioner");
  return (
    <>
      {shown && <Lines />}
      {(captioner || typing) && <CaptionLine />}
    </>
  );
}

function Lines() {
  const { t } = useTranslation();
  const lines = useCaptions();
  const { showCaptions } = useWish();
  return (
    <div className={classes.place}>
      <section aria-live="polite" aria-label={t("captions.title")}>
        {lines.map((one) => (
          <p key={one.id} className={classes.line}>
            {one.text}
          </p>
        ))}
      </section>
      {lines.length > 0 && (
        <CloseButton
          size={44}
          iconSize={18}
          aria-label={t("captions.hide")}
          onClick={() => showCaptions(false)}
        />
      )}
    </div>
  );
}

/** One line at a time; nothing of it is kept. */
function CaptionLine() {
  const { t } = useTranslation();
  const say = useSayCaption();
  const [text, setText] = useState("");
  function send(event: FormEvent) {
    event.preventDefault();
    if (text.trim() === "") return;
    if (say(text.trim())) setText("");
  }
  return (
    <form className={classes.write} onSubmit={send}>
      <TextInput
        label={t("captions.write")}
        description={t("captions.hint")}
        inputWrapperOrder={["label", "input", "description"]}
        maxLength={LONGEST}
        autoComplete="off"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button type="submit">{t("captions.send")}</Button>
    </form>
  );
}
