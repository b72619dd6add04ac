// Keys of media between the devices of one place: each sender's own, given to each member.
//
// Everyone makes a key for what they send and gives it to each member, wrapped for that device
// alone. Whenever somebody joins or leaves, everyone makes a new one, so that all keys of the group
// change. No device leads, so none can vanish in the middle or decide who is in, and two that join
// at once need no order; and whoever has no key of a sender can not pass for them.

import { chance, written } from "./bytes";
import type { Material } from "./frames";
import { Inbox } from "./inbox";
import { type Content, dataOf, Identity, type Letter, letterOf } from "./letter";
import { type Frames, Lines, worker } from "./lines";
import { contextOf, materialOf } from "./material";
import { Other } from "./other";
import { type Pace, Post } from "./post";
import type { Member, Protected, Protection, Source, Terms } from "./protection";
import { Vow } from "./vow";

export type Times = Pace & {
  /** How long joins and leaves are gathered, and how long at least between two new keys. */
  readonly gather: number;
  readonly rest: number;
  /** When a new key is used although not everybody has said that they have it. */
  readonly swap: number;
};

const TIMES: Times = {
  gap: 90,
  burst: 8,
  answer: 60,
  again: 800,
  patience: 5_000,
  tries: 16,
  gather: 100,
  rest: 500,
  swap: 1_000,
};

const LAST = 0xffff;

/** The newest key of ours: which state of ours brought it, and the latest moment to use it. */
type Next = { material: Material; n: number; by: number; used: boolean };

/** The encryption of one device's media, from `ready` until it is closed. */
export class Encryption implements Protection {
  private readonly others = new Map<string, Other>();
  private readonly inbox = new Inbox();
  private readonly lines: Lines;
  private readonly post: Post;
  private identity: Identity | null = null;
  private vow: Vow | null = null;
  private grouped = new Set<string>();
  private n = 0;
  private raw = "";
  private next: Next | null = null;
  private regrouped = 0;
  private gathering: ReturnType<typeof setTimeout> | undefined;
  private swapping: ReturnType<typeof setTimeout> | undefined;
  private ready = false;
  private told = "";
  private closed = false;
  private turns: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly terms: Terms,
    private readonly times: Times = TIMES,
    private readonly frames: Frames = worker(),
  ) {
    this.lines = new Lines(frames);
    const others = () => this.others.values();
    this.post = new Post(
      others,
      (other) => this.write(other),
      times,
      () => Date.now(),
    );
    this.turn(() => this.begin());
  }

  sender(sender: RTCRtpSender, source: Source): void {
    this.lines.carries(sender, source, null);
  }

  receiver(receiver: RTCRtpReceiver, seat: string, source: Source): void {
    this.lines.carries(receiver, source, seat);
  }

  members(list: readonly Member[]): void {
    const now = new Map(list.map((member) => [member.seat, member]));
    now.delete(this.terms.seat);
    for (const [seat, other] of this.others) {
      const member = now.get(seat);
      const same = member?.leg === undefined || member.leg === (other.leg ?? other.device?.leg);
      if (member !== undefined && same) now.delete(seat);
      else this.forget(seat);
    }
    for (const { seat, leg } of now.values()) this.meet(seat, leg);
    this.gather();
    this.tell();
  }

  heard(senderSeat: string, data: unknown): void {
    const letter = letterOf(data);
    if (letter === null || senderSeat === this.terms.seat || this.closed) return;
    if (!this.inbox.admit(senderSeat)) return;
    this.turn(async () => {
      this.inbox.turn(senderSeat);
      await this.take(senderSeat, letter);
    });
  }

  close(): void {
    this.closed = true;
    this.post.close();
    clearTimeout(this.gathering);
    clearTimeout(this.swapping);
    this.frames.terminate();
    this.others.clear();
    this.raw = "";
    this.next = null;
  }

  private async begin(): Promise<void> {
    const { seat, leg } = this.terms;
    this.identity = await Identity.create(seat, leg, this.terms);
    this.vow = new Vow(this.identity.device, this.terms);
    await this.regroup();
    for (const other of this.others.values()) this.post.tell(other);
  }

  private meet(seat: string, leg: string | undefined): void {
    const other = new Other(seat, leg);
    this.others.set(seat, other);
    if (this.identity !== null) this.post.tell(other);
    const letter = this.inbox.kept(seat);
    if (letter !== undefined) this.turn(() => this.take(seat, letter));
  }

  private forget(seat: string): void {
    this.others.delete(seat);
    this.frames.postMessage({ kind: "forget", seat });
  }

  private async take(seat: string, letter: Letter): Promise<void> {
    const other = this.others.get(seat);
    if (other === undefined || (other.leg !== undefined && other.leg !== letter.leg)) {
      this.inbox.keep(seat, letter);
      return;
    }
    if (other.device?.key !== letter.key && !(await this.become(other, letter))) return;
    await this.open(other, letter);
    if (this.others.get(seat) !== other) return;
    if (letter.want) this.post.answer(other);
    await this.follow();
    this.swap();
    this.tell();
  }

  private async become(other: Other, letter: Letter): Promise<boolean> {
    const { seat } = other;
    const { leg, key } = letter;
    if (this.identity === null || key === this.identity.device.key) return false;
    const silent = other.seen < this.n && Date.now() - other.heardAt > this.times.patience;
    if (!other.mayBecome(key, silent)) return false;
    const pair = await this.identity.with({ seat, leg, key });
    if (this.others.get(seat) !== other) return false;
    other.become({ seat, leg, key }, pair);
    other.heardAt = Date.now();
    this.frames.postMessage({ kind: "forget", seat });
    this.gather();
    return true;
  }

  private async open(other: Other, letter: Letter): Promise<void> {
    const { pair, device } = other;
    if (letter.box === null) {
      // They know nothing of us, or no more.
      other.seen = 0;
      return;
    }
    const content = await pair?.open(letter.box);
    if (!content || device === null || this.others.get(other.seat) !== other) return;
    const before = other.theirs;
    if (content.n < (before?.n ?? 0)) return;
    other.heardAt = Date.now();
    if (content.seen <= this.n) other.seen = Math.max(other.seen, content.seen);
    if (before !== null && content.n === before.n) return;
    other.theirs = content;
    if (content.generation <= (before?.generation ?? 0)) return;
    const { material: raw, generation } = content;
    const material = await materialOf(raw, generation, contextOf(this.terms, device));
    if (this.others.get(other.seat) !== other) return;
    this.frames.postMessage({ kind: "learn", seat: other.seat, material });
  }

  /** Somebody came or went: new keys soon, one for all who do so together. */
  private gather(): void {
    if (this.gathering !== undefined || this.identity === null || this.closed) return;
    const rested = this.regrouped + this.times.rest - Date.now();
    this.gathering = setTimeout(
      () => {
        this.gathering = undefined;
        this.turn(() => this.regroup());
      },
      Math.max(this.times.gather, rested),
    );
  }

  private async regroup(): Promise<void> {
    const { identity, vow } = this;
    const grouped = this.keys();
    if (identity === null || vow === null) return;
    if (this.next !== null && same(grouped, this.grouped)) return this.follow();
    this.regrouped = Date.now();
    const generation = (this.next?.material.generation ?? 0) + 1;
    if (generation > LAST) return this.frames.postMessage({ kind: "own", material: null });
    const raw = written(chance(32));
    const material = await materialOf(raw, generation, contextOf(this.terms, identity.device));
    await vow.renew();
    await vow.follow(this.shares());
    if (this.closed) return;
    // Who is in the group and its key change together: a letter may be written at any await, and
    // must not give the older key to whoever is new.
    this.grouped = grouped;
    this.raw = raw;
    this.bump();
    // One that was not used yet leaves its moment to the newer one, or many who come keep all out.
    const by = Date.now() + this.times.swap;
    const due = this.next !== null && !this.next.used ? Math.min(this.next.by, by) : by;
    this.next = { material, n: this.n, by: due, used: false };
    this.swap();
    this.tell();
    // Somebody may have gone or come meanwhile.
    if (!same(this.grouped, this.keys())) this.gather();
  }

  /** Use the new key once everybody has it, or it is time. */
  private swap(): void {
    const { next } = this;
    if (next === null || next.used || this.closed) return;
    clearTimeout(this.swapping);
    const had = this.devices().every(({ other }) => other.seen >= next.n);
    const wait = next.by - Date.now();
    if (!had && wait > 0) {
      this.swapping = setTimeout(() => this.swap(), wait);
      return;
    }
    next.used = true;
    this.ready = true;
    this.frames.postMessage({ kind: "own", material: next.material });
    this.tell();
  }

  private async follow(): Promise<void> {
    // What is said about a group that is about to change says nothing.
    if (this.vow === null || !same(this.grouped, this.keys())) return;
    if (await this.vow.follow(this.shares())) this.bump();
  }

  private bump(): void {
    this.n += 1;
    for (const { other } of this.devices()) this.post.tell(other);
  }

  /** Write to somebody; true where they need not be told again. */
  private async write(other: Other): Promise<boolean> {
    if (this.identity === null || this.others.get(other.seat) !== other) return true;
    const { leg, key } = this.identity.device;
    const { device, pair } = other;
    const known = device !== null && pair !== null && this.grouped.has(device.key);
    const want = !known || other.seen < this.n;
    if (!want && !other.owed) return true;
    other.owed = false;
    const box = known ? await pair.seal(this.content(other)) : null;
    // They may have gone while it was sealed, and with them the right to have it.
    if (this.closed || this.others.get(other.seat) !== other) return true;
    this.terms.send(other.seat, dataOf({ leg, key, want, box }));
    return !want;
  }

  private content(other: Other): Content {
    const { commitment, agreed, nonce } = this.vow ?? { commitment: "", agreed: "", nonce: "" };
    const generation = this.next?.material.generation ?? 0;
    const seen = other.theirs?.n ?? 0;
    return { n: this.n, seen, generation, material: this.raw, commitment, agreed, nonce };
  }

  /** Those whose device is known. */
  private devices() {
    return [...this.others.values()].flatMap((other) =>
      other.device === null ? [] : [{ other, device: other.device }],
    );
  }

  private keys(): Set<string> {
    return new Set(this.devices().map(({ device }) => device.key));
  }

  private shares() {
    return this.devices().map(({ other, device }) => other.share(device));
  }

  private tell(): void {
    if (this.closed) return;
    const waiting = [...this.others.values()].filter((other) => !other.linked);
    // A code of a group that is about to change is none.
    const settled = same(this.grouped, this.keys());
    const state: Protected = {
      safety: settled ? (this.vow?.safety ?? null) : null,
      ready: this.ready,
      waiting: waiting.map((other) => other.seat),
    };
    const text = JSON.stringify(state);
    if (text === this.told) return;
    this.told = text;
    this.terms.changed(state);
  }

  /** One thing after another: nothing is decided, or written, while something is half done. */
  private turn<T>(work: () => Promise<T>): Promise<T | null> {
    const done = this.turns.then(() => (this.closed ? null : work())).catch(() => null);
    this.turns = done;
    return done;
  }
}

function same(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && [...one].every((key) => other.has(key));
}
