// The room for components: a store that lives as long as the page, a command that says what is
// refused, and a clock.

import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useState,
  useSyncExternalStore,
} from "react";
import type { Command } from "../api/protocol.gen";
import { Refused, type Socket, type Surroundings } from "./connection";
import type { Room } from "./state";
import { RoomStore, type View } from "./store";

const browser: Surroundings = {
  open: (url, protocol) => new WebSocket(url, protocol) as Socket,
  now: () => Date.now(),
  chance: () => Math.random(),
  mint: () => crypto.randomUUID(),
};

/** The store of a session's room; it connects when the page shows and ends when it goes. */
export function useRoomStore(session: string): RoomStore {
  const [store] = useState(() => {
    const url = `${location.origin.replace("http", "ws")}/ws/rooms/${session}`;
    return new RoomStore(url, browser);
  });
  useEffect(() => store.start(), [store]);
  return store;
}

export function useView(store: RoomStore): View {
  return useSyncExternalStore(store.subscribe, store.read);
}

type Here = { readonly room: Room; readonly store: RoomStore; readonly session: string };
export const HereContext = createContext<Here | null>(null);

/** The room around this component. */
export function useHere(): Here {
  const here = useContext(HereContext);
  if (here === null) throw new Error("There is no room around this component.");
  return here;
}

/** Give a command; what is refused is said on the page, and the answer is whether it was done. */
export function useGive(): (command: Command) => Promise<boolean> {
  const { store } = useHere();
  return useCallback(
    async (command: Command) => {
      try {
        await store.give(command);
        return true;
      } catch (error) {
        const message = error instanceof Refused ? error.message : "";
        store.say({ key: "notice.refused", tone: "sun", values: { message } });
        return false;
      }
    },
    [store],
  );
}

/** The server's time, ms UTC, anew each second. */
export function useNow(): number {
  const { store } = useHere();
  const [now, setNow] = useState(store.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(store.now()), 1000);
    return () => clearInterval(timer);
  }, [store]);
  return now;
}
