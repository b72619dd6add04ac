// The SFU's client: one connection for all that is sent, and one for all that comes in.

import type { MediaOffer } from "../api/protocol.gen";
import type { Client, Ties } from "./client";
import type { Carried } from "./modes";
import { quiet, sdpOf } from "./sdp";
import { Sending, SOURCES } from "./sending";
import type { Source, ToPage } from "./sound";
import { type Layer, pictureKey } from "./want";

const BROKEN_MS = 6_000;
const COALESCED_MS = 150;
const GATHERED_MS = 600;

type Line = MediaOffer["streams"][number];

export class Sfu implements Client {
  private readonly out: RTCPeerConnection;
  private readonly sending: Sending;
  private inward: RTCPeerConnection | null = null;
  private lines: readonly Line[] = [];
  private told = new Map<string, string>();
  private pictures: ReadonlyMap<string, Layer> = new Map();
  private closed = false;
  private failed = false;
  private turn: Promise<void> = Promise.resolve();
  private readonly timers = new Set<ReturnType<typeof setTimeout>>();
  private readonly described = new WeakSet<RTCPeerConnection>();
  private wanting = false;

  constructor(private readonly ties: Ties) {
    this.out = this.made("send");
    const { kbps, protection } = ties;
    const way = { direction: "sendonly", simulcast: true, kbps, protection } as const;
    this.sending = Sending.offered(this.out, way);
    for (const source of SOURCES) void this.sending.put(source, ties.tracks[source]);
    this.later(() => this.publish());
  }

  take(message: ToPage): void {
    if (message.kind === "answered")
      this.later(() => this.out.setRemoteDescription({ type: "answer", sdp: quiet(message.sdp) }));
    if (message.kind === "offer") this.later(() => this.answer(message));
  }

  put(source: Source, track: MediaStreamTrack | null): void {
    void this.sending.put(source, track);
  }

  carry(carried: Carried): void {
    void this.sending.carry(carried);
  }

  want(pictures: ReadonlyMap<string, Layer>): void {
    this.pictures = pictures;
    if (this.wanting) return;
    this.wanting = true;
    // Tiles come and go in bursts, as when somebody turns their phone.
    this.after(COALESCED_MS, () => {
      this.wanting = false;
      this.sayWanted();
    });
  }

  connections(): readonly RTCPeerConnection[] {
    return this.inward === null ? [this.out] : [this.out, this.inward];
  }

  apart(): readonly string[] {
    return [];
  }

  /** The SFU itself says who talks. */
  loudness(): ReadonlyMap<string, number> {
    return new Map();
  }

  close(): void {
    this.closed = true;
    for (const timer of this.timers) clearTimeout(timer);
    for (const { seat, source } of this.lines) this.ties.came(seat, source, null);
    this.lines = [];
    this.out.close();
    this.inward?.close();
  }

  private async publish(): Promise<void> {
    await this.out.setLocalDescription();
    await this.gathered(this.out);
    this.described.add(this.out);
    this.ties.say({ kind: "publish", sdp: sdpOf(this.out) });
  }

  private async answer({ n, sdp, streams }: MediaOffer): Promise<void> {
    this.inward ??= this.receiving();
    const connection = this.inward;
    const before = this.lines;
    // One line is one person's: said to be two, the second would be shown what the first sent.
    this.lines = streams.filter(
      ({ mid }, index) => index === streams.findIndex((one) => one.mid === mid),
    );
    await connection.setRemoteDescription({ type: "offer", sdp });
    this.settle(connection, before);
    await connection.setLocalDescription();
    await this.gathered(connection);
    this.described.add(connection);
    this.ties.say({ kind: "answer", n, sdp: sdpOf(connection) });
    this.told.clear();
    this.sayWanted();
  }

  private receiving(): RTCPeerConnection {
    const connection = this.made("receive");
    connection.ontrack = ({ transceiver }) => this.protect(transceiver);
    return connection;
  }

  /** In the same turn as a line comes or is used anew, or its first frames would be lost. */
  private protect({ mid, receiver }: RTCRtpTransceiver): void {
    const line = this.lines.find((one) => one.mid === mid);
    if (line !== undefined) this.ties.protection?.receiver(receiver, line.seat, line.source);
  }

  private settle(connection: RTCPeerConnection, before: readonly Line[]): void {
    const name = (line: Line) => `${line.mid} ${line.seat} ${line.source}`;
    const [old, now] = [new Set(before.map(name)), new Set(this.lines.map(name))];
    for (const line of before)
      if (!now.has(name(line))) this.ties.came(line.seat, line.source, null);
    const transceivers = new Map(connection.getTransceivers().map((one) => [one.mid, one]));
    for (const line of this.lines) {
      const transceiver = transceivers.get(line.mid);
      if (transceiver === undefined || old.has(name(line))) continue;
      this.protect(transceiver);
      this.ties.came(line.seat, line.source, transceiver.receiver.track);
    }
  }

  /** What changed in what is wanted; sound always comes. */
  private sayWanted(): void {
    const streams = this.lines.flatMap(({ mid, seat, source }) => {
      if (source === "microphone") return [];
      const layer = this.pictures.get(pictureKey(seat, source));
      const wish = layer === undefined ? { mid, on: false } : { mid, on: true, layer };
      if (this.told.get(mid) === JSON.stringify(wish)) return [];
      this.told.set(mid, JSON.stringify(wish));
      return [wish];
    });
    if (streams.length > 0) this.ties.say({ kind: "want", streams });
  }

  private made(of: "send" | "receive"): RTCPeerConnection {
    const connection = this.ties.connect(this.ties.ice);
    connection.onicecandidate = ({ candidate }) => {
      // The first ones are within the description.
      if (this.closed || !this.described.has(connection)) return;
      const told = candidate === null ? null : { ...candidate.toJSON() };
      this.ties.say({ kind: "trickle", of, candidate: told });
    };
    connection.onconnectionstatechange = () => this.stands(connection);
    return connection;
  }

  private stands(connection: RTCPeerConnection): void {
    if (connection.connectionState === "failed") this.fail();
    if (connection.connectionState !== "disconnected") return;
    this.after(BROKEN_MS, () => {
      if (connection.connectionState === "disconnected") this.fail();
    });
  }

  private fail(): void {
    if (this.closed || this.failed) return;
    this.failed = true;
    this.ties.say({ kind: "failed" });
  }

  private gathered(connection: RTCPeerConnection): Promise<void> {
    if (connection.iceGatheringState === "complete") return Promise.resolve();
    return new Promise((done) => {
      this.after(GATHERED_MS, done);
      connection.onicegatheringstatechange = () => {
        if (connection.iceGatheringState === "complete") done();
      };
    });
  }

  /** One after another: descriptions must not overtake each other. */
  private later(what: () => Promise<void>): void {
    this.turn = this.turn.then(async () => {
      if (this.closed) return;
      try {
        await what();
      } catch {
        this.fail();
      }
    });
  }

  private after(ms: number, what: () => void): void {
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      what();
    }, ms);
    this.timers.add(timer);
  }
}
