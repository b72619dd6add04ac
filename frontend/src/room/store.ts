// One room on this page: its connection, its state, and what was just said; read by hooks.

import type { Command, MediaOut, Reacted, ServerFrame } from "../api/protocol.gen";
import { Connection, type Status, type Surroundings } from "./connection";
import { movedNotice, type Notice, noticeOf } from "./notices";
import { receive } from "./reducer";
import { Returning } from "./returning";
import { over, type Room, type Standing } from "./state";

const NOTICE_MS = 7000;
const REACTION_MS = 4000;
const SHOWN_AT_ONCE = 3;
const SETTLED_MS = 1200;
// A lively room is drawn ten times a second at most: nobody sees more, and phones stay cool.
const DRAWN_EVERY_MS = 100;

export type Said = Notice & { readonly id: number };

/** A reaction that floats at a seat for a moment. */
export type Shown = {
  readonly id: number;
  readonly seat: string;
  readonly reaction: Reacted["reaction"];
};

export type View = {
  readonly room: Room | null;
  readonly status: Status;
  readonly said: readonly Said[];
  readonly reacted: readonly Shown[];
  /** Whether somebody asked this person, who was inside, to wait outside again. */
  readonly sentBack: boolean;
  /** Whether this person, who was kept out, has just been told to knock again. */
  readonly letIn: boolean;
};

/** Who is told at once of every frame, when it is in the state already, and of the connection. */
export type Listener = {
  readonly heard: (frame: ServerFrame) => void;
  readonly became: (status: Status) => void;
};

const NOTHING = { said: [], reacted: [], sentBack: false, letIn: false };

/**
 * What someone has begun to write. It is personal: kept in memory, never in the browser's storage.
 * `picked`: whom they chose to write to. `fixed`: to whom this text goes, and where they were when
 * that was settled.
 */
export type Draft = {
  text: string;
  picked: string | null;
  fixed: { readonly to: string; readonly place: string } | null;
};

export class RoomStore {
  view: View = { room: null, status: { kind: "connecting" }, ...NOTHING };
  readonly draft: Draft = { text: "", picked: null, fixed: null };
  /** The announcements that were put aside on this page. */
  readonly putAside = new Set<string>();

  private readonly connection: Connection;
  private readonly readers = new Set<() => void>();
  private readonly listeners = new Set<Listener>();
  private returning: Returning | null = null;
  private count = 0;
  private pending = false;
  private due: ReturnType<typeof setTimeout> | undefined;
  private toldAt = Number.NEGATIVE_INFINITY;

  constructor(
    url: string,
    private readonly around: Surroundings,
  ) {
    this.connection = new Connection(
      url,
      (frame) => {
        this.hear(frame);
        for (const listener of this.listeners) listener.heard(frame);
      },
      (status) => {
        this.become(status);
        for (const listener of this.listeners) listener.became(status);
      },
      around,
    );
  }

  readonly subscribe = (reader: () => void): (() => void) => {
    this.readers.add(reader);
    return () => this.readers.delete(reader);
  };

  readonly read = (): View => this.view;

  /** Give the room a command; rejects with Refused. The same ref is done once. */
  readonly give = (command: Command, ref?: string): Promise<void> =>
    this.connection.give(command, ref);

  readonly listen = (listener: Listener): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Say something of this device's media; it is lost where there is no connection. */
  readonly media = (data: MediaOut["data"]): void => {
    this.connection.mention({ type: "media", data });
  };

  /** Say something to a seat's devices in the same place; it may be lost. */
  readonly whisper = (to: string, data: Record<string, unknown>): void => {
    this.connection.mention({ type: "signal", to, data });
  };

  /** Write what is being said, for everyone in the place; it is kept nowhere. Whether it went out. */
  readonly caption = (text: string): boolean => this.connection.mention({ type: "caption", text });

  /** Whether every command was answered. */
  get answered(): boolean {
    return this.connection.answered;
  }

  /** The server's time now, ms UTC. */
  readonly now = (): number => this.around.now() + this.connection.offset;

  readonly reconnect = (): void => this.connection.connect();

  readonly say = (notice: Notice): void => {
    const said: Said = { ...notice, id: this.number() };
    this.show({ said: [...this.view.said, said].slice(-SHOWN_AT_ONCE) });
    setTimeout(() => {
      this.show({ said: this.view.said.filter((one) => one.id !== said.id) });
    }, NOTICE_MS);
  };

  /** Start; the answer ends it and everything it holds. */
  start(): () => void {
    const wake = () => {
      if (document.visibilityState === "visible") this.connection.wake();
    };
    const offline = () => this.connection.drop();
    window.addEventListener("online", wake);
    window.addEventListener("pageshow", wake);
    window.addEventListener("offline", offline);
    document.addEventListener("visibilitychange", wake);
    this.connection.connect();
    return () => {
      window.removeEventListener("online", wake);
      window.removeEventListener("pageshow", wake);
      window.removeEventListener("offline", offline);
      document.removeEventListener("visibilitychange", wake);
      this.connection.close();
    };
  }

  private hear(frame: ServerFrame): void {
    const before = this.view.room;
    const room = receive(before, frame);
    if (room !== before) this.show({ room });
    if (room === null) return;
    if (over(room.times.phase)) {
      if (this.view.said.length > 0) this.show({ said: [] });
      return;
    }
    this.stand(before?.you.standing, room.you.standing);
    if (frame.type === "welcome") this.tellMove(movedNotice(before, room));
    if (frame.type !== "event") return;
    this.returning?.hear(frame, room.you.seat);
    const notice = noticeOf(room, frame);
    if (notice !== null) this.say(notice);
    if (frame.event.type === "Reacted") this.react(frame.event);
  }

  private stand(before: Standing | undefined, now: Standing): void {
    if (before === now || before === undefined) return;
    // What was said of the place one has left says nothing here.
    this.show({ said: [] });
    if (before === "waiting" && now === "inside")
      this.say({ key: "notice.admitted", tone: "pine", quiet: true });
    const out = before === "removed" || before === "refused";
    this.show({
      sentBack: now === "waiting" && before === "inside",
      letIn: now === "outside" && out,
    });
  }

  private tellMove(moved: Notice | null): void {
    if (moved !== null) this.say(moved);
  }

  private become(status: Status): void {
    const was = this.view.status;
    this.show({ status });
    if (status.kind === "lost" && was.kind === "open")
      this.returning = new Returning(this.view.room);
    if (status.kind !== "open" || this.returning === null) return;
    // What happened meanwhile follows the welcome; it says what was lost, to the second.
    const returning = this.returning;
    setTimeout(() => {
      if (this.returning !== returning || this.view.status.kind !== "open") return;
      this.returning = null;
      this.say(returning.notice(this.view.room));
    }, SETTLED_MS);
  }

  private react({ seat, reaction }: Reacted): void {
    const shown: Shown = { id: this.number(), seat, reaction };
    // One at a seat: the newest.
    const others = this.view.reacted.filter((one) => one.seat !== seat);
    this.show({ reacted: [...others, shown] });
    setTimeout(() => {
      this.show({ reacted: this.view.reacted.filter((one) => one.id !== shown.id) });
    }, REACTION_MS);
  }

  private number(): number {
    this.count += 1;
    return this.count;
  }

  private show(change: Partial<View>): void {
    this.view = { ...this.view, ...change };
    if (this.pending) return;
    this.pending = true;
    const wait = this.toldAt + DRAWN_EVERY_MS - this.around.now();
    // A hidden page has no frames to wait for, and one that is hidden meanwhile gets none either.
    const framed = wait <= 0 && document.visibilityState === "visible";
    if (framed) requestAnimationFrame(() => this.tell());
    // A clock that was set back must not hold the page still.
    const soon = framed ? DRAWN_EVERY_MS : Math.min(DRAWN_EVERY_MS, Math.max(0, wait));
    this.due = setTimeout(() => this.tell(), soon);
  }

  private tell(): void {
    if (!this.pending) return;
    clearTimeout(this.due);
    this.pending = false;
    this.toldAt = this.around.now();
    for (const reader of this.readers) reader();
  }
}
