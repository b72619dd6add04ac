// One's own microphone, camera and share: the device first, then what the room is told of it.

import { useCallback, useContext, useEffect, useState } from "react";
import { useGive, useRoom } from "../../../room/hooks";
import { person } from "../../../room/state";
import { MissingContext, type OwnKind, useMedia, useSound } from "./media";

export type Turning = {
  readonly on: boolean;
  readonly busy: boolean;
  /** There is no sound and picture in this service: the button would do nothing. */
  readonly none: boolean;
  readonly turn: () => void;
};

/** Whether a device is on in the room, and how to turn it on or off. */
export function useTurning(kind: OwnKind): Turning {
  const give = useGive();
  const media = useMedia();
  const on = useRoom((room) => person(room, room.you.seat)?.[kind] ?? false);
  const none = useSound((sound) => sound.why === "off");
  const missing = useContext(MissingContext);
  const loading = media === null && !missing;
  const [busy, setBusy] = useState(false);
  const [early, setEarly] = useState(false);
  const turn = useCallback(
    async (wanted: boolean) => {
      setBusy(true);
      try {
        // Where there is no such device, the reason is said, and the room hears of nothing.
        if (wanted && !(await media?.open(kind))) return;
        // Off is off, also while the room can not be told.
        if (!wanted) media?.close(kind);
        const type = kind === "camera" ? "SetCamera" : "SetMicrophone";
        if (!(await give({ type, on: wanted }))) media?.close(kind);
      } finally {
        setBusy(false);
      }
    },
    [give, media, kind],
  );
  // What is pressed before sound and picture have been loaded waits for them.
  useEffect(() => {
    if (!early || loading) return;
    setEarly(false);
    void turn(true);
  }, [early, loading, turn]);
  const press = () => {
    if (!on && loading) setEarly(true);
    else void turn(!on);
  };
  return { on, busy: busy || early, none, turn: press };
}

/** Stepping away, at once also while the room can not be told, and coming back. */
export function useStepping(): { readonly away: boolean; readonly step: () => void } {
  const give = useGive();
  const media = useMedia();
  const away = useRoom((room) => room.you.away);
  const step = () => {
    if (!away) media?.rest();
    void give(away ? { type: "ComeBack" } : { type: "StepAway" });
  };
  return { away, step };
}

/** Ends one's own sharing; a page without media shares nothing, whatever the room still says. */
export function useStopSharing(): () => void {
  const give = useGive();
  const media = useMedia();
  return () => void (media === null ? give({ type: "StopSharing" }) : media.stopSharing());
}
