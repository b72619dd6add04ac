// The room for components: a store that lives as long as the page, parts of it that draw anew
// only when they change, a command that says what is refused, and a clock.

import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import type { Command } from "../api/protocol.gen";
import type { Socket, Surroundings } from "./connection";
import { Refused } from "./errands";
import { alike } from "./same";
import type { Room } from "./state";
import { RoomStore, type View } from "./store";
import { Ticker } from "./ticker";

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

/** A part of what a store shows; its component is drawn anew only when that part changes. */
export function useStore<T>(store: RoomStore, select: (view: View) => T): T {
  const kept = useRef<{ readonly value: T } | null>(null);
  const read = () => {
    const value = select(store.view);
    const before = kept.current;
    if (before !== null && alike(before.value, value)) return before.value;
    kept.current = { value };
    return value;
  };
  return useSyncExternalStore(store.subscribe, read);
}

type Around = { readonly store: RoomStore; readonly session: string };
type Here = Around & { readonly room: Room };
export const HereContext = createContext<Around | null>(null);

/** The store and the session around this component; neither ever changes. */
export function useAround(): Around {
  const around = useContext(HereContext);
  if (around === null) throw new Error("There is no room around this component.");
  return around;
}

/** A part of the room around this component: a value of it, or an array or object of a few. */
export function useRoom<T>(select: (room: Room) => T): T {
  return useStore(useAround().store, ({ room }) => select(known(room)));
}

/** The whole room around this component, drawn anew with every event: rather take parts. */
export function useHere(): Here {
  const around = useAround();
  return { ...around, room: useRoom((room) => room) };
}

function known(room: Room | null): Room {
  if (room === null) throw new Error("The room is not known yet.");
  return room;
}

/** Give a command; what is refused is said on the page, and the answer is whether it was done. */
export function useGive(): (command: Command) => Promise<boolean> {
  const { store } = useAround();
  return useCallback(
    async (command: Command) => {
      try {
        await store.give(command);
        return true;
      } catch (error) {
        const { code, message } = error instanceof Refused ? error : { code: "", message: "" };
        store.say({ key: "notice.refused", tone: "sun", code, values: { message } });
        return false;
      }
    },
    [store],
  );
}

const ticker = new Ticker();

/** The server's time, ms UTC, anew each second; everything on the page ticks together. */
export function useNow(): number {
  const { store } = useAround();
  useSyncExternalStore(ticker.subscribe, ticker.read);
  return store.now();
}
