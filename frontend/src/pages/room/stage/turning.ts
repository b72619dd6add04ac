// One's own microphone, camera and share: the device first, then what the room is told of it.

import { useCallback, useContext, useEffect, useRef, useState } from "react";
import { silenced } from "../../../media/stand";
import { useAround, useGive, useRoom } from "../../../room/hooks";
import { person } from "../../../room/state";
import { MissingContext, type OwnKind, useMedia, useSound } from "./media";

/** For so long after a facilitator turned a device off, a press may have been meant to do that. */
const MEANT_MS = 1_000;

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
  const [busy, setBusy] = useState(false);
  const silencedNow = useSilencedNow(kind);
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
  // Until sound and picture have been loaded there is nothing to turn on; off is always possible.
  const loading = !on && media === null && !missing;
  const press = () => {
    if (on || !silencedNow()) void turn(!on);
  };
  return { on, busy: busy || loading, none, turn: press };
}

/** Whether a facilitator turned it off a moment ago. */
function useSilencedNow(kind: OwnKind): () => boolean {
  const { store } = useAround();
  const at = useRef(Number.NEGATIVE_INFINITY);
  useEffect(
    () =>
      store.listen({
        heard: (frame) => {
          const { room } = store.view;
          if (frame.type !== "event" || room === null) return;
          if (silenced(frame.event, room.you).includes(kind)) at.current = performance.now();
        },
        became: () => undefined,
      }),
    [store, kind],
  );
  return useCallback(() => performance.now() - at.current < MEANT_MS, []);
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
