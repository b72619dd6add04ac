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
  const gone = useRef(false);

  const hold = useCallback((next: MediaStream | null) => {
    devices.stop(held.current);
    held.current = next;
    setStream(next);
  }, []);

  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
      devices.stop(held.current);
      held.current = null;
    };
  }, []);

  async function turnOn(id?: string) {
    setAsking(true);
    setWhy(null);
    try {
      const opened = await devices.open(kind, id);
      // Allowed only after the page had gone: nothing may be left on.
      if (gone.current) return devices.stop(opened);
      hold(opened);
      choose(kind, devices.idOf(opened));
      setKnown(await devices.list(kind));
    } catch (error) {
      hold(null);
      setWhy(error instanceof devices.Unusable ? error.why : "unable");
    }
    setAsking(false);
  }
  return { stream, asking, why, known, turnOn, turnOff: () => hold(null) };
}
