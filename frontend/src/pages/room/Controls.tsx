import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useGive, useRoom } from "../../room/hooks";
import type { Room } from "../../room/state";
import classes from "./Controls.module.css";
import { HelpButton } from "./Help";
import { useStepping, useTurning } from "./stage/turning";
import { useUnread } from "./unread";

/** What one does here, always in the same order; help is last and never goes away. */
export function Controls({
  writing,
  reading,
  write,
}: {
  writing: boolean;
  /** Whether what is written is in sight. */
  reading: boolean;
  write: () => void;
}) {
  const { t } = useTranslation();
  const give = useGive();
  const { raised, guest } = useRoom(own);
  const { away, step } = useStepping();
  const [microphone, camera] = [useTurning("microphone"), useTurning("camera")];
  const fresh = useUnread(reading);
  return (
    <footer className={classes.controls} data-five={guest || undefined}>
      <Button
        variant={microphone.on ? "light" : "default"}
        aria-pressed={microphone.on}
        loading={microphone.busy}
        disabled={microphone.none}
        onClick={microphone.turn}
      >
        {microphone.on ? t("room.micOn") : t("room.micOff")}
      </Button>
      <Button
        variant={camera.on ? "light" : "default"}
        aria-pressed={camera.on}
        loading={camera.busy}
        disabled={camera.none}
        onClick={camera.turn}
      >
        {camera.on ? t("room.cameraOn") : t("room.cameraOff")}
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
      <Button aria-pressed={away} variant={away ? "light" : "default"} onClick={step}>
        {away ? t("room.away_back") : t("room.away_do")}
      </Button>
      <Button aria-pressed={writing} variant={writing ? "light" : "default"} onClick={write}>
        {fresh > 0 ? t("room.chatFresh", { count: fresh }) : t("room.chat")}
      </Button>
      <HelpButton />
    </footer>
  );
}

function own(room: Room) {
  const { you, hands } = room;
  return {
    raised: hands.some((hand) => hand.seat === you.seat),
    guest: you.role === "guest",
  };
}
