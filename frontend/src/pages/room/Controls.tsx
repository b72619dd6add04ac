import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useGive, useRoom } from "../../room/hooks";
import { person, type Room } from "../../room/state";
import classes from "./Controls.module.css";
import { HelpButton } from "./Help";

/** What one does here, always in the same order; help is last and never goes away. */
export function Controls({ writing, write }: { writing: boolean; write: () => void }) {
  const { t } = useTranslation();
  const give = useGive();
  const { microphone, camera, raised, away, guest } = useRoom(own);
  return (
    <footer className={classes.controls} data-five={guest || undefined}>
      <Button
        aria-pressed={microphone}
        onClick={() => void give({ type: "SetMicrophone", on: !microphone })}
      >
        {microphone ? t("room.micOn") : t("room.micOff")}
      </Button>
      <Button aria-pressed={camera} onClick={() => void give({ type: "SetCamera", on: !camera })}>
        {camera ? t("room.cameraOn") : t("room.cameraOff")}
      </Button>
      {!guest && (
        <Button
          variant={raised ? "filled" : "default"}
          aria-pressed={raised}
          onClick={() => void give(raised ? { type: "LowerHand" } : { type: "RaiseHand" })}
        >
          {raised ? t("room.lower") : t("room.raise")}
        </Button>
      )}
      <Button
        aria-pressed={away}
        variant={away ? "light" : "default"}
        onClick={() => void give(away ? { type: "ComeBack" } : { type: "StepAway" })}
      >
        {away ? t("room.away_back") : t("room.away_do")}
      </Button>
      <Button aria-pressed={writing} variant={writing ? "light" : "default"} onClick={write}>
        {t("room.chat")}
      </Button>
      <HelpButton />
    </footer>
  );
}

function own(room: Room) {
  const { you, hands } = room;
  const me = person(room, you.seat);
  return {
    microphone: me?.microphone ?? false,
    camera: me?.camera ?? false,
    raised: hands.some((hand) => hand.seat === you.seat),
    away: you.away,
    guest: you.role === "guest",
  };
}
