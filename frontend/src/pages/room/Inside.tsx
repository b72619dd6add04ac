import { Button } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useGive, useHere } from "../../room/hooks";
import { person } from "../../room/state";
import { clockTime } from "../../words/time";
import { Chat } from "./Chat";
import { Circle } from "./Circle";
import { Floor } from "./Floor";
import { HelpButton } from "./Help";
import classes from "./Inside.module.css";
import { LeaveButton } from "./Leave";

/** The group as a participant or a guest lives it: circle, floor, chat, and six buttons. */
export function Inside() {
  const { t, i18n } = useTranslation();
  const { room } = useHere();
  const [writing, setWriting] = useState(false);
  const wide = useMediaQuery("(min-width: 860px)") ?? false;
  const box = useRef<HTMLTextAreaElement>(null);
  const { started_at } = room.times;
  const name = room.you.name;

  function write() {
    setWriting(!writing || wide);
    if (!writing || wide) requestAnimationFrame(() => box.current?.focus());
  }
  return (
    <div className={classes.room}>
      <header className={classes.head}>
        <div>
          <h1>{room.name}</h1>
          <p className="soft tabular">
            {started_at === null
              ? t("room.before", { name })
              : t("room.since", { name, time: clockTime(started_at, i18n.language) })}
          </p>
        </div>
        <LeaveButton />
      </header>
      <main className={classes.main} data-writing={writing || undefined}>
        <div className={classes.group}>
          <Circle />
          <Floor />
        </div>
        <div className={classes.talk}>
          <Chat box={box} open={writing || wide} empty={writing || wide} />
        </div>
      </main>
      <Controls writing={writing} write={write} />
    </div>
  );
}

function Controls({ writing, write }: { writing: boolean; write: () => void }) {
  const { t } = useTranslation();
  const give = useGive();
  const { room } = useHere();
  const { you } = room;
  const me = person(room, you.seat);
  const raised = room.hands.some((hand) => hand.seat === you.seat);
  const guest = you.role === "guest";
  const [microphone, camera] = [me?.microphone ?? false, me?.camera ?? false];
  return (
    <footer className={classes.controls}>
      <Button
        aria-pressed={microphone}
        onClick={() => void give({ type: "SetMicrophone", on: !microphone })}
      >
        {microphone ? t("room.micOn") : t("room.micOff")}
      </Button>
      <Button aria-pressed={camera} onClick={() => void give({ type: "SetCamera", on: !camera })}>
        {camera ? t("room.cameraOn") : t("room.cameraOff")}
      </Button>
      <Button
        variant={raised ? "filled" : "default"}
        disabled={guest}
        aria-pressed={raised}
        onClick={() => void give(raised ? { type: "LowerHand" } : { type: "RaiseHand" })}
      >
        {raised ? t("room.lower") : t("room.raise")}
      </Button>
      <Button
        aria-pressed={you.away}
        onClick={() => void give(you.away ? { type: "ComeBack" } : { type: "StepAway" })}
      >
        {you.away ? t("room.away_back") : t("room.away_do")}
      </Button>
      <Button aria-pressed={writing} variant={writing ? "light" : "default"} onClick={write}>
        {t("room.chat")}
      </Button>
      <HelpButton />
    </footer>
  );
}
