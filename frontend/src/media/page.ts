// For tests: bob's page in a room, in a browser of fakes.

import { vi } from "vitest";
import type { ClientFrame, Command, Event, Snapshot } from "../api/protocol.gen";
import type { Socket } from "../room/connection";
import { asBob, NOON } from "../room/stage";
import { RoomStore } from "../room/store";
import { FakeConnection, type FakeTrack, track } from "./fakes";
import { RoomMedia } from "./media";
import type { FromPage, ToPage } from "./sound";

/** Bob's page in a browser of fakes, whose clock stands at noon; `end` puts the browser back. */
export class Page {
  readonly frames: ClientFrame[] = [];
  readonly made: FakeConnection[] = [];
  /** The microphones and cameras that were turned on. */
  readonly opened: FakeTrack[] = [];
  /** Why the browser gives no device, by the name of its error. */
  refused: string | null = null;
  /** What comes of asking for a screen. */
  picker: () => Promise<MediaStreamTrack> = () => Promise.resolve(track("video", "screen"));
  agrees = true;
  saves = false;
  /** With whom this device agrees on keys; null where it sends openly. */
  keyed: string[] | null = null;
  socket!: Socket;
  readonly store: RoomStore;
  readonly media: RoomMedia;
  private readonly ends: (() => void)[];

  constructor() {
    vi.useFakeTimers({ now: NOON });
    vi.stubGlobal("navigator", { mediaDevices: this.devices() });
    vi.stubGlobal(
      "MediaStream",
      class {
        constructor(readonly tracks: MediaStreamTrack[]) {}
      },
    );
    this.store = new RoomStore("ws://here", {
      open: () => {
        this.socket = {
          send: (text) => this.take(JSON.parse(String(text))),
          ...{ close: () => undefined, readyState: 1 },
          ...{ onopen: null, onmessage: null, onclose: null },
        };
        return this.socket;
      },
      ...{ now: () => Date.now(), chance: () => 1, mint: () => String(this.frames.length) },
    });
    this.media = new RoomMedia(this.store, "session", {
      connect: (configuration) => {
        const connection = new FakeConnection(configuration);
        this.made.push(connection);
        return connection as unknown as RTCPeerConnection;
      },
      protect: () => this.protection(),
      ...{ agrees: () => Promise.resolve(this.agrees), saves: () => this.saves },
    });
    this.ends = [this.store.start(), this.media.start()];
  }

  /** Go from the page, as the person does. */
  leave(): void {
    for (const end of this.ends.splice(0).reverse()) end();
  }

  end(): void {
    this.leave();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  }

  async pass(seconds: number): Promise<void> {
    await vi.advanceTimersByTimeAsync(seconds * 1_000);
  }

  settle = () => this.pass(0);
  hear = (frame: unknown) => this.socket.onmessage?.({ data: JSON.stringify(frame) });
  told = (data: ToPage) => this.hear({ type: "media", data });
  happens = (event: Event) =>
    this.hear({ type: "event", cursor: "c", at: NOON, event, private: null });

  async welcome(more: Partial<Snapshot> = {}): Promise<void> {
    this.hear({ type: "welcome", cursor: "c", now: NOON, resumed: false, snapshot: asBob(more) });
    await this.settle();
  }

  ready(more: Partial<Extract<ToPage, { kind: "ready" }>> = {}): void {
    this.told({
      ...{ kind: "ready", engine: "mesh", leg: "b", ice_servers: [], relay: false },
      ...{ encrypted: false, video_kbps: 300 },
      permit: { place: "main", receive: true, microphone: false, camera: false, share: false },
      ...more,
    });
  }

  /** The room does what it was last told to do, or refuses it. */
  async answers(code: string | null = null): Promise<void> {
    const ref = this.commands().at(-1)?.ref;
    if (code === null) this.hear({ type: "ack", ref });
    else this.hear({ type: "error", ref, code, message: "" });
    await this.settle();
  }

  said(): FromPage[] {
    return this.frames.flatMap((one) => (one.type === "media" ? [one.data] : []));
  }

  given(): Command[] {
    return this.commands().map((one) => one.command);
  }

  private take(frame: ClientFrame): void {
    this.frames.push(frame);
    // A socket that answers no beat would soon be given up.
    if (frame.type === "beat") queueMicrotask(() => this.hear({ type: "beat", now: Date.now() }));
  }

  private commands() {
    return this.frames.flatMap((one) => (one.type === "command" ? [one] : []));
  }

  private devices() {
    return {
      getUserMedia: (wanted: MediaStreamConstraints) => {
        if (this.refused !== null) return Promise.reject(new DOMException("", this.refused));
        const one = track(wanted.video ? "video" : "audio");
        this.opened.push(one);
        return Promise.resolve({ getTracks: () => [one] });
      },
      getDisplayMedia: async () => {
        const one = await this.picker();
        return { getVideoTracks: () => [one] };
      },
      enumerateDevices: () => Promise.resolve([]),
    };
  }

  private protection() {
    this.keyed = [];
    const members = (list: readonly { seat: string }[]) => {
      this.keyed = list.map(({ seat }) => seat);
    };
    return { members, sender: vi.fn(), receiver: vi.fn(), heard: vi.fn(), close: vi.fn() };
  }
}
