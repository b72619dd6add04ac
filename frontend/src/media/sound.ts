// Sound and picture as the page sees them: how they stand, and what can be done about them.

import type { Device, Why } from "../api/devices";
import type { MediaIn, MediaOut, MediaOver } from "../api/protocol.gen";

/** `less` sends and takes small pictures, `sound` none, `text` takes part without media. */
export type Mode = "auto" | "video" | "less" | "sound" | "text";
export type OwnKind = "microphone" | "camera";
export type DeviceKind = OwnKind | "speaker";
export type Source = "microphone" | "camera" | "share";
export type Over = MediaOver["why"] | "cannot_encrypt";
export type Level = 0 | 1 | 2 | 3;
export type Caption = { readonly id: number; readonly sender: string; readonly text: string };
export type Size = "large" | "normal" | "small";
export type FromPage = MediaOut["data"];
export type ToPage = MediaIn["data"];

/** Sound and picture as they stand; changes are new objects. */
export type Sound = {
  readonly state: "none" | "joining" | "open" | "again" | "over";
  readonly why: Over | null;
  readonly engine: "mesh" | "sfu" | null;
  readonly relay: boolean;
  /** As chosen. */
  readonly mode: Mode;
  /** What a weak connection made of `auto`. */
  readonly lowered: "less" | "sound" | null;
  /** How well this device is connected; null while that is not known. */
  readonly level: Level | null;
  /** Media were begun, and nothing comes through: it may be the network that holds them back. */
  readonly cut: boolean;
  readonly trouble: Readonly<Record<OwnKind, Why | "lost" | null>>;
  readonly known: Readonly<Record<DeviceKind, readonly Device[]>>;
  readonly chosen: Readonly<Record<DeviceKind, string>>;
  /** Null where this browser can not blur. */
  readonly blur: boolean | null;
  /** The browser plays nothing before somebody touches the page. */
  readonly blocked: boolean;
  readonly safety: readonly string[] | null;
  /** The seats with whom keys are not exchanged yet: neither side hears or sees the other. */
  readonly unkeyed: readonly string[];
  readonly talking: ReadonlySet<string>;
  readonly levels: Readonly<Record<string, Level>>;
  /** The seats whose devices this one should reach itself, and does not. */
  readonly apart: readonly string[];
  /** By `<seat> camera` and `<seat> share`; one's own among them. */
  readonly pictures: Readonly<Record<string, MediaStream>>;
  readonly captions: readonly Caption[];
};

/** What the page can do about them. */
export interface Media {
  readonly subscribe: (reader: () => void) => () => void;
  readonly read: () => Sound;
  /** After it was over: take the media to this device, or try once more. */
  join(): void;
  /** Turn a device on and say whether it is; the room is told by whoever asks, afterwards. */
  open(kind: OwnKind): Promise<boolean>;
  /** Turn a device off at once, whatever the connection does; the room is told afterwards. */
  close(kind: OwnKind): void;
  /** Send nothing at all from now: somebody steps away, or goes. */
  rest(): void;
  /** Put the trouble with a device aside. */
  forget(kind: OwnKind): void;
  choose(kind: DeviceKind, id: string): Promise<void>;
  setMode(mode: Mode): void;
  setBlur(on: boolean): Promise<void>;
  /** Play what the browser has held back; from within a touch or a key. */
  unblock(): void;
  shareScreen(): Promise<void>;
  shareTrack(track: MediaStreamTrack): Promise<boolean>;
  stopSharing(): Promise<void>;
  /** Something shows a picture at a size, until the answer is called. */
  want(key: string, size: Size): () => void;
  /** What is pinned is never paused. */
  pin(key: string | null): void;
}

export const SILENT: Sound = {
  ...{ state: "none", why: null, engine: null, relay: false, mode: "auto", lowered: null },
  ...{ level: null, trouble: { microphone: null, camera: null }, blur: null, blocked: false },
  ...{ known: { microphone: [], camera: [], speaker: [] }, safety: null, captions: [] },
  ...{ unkeyed: [], apart: [], cut: false },
  ...{ chosen: { microphone: "", camera: "", speaker: "" }, talking: new Set() },
  ...{ levels: {}, pictures: {} },
};
