// Whom to write next, and not too often: the relay takes few messages a second from each socket.

import type { Other } from "./other";

export type Pace = {
  /** Between letters, once `burst` were sent at once. */
  readonly gap: number;
  readonly burst: number;
  /** How long an answer waits for more to say. */
  readonly answer: number;
  /** Until the same is said again; the longest of these waits is `patience`. */
  readonly again: number;
  readonly patience: number;
  readonly tries: number;
};

export class Post {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private allowance: number;
  private countedAt = 0;
  private busy = false;
  private closed = false;

  constructor(
    private readonly others: () => Iterable<Other>,
    private readonly write: (other: Other) => Promise<boolean | null>,
    private readonly pace: Pace,
    private readonly now: () => number,
  ) {
    this.allowance = pace.burst;
  }

  /** There is something new to say to somebody. */
  tell(other: Other): void {
    other.tries = 0;
    other.dueAt = this.now();
    this.plan();
  }

  /** Somebody waits for an answer. */
  answer(other: Other): void {
    other.owed = true;
    other.dueAt = Math.min(other.dueAt, this.now() + this.pace.answer);
    this.plan();
  }

  close(): void {
    clearTimeout(this.timer);
    this.closed = true;
    this.busy = true;
  }

  private plan(): void {
    if (this.busy) return;
    clearTimeout(this.timer);
    const next = this.next();
    if (next === null || next.dueAt === Number.POSITIVE_INFINITY) return;
    const wait = Math.max(next.dueAt - this.now(), this.rest(), 0);
    this.timer = setTimeout(() => void this.send(), wait);
  }

  private async send(): Promise<void> {
    const other = this.next();
    if (this.busy || other === null) return;
    if (other.dueAt > this.now() || this.rest() > 0) return this.plan();
    this.busy = true;
    this.allowance -= 1;
    other.dueAt = Number.POSITIVE_INFINITY;
    const had = await this.write(other);
    if (had !== true) this.repeat(other);
    this.busy = this.closed;
    this.plan();
  }

  /** Say it again later, for it may be lost; not for ever, for nobody may be there. */
  private repeat(other: Other): void {
    other.tries += 1;
    if (other.tries >= this.pace.tries) return;
    const wait = Math.min(this.pace.again * 1.5 ** (other.tries - 1), this.pace.patience);
    other.dueAt = Math.min(other.dueAt, this.now() + wait);
  }

  /** How long until one more may be sent. */
  private rest(): number {
    const now = this.now();
    const gained = (now - this.countedAt) / this.pace.gap;
    this.allowance = Math.min(this.pace.burst, this.allowance + gained);
    this.countedAt = now;
    return this.allowance >= 1 ? 0 : (1 - this.allowance) * this.pace.gap;
  }

  /** Whoever is due first; before them whoever has just come, for they hear nothing yet. */
  private next(): Other | null {
    const now = this.now();
    let first: Other | null = null;
    for (const other of this.others()) {
      const fresh = other.theirs === null && other.dueAt <= now;
      const before = first === null || other.dueAt < first.dueAt;
      if (before || (fresh && first?.theirs !== null)) first = other;
    }
    return first;
  }
}
