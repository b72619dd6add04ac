// The one object that owns a room's socket: hello, resume, heartbeat, commands and coming back.

import {
  type CaptionOut,
  type ClientFrame,
  type Command,
  type MediaOut,
  PROTOCOL,
  type ServerFrame,
  type SignalOut,
} from "../api/protocol.gen";
import { Errands, Refused } from "./errands";

export const BEAT_MS = 10_000;
/** Silence that a live connection never has, for every beat is answered. */
export const SILENCE_MS = 2.5 * BEAT_MS;
/** How long a page that was just looked at again waits for a sign of life. */
export const GLANCE_MS = 4_000;
const WELCOME_MS = 12_000;
export const FIRST_WAIT_MS = 500;
export const LONGEST_WAIT_MS = 15_000;
const STAY_AWAY = 4500;

export type Status =
  | { readonly kind: "connecting" }
  | { readonly kind: "open" }
  | { readonly kind: "lost"; readonly since: number }
  | { readonly kind: "closed"; readonly code: number; readonly reason: string };

/** What the connection needs of a WebSocket. */
export type Socket = Pick<WebSocket, "send" | "close" | "readyState"> & {
  onopen: (() => void) | null;
  onmessage: ((event: { data: unknown }) => void) | null;
  onclose: ((event: { code: number; reason: string }) => void) | null;
};

export type Surroundings = {
  readonly open: (url: string, protocol: string) => Socket;
  readonly now: () => number;
  readonly chance: () => number;
  readonly mint: () => string;
};

export class Connection {
  status: Status = { kind: "connecting" };
  /** Server time less ours, in ms; estimated from each welcome and each answered beat. */
  offset = 0;

  private socket: Socket | null = null;
  private cursor: string | null = null;
  private welcomed = false;
  private attempts = 0;
  private heardAt = 0;
  private beatenAt = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private glance: ReturnType<typeof setTimeout> | undefined;
  private beat: ReturnType<typeof setInterval> | undefined;
  private readonly errands = new Errands();

  constructor(
    private readonly url: string,
    private readonly heard: (frame: ServerFrame) => void,
    private readonly changed: (status: Status) => void,
    private readonly around: Surroundings,
  ) {}

  /** Connect now, also when a wait for the next attempt is running. */
  connect(): void {
    if (this.socket !== null) return;
    clearTimeout(this.timer);
    const socket = this.around.open(this.url, PROTOCOL);
    this.socket = socket;
    this.welcomed = false;
    // A socket that neither opens nor fails, as after a change of network, is given up.
    this.glance = setTimeout(() => this.drop(), WELCOME_MS);
    socket.onopen = () => this.say({ type: "hello", resume: this.cursor });
    socket.onmessage = ({ data }) => this.take(JSON.parse(String(data)) as ServerFrame);
    socket.onclose = ({ code, reason }) => this.ended(socket, code, reason);
  }

  /** Give a command; it is kept through lost connections and done once, under its ref. */
  give(command: Command, ref = this.around.mint()): Promise<void> {
    if (this.status.kind === "closed")
      return Promise.reject(new Refused("closed", this.status.reason));
    return this.errands.give(command, ref, this.welcomed ? (frame) => this.say(frame) : null);
  }

  /** Say what may be lost: while there is no connection it is not kept, and the answer is false. */
  mention(frame: MediaOut | SignalOut | CaptionOut): boolean {
    if (this.welcomed) this.say(frame);
    return this.welcomed;
  }

  /** Whether every command was answered. */
  get answered(): boolean {
    return this.errands.open().length === 0;
  }

  /** The network is gone, and no close will be heard: do not wait for it. */
  drop(since = this.around.now()): void {
    const socket = this.socket;
    if (socket === null) return;
    socket.close();
    this.ended(socket, 1006, "", since);
  }

  /** Somebody looks at the page again: be connected at once, and do not trust an old socket. */
  wake(): void {
    if (this.socket === null || !this.welcomed) this.connect();
    else if (this.silent()) this.revive();
    else this.probe();
  }

  private probe(): void {
    this.tick();
    const asked = this.around.now();
    clearTimeout(this.glance);
    this.glance = setTimeout(() => {
      if (this.welcomed && this.heardAt < asked) this.revive();
    }, GLANCE_MS);
  }

  /** Go for good. */
  close(): void {
    const socket = this.socket;
    this.release();
    clearTimeout(this.timer);
    socket?.close(1000);
    this.errands.refuseAll(new Refused("closed", "You have left this page."));
  }

  private take(frame: ServerFrame): void {
    this.heardAt = this.around.now();
    switch (frame.type) {
      case "welcome":
        this.offset = frame.now - this.heardAt;
        this.cursor = frame.cursor;
        this.heard(frame);
        if (!this.welcomed) this.begin();
        return;
      case "event":
        this.cursor = frame.cursor;
        this.heard(frame);
        return;
      case "ack":
        this.errands.done(frame.ref);
        return;
      case "beat":
        this.beaten(frame.now);
        return;
      case "error":
        if (frame.ref !== null)
          this.errands.refused(frame.ref, new Refused(frame.code, frame.message));
        return;
      case "signal":
      case "media":
      case "caption":
        this.heard(frame);
    }
  }

  /** A beat was answered: the server's clock stands between the asking and the answer. */
  private beaten(now: number): void {
    this.offset = now - (this.beatenAt + this.heardAt) / 2;
  }

  private begin(): void {
    clearTimeout(this.glance);
    this.welcomed = true;
    this.attempts = 0;
    this.beat = setInterval(() => (this.silent() ? this.revive() : this.tick()), BEAT_MS);
    this.become({ kind: "open" });
    // What was given meanwhile, or was under way when the connection was lost.
    for (const frame of this.errands.open()) this.say(frame);
  }

  private tick(): void {
    this.beatenAt = this.around.now();
    this.say({ type: "beat" });
  }

  /** Whether the socket looks open and is not: nothing came, not even an answer to a beat. */
  private silent(): boolean {
    return this.around.now() - this.heardAt > SILENCE_MS;
  }

  private revive(): void {
    this.drop(this.heardAt);
    this.connect();
  }

  private ended(socket: Socket, code: number, reason: string, at = this.around.now()): void {
    if (socket !== this.socket) return;
    this.release();
    if (code >= STAY_AWAY && code < 5000) {
      this.become({ kind: "closed", code, reason });
      this.errands.refuseAll(new Refused("closed", reason));
      return;
    }
    const since = this.status.kind === "lost" ? this.status.since : at;
    this.become({ kind: "lost", since });
    const longest = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** this.attempts);
    this.attempts += 1;
    // Jitter, so that a whole group does not come back in the same moment.
    this.timer = setTimeout(() => this.connect(), longest * (0.5 + this.around.chance() / 2));
  }

  private release(): void {
    clearInterval(this.beat);
    clearTimeout(this.glance);
    if (this.socket !== null) {
      this.socket.onopen = null;
      this.socket.onmessage = null;
      this.socket.onclose = null;
    }
    this.socket = null;
    this.welcomed = false;
  }

  private say(frame: ClientFrame): void {
    this.socket?.send(JSON.stringify(frame));
  }

  private become(status: Status): void {
    this.status = status;
    this.changed(status);
  }
}
