// The connection to one other device of a mesh; the device with the smaller name offers.

import type { Ties } from "./client";
import type { Carried } from "./modes";
import { quiet, sdpOf } from "./sdp";
import { NO_TRACKS, Sending, SOURCES, type Tracks } from "./sending";
import { type Layer, pictureKey } from "./want";

const AGAIN_MS = 1_000;
const LONGEST_MS = 16_000;
const BROKEN_MS = 6_000;
/** Of the pictures of one device: which the other one shows. */
type Shown = { readonly camera: boolean; readonly share: boolean };

/** What two devices say to each other; `n` counts their attempts, so that none are mixed up. */
type Said =
  | { readonly kind: "offer" | "answer"; readonly n: number; readonly sdp: string }
  | { readonly kind: "candidate"; readonly n: number; readonly candidate: RTCIceCandidateInit }
  | ({ readonly kind: "shows" } & Shown)
  | { readonly kind: "broken"; readonly n: number };

export class Peer {
  connection: RTCPeerConnection | null = null;

  private sending: Sending | null = null;
  private n = 0;
  private tries = 0;
  private tracks: Tracks = NO_TRACKS;
  private carried: Carried = "video";
  // Until the other device says what it shows, it gets everything.
  private shown: Shown = { camera: true, share: true };
  private told = "";
  private early: RTCIceCandidateInit[] = [];
  private closed = false;
  private turn: Promise<void> = Promise.resolve();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly leg: string,
    readonly seat: string,
    private readonly ties: Ties,
  ) {}

  /** Offer, where it is on this side to do so. */
  begin(): void {
    if (this.offers) this.later(() => this.offer());
  }

  take(data: Readonly<Record<string, unknown>>): void {
    const said = data as unknown as Said;
    if (said.kind === "offer") this.later(() => this.answer(said.n, said.sdp));
    else if (said.kind === "answer") this.later(() => this.answered(said.n, said.sdp));
    else if (said.kind === "candidate") this.later(() => this.add(said.n, said.candidate));
    else if (said.kind === "shows") this.show({ camera: said.camera, share: said.share });
    else if (said.kind === "broken" && said.n === this.n) this.again();
  }

  send(tracks: Tracks): void {
    this.tracks = tracks;
    const { sending, shown } = this;
    if (sending === null) return;
    void sending.put("microphone", tracks.microphone);
    void sending.put("camera", shown.camera ? tracks.camera : null);
    void sending.put("share", shown.share ? tracks.share : null);
  }

  carry(carried: Carried): void {
    this.carried = carried;
    void this.sending?.carry(carried);
  }

  /** Say which of its pictures are shown here; the rest it need not send. */
  want(pictures: ReadonlyMap<string, Layer>): void {
    const shows = (source: "camera" | "share") => pictures.has(pictureKey(this.seat, source));
    const shown: Shown = { camera: shows("camera"), share: shows("share") };
    if (this.told === JSON.stringify(shown)) return;
    this.told = JSON.stringify(shown);
    this.say({ kind: "shows", ...shown });
  }

  /** How loud the other is heard at this moment, 0 to 1. */
  loudness(): number {
    const receiver = this.connection?.getTransceivers()[0]?.receiver;
    const levels = (receiver?.getSynchronizationSources?.() ?? []).map(
      (one) => one.audioLevel ?? 0,
    );
    return Math.max(0, ...levels);
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.timer);
    this.drop();
  }

  private get offers(): boolean {
    return this.ties.leg < this.leg;
  }

  private async offer(): Promise<void> {
    const connection = this.fresh(this.n + 1);
    this.sending = Sending.offered(connection, this.way);
    // Now: once they are negotiated, the browser has begun to decode what it can not read.
    connection.getTransceivers().forEach(({ receiver }, index) => {
      const source = SOURCES[index];
      if (source !== undefined) this.ties.protection?.receiver(receiver, this.seat, source);
    });
    this.send(this.tracks);
    await connection.setLocalDescription();
    this.say({ kind: "offer", n: this.n, sdp: sdpOf(connection) });
  }

  private async answer(n: number, sdp: string): Promise<void> {
    if (this.offers) return;
    const connection = this.fresh(n);
    await connection.setRemoteDescription({ type: "offer", sdp: quiet(sdp) });
    this.sending = Sending.answered(connection, this.way);
    this.send(this.tracks);
    await connection.setLocalDescription();
    this.say({ kind: "answer", n, sdp: sdpOf(connection) });
    await this.settled(connection);
  }

  private async answered(n: number, sdp: string): Promise<void> {
    if (n !== this.n || this.connection === null) return;
    await this.connection.setRemoteDescription({ type: "answer", sdp: quiet(sdp) });
    await this.settled(this.connection);
  }

  private async settled(connection: RTCPeerConnection): Promise<void> {
    for (const candidate of this.early.splice(0)) await connection.addIceCandidate(candidate);
    await this.sending?.limit();
    await this.sending?.carry(this.carried);
  }

  private async add(n: number, candidate: RTCIceCandidateInit): Promise<void> {
    if (n !== this.n || this.connection === null) return;
    if (this.connection.remoteDescription === null) this.early.push(candidate);
    // A candidate that can not be used is one way less, and no more than that.
    else await this.connection.addIceCandidate(candidate).catch(() => undefined);
  }

  private get way() {
    const { kbps, protection } = this.ties;
    return { direction: "sendrecv", simulcast: false, kbps, protection } as const;
  }

  private fresh(n: number): RTCPeerConnection {
    this.drop();
    this.n = n;
    const connection = this.ties.connect(this.ties.ice);
    this.connection = connection;
    connection.onicecandidate = ({ candidate }) => {
      if (candidate !== null && this.connection === connection)
        this.say({ kind: "candidate", n, candidate: candidate.toJSON() });
    };
    connection.ontrack = ({ track, receiver, transceiver }) => {
      const source = SOURCES[connection.getTransceivers().indexOf(transceiver)];
      if (source === undefined) return;
      this.ties.protection?.receiver(receiver, this.seat, source);
      this.ties.came(this.seat, source, track);
    };
    connection.onconnectionstatechange = () => this.stands(connection);
    return connection;
  }

  private drop(): void {
    if (this.connection === null) return;
    this.connection.onconnectionstatechange = null;
    this.connection.close();
    this.connection = null;
    this.sending = null;
    this.early = [];
    for (const source of SOURCES) this.ties.came(this.seat, source, null);
  }

  private stands(connection: RTCPeerConnection): void {
    clearTimeout(this.timer);
    if (connection.connectionState === "connected") this.tries = 0;
    if (connection.connectionState === "failed") this.again();
    if (connection.connectionState === "disconnected")
      this.timer = setTimeout(() => this.again(), BROKEN_MS);
  }

  /** A broken connection is begun anew, by whoever offers. */
  private again(): void {
    if (this.closed) return;
    clearTimeout(this.timer);
    if (!this.offers) {
      this.say({ kind: "broken", n: this.n });
      return;
    }
    const wait = Math.min(LONGEST_MS, AGAIN_MS * 2 ** this.tries);
    this.tries += 1;
    this.timer = setTimeout(() => this.later(() => this.offer()), wait);
  }

  private show(shown: Shown): void {
    this.shown = shown;
    this.send(this.tracks);
  }

  private say(data: Said): void {
    this.ties.say({ kind: "pass", to: this.leg, data: { ...data } });
  }

  /** One after another: descriptions and candidates must not overtake each other. */
  private later(what: () => Promise<void>): void {
    this.turn = this.turn.then(async () => {
      if (this.closed) return;
      try {
        await what();
      } catch {
        this.again();
      }
    });
  }
}
