// The media of one room on this page: it follows the room, and whatever the room says is done at
// once. It owns this device's microphone, camera and share, its stay, and all that is played.

import type { Command, MediaReady, ServerFrame } from "../api/protocol.gen";
import type { Status } from "../room/connection";
import { Refused } from "../room/errands";
import { person } from "../room/state";
import type { RoomStore } from "../room/store";
import { Accord, OWN } from "./accord";
import type { Around } from "./browser";
import { Captions } from "./captions";
import { Following } from "./following";
import { Gauge } from "./gauge";
import { Leg } from "./leg";
import { type Carried, followed } from "./modes";
import { EVERY_MS } from "./quality";
import { Scene } from "./scene";
import {
  type DeviceKind,
  type Media,
  type Mode,
  type OwnKind,
  SILENT,
  type Size,
  type Sound,
  type Source,
  type ToPage,
} from "./sound";
import { beside, lets, NOWHERE, type Stand, stand } from "./stand";
import { Stay } from "./stay";
import { Talk } from "./talk";

/** For how long the devices of a mesh speak on where the room's word does not reach them. */
const ALONE_MS = 15_000;
const NOTHING: ReadonlyMap<string, MediaStreamTrack> = new Map();

export class RoomMedia implements Media {
  private view: Sound = SILENT;
  private readonly readers = new Set<() => void>();
  private pending = false;
  private alone: ReturnType<typeof setTimeout> | undefined;
  /** Once this page has called the group encrypted, nothing leaves it open, whoever says so. */
  private sealed = false;

  private readonly captions = new Captions((captions) => this.show({ captions }));
  private readonly scene = new Scene(
    (blocked) => this.show({ blocked }),
    () => this.look(),
  );
  private readonly gauge: Gauge;
  private readonly following: Following;
  private readonly talk: Talk;
  private readonly own: Accord;
  private readonly stay: Stay;

  constructor(
    private readonly store: RoomStore,
    private readonly session: string,
    private readonly around: Around,
  ) {
    this.gauge = new Gauge(around.saves);
    this.following = new Following({
      known: () => this.me?.follows ?? "all",
      give: (command) => this.give(command),
      changed: (mode) => this.show({ mode }),
    });
    this.talk = new Talk(
      store.now,
      (talking) => this.show({ talking }),
      (report) => void store.give(report).catch(() => undefined),
    );
    this.own = new Accord({
      give: (command) => this.give(command),
      answered: () => store.view.status.kind === "open" && store.answered,
      speaks: () => this.stay.state === "open",
      changed: (source) => this.moved(source),
    });
    this.stay = new Stay({
      may: () => this.stand.may,
      able: async () => !this.sealed || (await around.agrees()),
      ...{ say: store.media, now: store.now },
      changed: () => this.changed(),
      // Nobody is said to be heard or seen who is not; another device of theirs speaks for itself.
      ended: (why) => this.own.close(why !== "elsewhere" && why !== "not_permitted"),
    });
  }

  readonly subscribe = (reader: () => void): (() => void) => {
    this.readers.add(reader);
    return () => this.readers.delete(reader);
  };

  readonly read = (): Sound => this.view;

  /** Follow the room; the answer ends it, and lets everything go. */
  start(): () => void {
    const unlisten = this.store.listen({
      heard: (frame) => this.heard(frame),
      became: (status) => this.became(status),
    });
    const timer = setInterval(() => void this.measure(), EVERY_MS);
    const seen = () => this.look();
    document.addEventListener("visibilitychange", seen);
    this.following.adopt();
    this.obey();
    return () => {
      unlisten();
      clearInterval(timer);
      document.removeEventListener("visibilitychange", seen);
      this.leave();
      this.end();
    };
  }

  join(): void {
    void this.stay.enter("joining");
  }

  async open(kind: OwnKind): Promise<boolean> {
    if (!this.here()) return false;
    if (kind === "camera" && this.following.follows !== "all") this.setMode("auto");
    return await this.own.open(kind);
  }

  close(kind: OwnKind): void {
    this.own.shut(kind);
  }

  rest(): void {
    for (const source of OWN) this.own.shut(source);
  }

  /** Whether there are media here, or will be: whoever turns something on here wants them here. */
  private here(): boolean {
    if (this.stay.yielded) this.join();
    return this.stay.state !== "over";
  }

  forget(kind: OwnKind): void {
    this.own.local.forget(kind);
  }

  async choose(kind: DeviceKind, id: string): Promise<void> {
    if (kind !== "speaker") return await this.own.local.choose(kind, id);
    this.scene.speaker(id);
    this.show({ chosen: { ...this.view.chosen, speaker: id } });
  }

  setMode(mode: Mode): void {
    const follows = followed(mode);
    this.gauge.reset();
    if (follows !== "all" && this.stand.camera) void this.give({ type: "SetCamera", on: false });
    // At once, whatever the room knows of it yet.
    if (follows === "text") this.rest();
    else if (follows === "sound") this.own.shut("camera");
    this.following.choose(mode);
    this.carry();
  }

  setBlur(on: boolean): Promise<void> {
    return this.own.local.setBlur(on);
  }

  unblock(): void {
    this.scene.resume();
  }

  async shareScreen(): Promise<void> {
    if (this.here() && (await this.own.shareScreen())) return;
    this.store.say({ key: "notice.notShared", tone: "sun" });
  }

  async shareTrack(track: MediaStreamTrack): Promise<boolean> {
    return this.here() && (await this.own.offer(track, "handout"));
  }

  stopSharing(): Promise<void> {
    return this.own.stopSharing();
  }

  want(key: string, size: Size): () => void {
    return this.scene.want(key, size);
  }

  pin(key: string | null): void {
    this.scene.pin(key);
  }

  // what is heard

  private heard(frame: ServerFrame): void {
    switch (frame.type) {
      case "media":
        this.take(frame.data);
        return;
      case "signal":
        this.leg?.heard(frame.sender, frame.data);
        return;
      case "caption":
        this.captions.add(frame.sender, frame.text);
        return;
      case "welcome":
        this.following.adopt();
        this.obey();
        return;
      case "event":
        if (this.store.view.room !== null) this.own.silence(frame.event, this.store.view.room.you);
        if (frame.event.type === "Following" && frame.event.seat === this.seat)
          this.following.adopt();
        this.obey();
        return;
    }
  }

  private became(status: Status): void {
    // The leg belonged to the socket: a new one begins anew, and devices stay on.
    if (status.kind === "open") {
      clearTimeout(this.alone);
      if (!this.stay.yielded) void this.stay.enter("again");
    }
    if (status.kind === "lost") {
      clearTimeout(this.alone);
      const wait = status.since + ALONE_MS - this.store.now();
      this.alone = setTimeout(() => this.cut(), wait);
    }
    if (status.kind === "closed") this.end();
  }

  /** Who is muted or removed meanwhile is not known here, and in a mesh nowhere else. */
  private cut(): void {
    if (this.leg?.ready.engine === "mesh") this.stay.lose();
  }

  private take(message: ToPage): void {
    switch (message.kind) {
      case "ready":
        this.begin(message);
        return;
      case "talking":
        this.talk.told(message.seat, message.on);
        return;
      case "connected": {
        const levels = { ...this.view.levels, [message.seat]: message.level };
        this.show({ levels });
        return;
      }
      case "permitted":
        // Nothing more comes until `again`.
        if (!message.permit.receive) this.stay.lose();
        return;
      case "again":
        if (message.why === "unreached") this.gauge.unreached();
        this.stay.lose();
        this.stay.retry();
        return;
      case "over":
        this.stay.over(message.why);
        return;
      default:
        this.leg?.client.take(message);
    }
  }

  /** Whatever the room says stops a track at once, and with it the light. */
  private obey(): void {
    const before = this.stand;
    const { room } = this.store.view;
    this.sealed ||= room?.encrypted ?? false;
    this.own.follow(stand(room));
    if (this.stand.may !== before.may && !this.stay.yielded) {
      if (this.stand.may) this.join();
      else this.leave();
    }
    if (room !== null) this.leg?.beside(beside(room));
    this.draw();
  }

  /** What is sent, and how one's own devices are, after a change. */
  private moved(source: Source): void {
    const track = this.own.sent(source);
    this.leg?.client.put(source, track);
    if (source === "microphone") {
      const mesh = this.leg?.ready.engine === "mesh";
      this.talk.own(this.seat, mesh ? track : null);
    }
    const { own, known, blur } = this.own.local;
    this.show({
      ...{ known, blur },
      trouble: { microphone: own.microphone.trouble, camera: own.camera.trouble },
      chosen: { ...this.view.chosen, microphone: own.microphone.id, camera: own.camera.id },
    });
    this.draw();
  }

  // the stay

  private begin(ready: MediaReady): void {
    const terms = { ...ready, encrypted: ready.encrypted || this.sealed };
    const leg = this.stay.begin(terms, (given) => this.make(given));
    this.gauge.begin(this.store.now());
    this.talk.listen(ready.engine === "mesh" ? leg.client : null);
    this.show({ engine: ready.engine, relay: ready.relay });
    this.obey();
    this.carry();
  }

  private make(ready: MediaReady): Leg {
    return new Leg(ready, {
      ...{ around: this.around, session: this.session, seat: this.seat, tracks: this.own.tracks },
      say: this.store.media,
      whisper: this.store.whisper,
      came: (seat, source, track) => this.came(seat, source, track),
      protected: ({ safety, waiting }) => this.show({ safety, unkeyed: waiting }),
    });
  }

  private changed(): void {
    const { state, why } = this.stay;
    this.talk.listen(null);
    this.gauge.drop(state === "none" || state === "over");
    this.show({ state, why, safety: null, unkeyed: [], levels: {}, ...this.gauge.seen });
    this.draw();
  }

  private leave(): void {
    this.talk.stop();
    this.stay.leave();
  }

  private end(): void {
    clearTimeout(this.alone);
    this.own.follow(NOWHERE);
    this.stay.end();
    this.own.end();
    this.scene.end();
    this.captions.end();
    this.talk.end();
  }

  // what is seen and heard, and how well

  private came(seat: string, source: Source, track: MediaStreamTrack | null): void {
    this.scene.came(seat, source, track);
    this.draw();
  }

  private look(): void {
    this.leg?.client.want(this.scene.wanted(this.carried));
    this.draw();
  }

  private draw(): void {
    const { room } = this.store.view;
    this.talk.allow((seat) => lets(room, seat, "microphone"));
    if (this.scene.draw(room, this.leg?.incoming ?? NOTHING, this.own.tracks, this.carried))
      this.show({ pictures: this.scene.pictures });
  }

  private get carried(): Carried {
    return this.gauge.carried(this.following.mode);
  }

  private async measure(): Promise<void> {
    const { leg } = this;
    if (leg === null) return;
    const before = this.carried;
    const news = await this.gauge.measure(leg.client, this.stand.camera, this.store.now());
    if (leg !== this.leg) return;
    const { seen } = this.gauge;
    if (news && seen.level !== null) this.store.media({ kind: "quality", level: seen.level });
    this.show(seen);
    if (this.carried !== before) this.carry();
  }

  private carry(): void {
    const now = this.carried;
    this.show({ lowered: this.following.mode === "auto" && now !== "video" ? now : null });
    void this.own.local.setSmall(now !== "video");
    this.leg?.client.carry(now);
    this.look();
  }

  // the room

  private get leg(): Leg | null {
    return this.stay.leg;
  }

  private get stand(): Stand {
    return this.own.stand;
  }

  private get seat(): string {
    return this.store.view.room?.you.seat ?? "";
  }

  /** This person, as the room has them. */
  private get me() {
    const { room } = this.store.view;
    return room === null ? undefined : person(room, room.you.seat);
  }

  private async give(command: Command): Promise<boolean> {
    try {
      await this.store.give(command);
      return true;
    } catch (error) {
      const { code, message } = error instanceof Refused ? error : { code: "", message: "" };
      this.store.say({ key: "notice.refused", tone: "sun", code, values: { message } });
      return false;
    }
  }

  private show(change: Partial<Sound>): void {
    this.view = { ...this.view, ...change };
    if (this.pending) return;
    this.pending = true;
    queueMicrotask(() => {
      this.pending = false;
      for (const reader of this.readers) reader();
    });
  }
}
