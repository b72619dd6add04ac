// What an engine's client is to the store, and what it needs of it.

import type { Member, Protection } from "./encryption/protection";
import type { Carried } from "./modes";
import type { Tracks } from "./sending";
import type { FromPage, Source, ToPage } from "./sound";
import type { Layer } from "./want";

/** One engine's connections, for as long as this device has one leg in one place. */
export interface Client {
  /** Take what the service says; what makes no sense at the moment is ignored. */
  take(message: ToPage): void;
  put(source: Source, track: MediaStreamTrack | null): void;
  /** The pictures to take, by `<seat> <source>`; everything else is paused. */
  want(pictures: ReadonlyMap<string, Layer>): void;
  carry(carried: Carried): void;
  /** The connections, to measure them. */
  connections(): readonly RTCPeerConnection[];
  /** The seats to which there should be a connection of their own, and is none at this moment. */
  apart(): readonly string[];
  /** How loud each seat is heard at this moment, 0 to 1, where only this page can tell. */
  loudness(): ReadonlyMap<string, number>;
  close(): void;
}

export type Ties = {
  readonly leg: string;
  readonly ice: RTCConfiguration;
  readonly kbps: number;
  readonly protection: Protection | null;
  readonly tracks: Tracks;
  readonly connect: (configuration: RTCConfiguration) => RTCPeerConnection;
  readonly say: (message: FromPage) => void;
  /** A track comes in from now; null when it comes no more. */
  readonly came: (seat: string, source: Source, track: MediaStreamTrack | null) => void;
  /** The devices of the place, where the engine names them: all of them, at each change. */
  readonly introduced: (list: readonly Member[]) => void;
};
