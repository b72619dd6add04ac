// A camera or a microphone while a page shows it: off at first, let go when the page goes.

import { useCallback, useEffect, useRef, useState } from "react";
import * as devices from "../../../api/devices";
import { choose } from "./chosen";

export type Held = {
  readonly stream: MediaStream | null;
  readonly asking: boolean;
  readonly why: devices.Why | null;
  readonly known: readonly devices.Device[];
  readonly turnOn: (id?: string) => Promise<void>;
  readonly turnOff: () => void;
};

/** Holds one device; `known` lists those there are once one was allowed. */
export function useDevice(kind: devices.Kind): Held {
  const [stream, setStream] = useState<MediaStream | null>(null);
  const [asking, setAsking] = useState(false);
  const [why, setWhy] = useState<devices.Why | null>(null);
  const [known, setKnown] = useState<readonly devices.Device[]>([]);
  const held = useRef<MediaStream | null>(null);
  // What was asked for last counts: an answer to an earlier question is let go again.
  const asked = useRef(0);

  const hold = useCallback((next: MediaStream | null) => {
    devices.stop(held.current);
    held.current = next;
    setStream(next);
  }, []);

  useEffect(() => {
    return () => {
      asked.current += 1;
      devices.stop(held.current);
      held.current = null;
    };
  }, []);

  async function turnOn(id?: string) {
    asked.current += 1;
    const mine = asked.current;
    setAsking(true);
    setWhy(null);
    try {
      const opened = await devices.open(kind, id);
      // Allowed only after the page had gone or it was turned off: nothing may be left on.
      if (mine !== asked.current) return devices.stop(opened);
      hold(opened);
      choose(kind, devices.idOf(opened));
      setKnown(await devices.list(kind));
    } catch (error) {
      if (mine !== asked.current) return;
      hold(null);
      setWhy(error instanceof devices.Unusable ? error.why : "unable");
    }
    if (mine === asked.current) setAsking(false);
  }

  function turnOff() {
    asked.current += 1;
    setAsking(false);
    hold(null);
  }
  return { stream, asking, why, known, turnOn, turnOff };
}
