// One room on this page: its connection, its state, and what was just said; read by hooks.

import type { Command, ServerFrame } from "../api/protocol.gen";
import { Connection, type Status, type Surroundings } from "./connection";
import { type Notice, noticeOf } from "./notices";
import { receive } from "./reducer";
import { over, type Room } from "./state";

const NOTICE_MS = 6000;

export type Said = Notice & { readonly id: number };

export type View = {
  readonly room: Room | null;
  readonly status: Status;
  readonly said: readonly Said[];
};

export class RoomStore {
  view: View = { room: null, status: { kind: "connecting" }, said: [] };

  private readonly connection: Connection;
  private readonly readers = new Set<() => void>();
  private count = 0;

  constructor(
    url: string,
    private readonly around: Surroundings,
  ) {
    this.connection = new Connection(
      url,
      (frame) => this.hear(frame),
      (status) => this.show({ status }),
      around,
    );
  }

  readonly subscribe = (reader: () => void): (() => void) => {
    this.readers.add(reader);
    return () => this.readers.delete(reader);
  };

  readonly read = (): View => this.view;

  /** Give the room a command; rejects with Refused. */
  readonly give = (command: Command): Promise<void> => this.connection.give(command);

  /** The server's time now, ms UTC. */
  readonly now = (): number => this.around.now() + this.connection.offset;

  readonly reconnect = (): void => this.connection.connect();

  readonly say = (notice: Notice): void => {
    this.count += 1;
    const said: Said = { ...notice, id: this.count };
    this.show({ said: [said] });
    setTimeout(() => this.hush(said.id), NOTICE_MS);
  };

  /** Start; the answer ends it and everything it holds. */
  start(): () => void {
    const online = () => this.connection.connect();
    const offline = () => this.connection.drop();
    const shown = () => {
      if (document.visibilityState === "visible") this.connection.connect();
    };
    window.addEventListener("online", online);
    window.addEventListener("offline", offline);
    document.addEventListener("visibilitychange", shown);
    this.connection.connect();
    return () => {
      window.removeEventListener("online", online);
      window.removeEventListener("offline", offline);
      document.removeEventListener("visibilitychange", shown);
      this.connection.close();
    };
  }

  private hear(frame: ServerFrame): void {
    const before = this.view.room;
    const room = receive(before, frame);
    if (room !== before) this.show({ room });
    if (room === null || over(room.times.phase)) {
      this.show({ said: [] });
      return;
    }
    const came = before?.you.standing === "waiting" && room.you.standing === "inside";
    if (came) this.say({ key: "notice.admitted", tone: "pine" });
    const notice = frame.type === "event" ? noticeOf(room, frame) : null;
    if (notice !== null) this.say(notice);
  }

  private hush(id: number): void {
    this.show({ said: this.view.said.filter((one) => one.id !== id) });
  }

  private show(change: Partial<View>): void {
    this.view = { ...this.view, ...change };
    for (const reader of this.readers) reader();
  }
}
