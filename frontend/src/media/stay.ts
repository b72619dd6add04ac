// This device's stay in the room's media: asked for, had, lost, and asked for again until it is
// over.

import type { MediaReady } from "../api/protocol.gen";
import type { Leg } from "./leg";
import type { FromPage, Over, Sound } from "./sound";

/** Without an answer the media are asked for again. */
const PATIENCE_MS = 20_000;
const LONGEST_MS = 10_000;
const TRIES = 3;

export type Ways = {
  /** Whether the room lets this person have media now. */
  readonly may: () => boolean;
  /** Whether this browser can do what the group asks of it. */
  readonly able: () => Promise<boolean>;
  readonly say: (message: FromPage) => void;
  readonly now: () => number;
  /** The state is another, and whatever came with the leg before is no more. */
  readonly changed: () => void;
  readonly ended: (why: Over) => void;
};

export class Stay {
  state: Sound["state"] = "none";
  why: Over | null = null;
  leg: Leg | null = null;

  private began = 0;
  private tries = 0;
  private entered = 0;
  private waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly ways: Ways) {}

  /** Whether another device of this person has the media: it keeps them until they say so here. */
  get yielded(): boolean {
    return this.state === "over" && this.why === "elsewhere";
  }

  /** Ask for media, where the room lets this person have them. */
  async enter(state: "joining" | "again"): Promise<void> {
    if (!this.ways.may()) return;
    this.become(state);
    const mine = this.entered;
    const able = await this.ways.able();
    if (!this.ways.may() || mine !== this.entered) return;
    if (!able) return this.over("cannot_encrypt");
    this.ways.say({ kind: "join" });
    this.wait(PATIENCE_MS, () => void this.enter("again"));
  }

  begin(ready: MediaReady, make: (ready: MediaReady) => Leg): Leg {
    this.become("open");
    this.began = this.ways.now();
    this.leg = make(ready);
    return this.leg;
  }

  /** The leg is no more, and nothing comes in until there is another. */
  lose(): void {
    this.become(this.ways.may() ? "again" : "none");
  }

  /** Ask anew: at once, and later each time that it does not last. */
  retry(): void {
    const wait = this.tries === 0 ? 0 : Math.min(LONGEST_MS, 500 * 2 ** this.tries);
    this.tries += 1;
    this.wait(wait, () => void this.enter("again"));
  }

  over(why: Over): void {
    this.become("over", why);
    this.ways.ended(why);
    // The room and the service may have seen somebody come in in another order.
    if (why === "not_permitted" && this.ways.may() && this.tries <= TRIES) this.retry();
  }

  leave(): void {
    if (this.state !== "none" && this.state !== "over") this.ways.say({ kind: "leave" });
    this.end();
  }

  end(): void {
    this.become("none");
  }

  private become(state: Sound["state"], why: Over | null = null): void {
    clearTimeout(this.waiting);
    const { leg } = this;
    this.leg = null;
    this.entered += 1;
    leg?.close();
    if (leg !== null && this.ways.now() - this.began > LONGEST_MS) this.tries = 0;
    this.state = state;
    this.why = why;
    this.ways.changed();
  }

  private wait(ms: number, what: () => void): void {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(what, ms);
  }
}
