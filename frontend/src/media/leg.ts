// This device's media in one place, from `ready` until it is closed: one engine's client, the
// encryption where there is one, and what comes in.

import type { MediaReady } from "../api/protocol.gen";
import type { Around } from "./browser";
import type { Client, Ties } from "./client";
import type { Member, Protected, Protection } from "./encryption/protection";
import { configuration } from "./encryption/support";
import { Mesh } from "./mesh";
import type { Tracks } from "./sending";
import { Sfu } from "./sfu";
import type { FromPage, Source } from "./sound";
import { pictureKey } from "./want";

export type Hands = {
  readonly around: Around;
  readonly session: string;
  readonly seat: string;
  readonly tracks: Tracks;
  readonly say: (message: FromPage) => void;
  readonly whisper: (to: string, data: Record<string, unknown>) => void;
  readonly came: (seat: string, source: Source, track: MediaStreamTrack | null) => void;
  readonly protected: (state: Protected) => void;
};

export class Leg {
  readonly client: Client;
  /** What comes in, by `<seat> <source>`. */
  readonly incoming = new Map<string, MediaStreamTrack>();
  private readonly protection: Protection | null;
  private named: readonly Member[] = [];
  private introduced: readonly Member[] | null = null;
  private told = "";

  constructor(
    readonly ready: MediaReady,
    hands: Hands,
  ) {
    this.protection = ready.encrypted ? protection(ready, hands) : null;
    const ties: Ties = {
      ...{ leg: ready.leg, kbps: ready.video_kbps, tracks: hands.tracks, say: hands.say },
      ...{ protection: this.protection, connect: hands.around.connect, ice: ice(ready) },
      introduced: (list) => {
        this.introduced = list;
        this.members();
      },
      came: (seat, source, track) => {
        const key = pictureKey(seat, source);
        if (track === null) this.incoming.delete(key);
        else this.incoming.set(key, track);
        hands.came(seat, source, track);
      },
    };
    this.client = ready.engine === "sfu" ? new Sfu(ties) : new Mesh(ties);
  }

  /** Who else is in the place, as the page shows them. */
  beside(named: readonly Member[]): void {
    this.named = named;
    this.members();
  }

  /** Nobody gets a key whom the page does not name, whoever is introduced; keys change with them. */
  private members(): void {
    const seats = new Set(this.named.map(({ seat }) => seat));
    const met = this.ready.engine === "mesh" ? (this.introduced ?? []) : this.named;
    const list = met.filter(({ seat }) => seats.has(seat));
    const said = JSON.stringify(list.map(({ seat, leg }) => [seat, leg]).sort());
    if (said === this.told) return;
    this.told = said;
    this.protection?.members(list);
  }

  heard(sender: string, data: unknown): void {
    this.protection?.heard(sender, data);
  }

  close(): void {
    this.client.close();
    this.protection?.close();
  }
}

function protection(ready: MediaReady, hands: Hands): Protection {
  return hands.around.protect({
    ...{ seat: hands.seat, leg: ready.leg, place: ready.permit.place, session: hands.session },
    send: hands.whisper,
    changed: hands.protected,
  });
}

function ice({ ice_servers, relay, encrypted }: MediaReady): RTCConfiguration {
  return {
    iceServers: ice_servers.map(({ urls, ...rest }) => ({ urls: [...urls], ...rest })),
    iceTransportPolicy: relay ? "relay" : "all",
    bundlePolicy: "max-bundle",
    ...(encrypted ? configuration() : {}),
  };
}
