// The answers of one check-in: what was said here, sent a moment after it stands still.

import { useCallback, useLayoutEffect, useRef, useState } from "react";
import type { CheckIn, Item } from "../../../api/protocol.gen";
import { useGive, useRoom } from "../../../room/hooks";

export type Moment = CheckIn["moment"];
export type Answer = number | string | null;

// An answer may call the staff. Passing over it, with the arrow keys or by a slip, must not.
const STILL_MS = 1500;

type Answers = Readonly<Record<string, Answer>>;
export type Saving = {
  /** What was answered to an item; undefined where nothing was. */
  readonly said: (item: string) => Answer | undefined;
  readonly say: (item: string, answer: Answer) => void;
  readonly finish: () => Promise<boolean>;
  readonly state: "nothing" | "saving" | "saved" | "unsaved";
};

export function useSaving(moment: Moment): Saving {
  const give = useGive();
  const kept = useRoom((room) => room.you.answers[moment]);
  const [mine, setMine] = useState<Answers>({});
  const [state, setState] = useState<Saving["state"]>("nothing");
  const waiting = useRef<Answers>({});
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const send = useCallback(
    async (done: boolean) => {
      clearTimeout(timer.current);
      const answers = waiting.current;
      if (!done && Object.keys(answers).length === 0) return true;
      waiting.current = {};
      setState("saving");
      const went = await give({ type: "CheckIn", moment, answers, done });
      // What could not be sent goes with the next answer.
      if (!went) waiting.current = { ...answers, ...waiting.current };
      setState(went ? "saved" : "unsaved");
      return went;
    },
    [give, moment],
  );

  // What still waits is sent when the page goes on to something else. As a layout effect: where
  // the whole room goes, its connection is closed in an effect above, and those are ended before.
  useLayoutEffect(() => {
    const flush = () => void send(false);
    window.addEventListener("pagehide", flush);
    return () => {
      window.removeEventListener("pagehide", flush);
      flush();
    };
  }, [send]);

  return {
    said: (item) => (item in mine ? mine[item] : kept?.[item]),
    say: (item, answer) => {
      setMine((before) => ({ ...before, [item]: answer }));
      waiting.current = { ...waiting.current, [item]: answer };
      setState("saving");
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void send(false), STILL_MS);
    },
    finish: () => send(true),
    state,
  };
}

/** The items that are asked at a moment. */
export function due(items: readonly Item[], moment: Moment): readonly Item[] {
  return items.filter((item) => item.moments.includes(moment));
}
