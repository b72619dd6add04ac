// What the page shows and asks of sound and picture: hooks over the media of this room.

import { createContext, useContext, useEffect, useRef, useSyncExternalStore } from "react";
import {
  type Caption,
  type Level,
  type Media,
  SILENT,
  type Size,
  type Sound,
} from "../../../media/sound";
import { useAround, useRoom } from "../../../room/hooks";
import { alike } from "../../../room/same";

export type { DeviceKind, Media, Mode, OwnKind } from "../../../media/sound";

export const MediaContext = createContext<Media | null>(null);

/** Whether the part of the page that does sound and picture could not be loaded. */
export const MissingContext = createContext(false);

const nothing = () => () => undefined;
const silent = () => SILENT;

/** The media of this room; null until they have been loaded. */
export function useMedia(): Media | null {
  return useContext(MediaContext);
}

/** Whether there are media here at all. */
export function useHasMedia(): boolean {
  // Whoever only reads has none at the moment, and must find the way back.
  return useSound((sound) => sound.state !== "none" || sound.mode === "text");
}

/** A part of sound and picture; its component is drawn anew only when that part changes. */
export function useSound<T>(select: (sound: Sound) => T): T {
  const media = useMedia();
  const kept = useRef<{ readonly value: T } | null>(null);
  const source = media?.read ?? silent;
  const read = () => {
    const value = select(source());
    const before = kept.current;
    if (before !== null && alike(before.value, value)) return before.value;
    kept.current = { value };
    return value;
  };
  return useSyncExternalStore(media?.subscribe ?? nothing, read);
}

/** Whether somebody talks at this moment. */
export function useTalking(seat: string): boolean {
  return useSound((sound) => sound.talking.has(seat));
}

/** How well somebody is connected; null while nobody knows. */
export function useLevel(seat: string): Level | null {
  return useSound((sound) => (sound.apart.includes(seat) ? 0 : (sound.levels[seat] ?? null)));
}

export function useOwnSeat(): string {
  return useRoom((room) => room.you.seat);
}

/**
 * A picture, which is sent for as long as something shows it, and no larger than it is shown;
 * `size` is null while it is out of sight.
 */
export function usePicture(
  seat: string,
  source: "camera" | "share",
  size: Size | null,
): MediaStream | null {
  const media = useMedia();
  const key = `${seat} ${source}`;
  useEffect(() => (size === null ? undefined : media?.want(key, size)), [media, key, size]);
  return useSound((sound) => sound.pictures[key] ?? null);
}

/** The code to compare aloud; null while one is alone. */
export function useSafety(): readonly string[] | null {
  return useSound((sound) => sound.safety);
}

/** Whether keys are not exchanged with somebody yet, where the group encrypts. */
export function useUnkeyed(seat: string): boolean {
  return useSound((sound) => sound.unkeyed.includes(seat));
}

/** The last two lines of what is said, while they are fresh. */
export function useCaptions(): readonly Caption[] {
  return useSound((sound) => sound.captions);
}

/** Write what is said; whether it went out. It needs the room's connection and no media. */
export function useSayCaption(): (text: string) => boolean {
  return useAround().store.caption;
}

/** Whether this browser can share a screen at all; phones mostly can not. */
export function canShare(): boolean {
  return typeof navigator.mediaDevices?.getDisplayMedia === "function";
}
