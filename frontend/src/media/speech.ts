// How long one talked oneself, where nobody else can measure it: told to the room each minute.

import type { ReportSpeech } from "../api/protocol.gen";

const MINUTE_MS = 60_000;
/** The room takes no report sooner than this after the last. */
export const LEAST_MS = 20_000;
/** A page that slept measured nothing meanwhile. */
const LONGEST_STEP_MS = 1_000;

export class Speech {
  private since: number | null = null;
  private until = 0;
  private spoken = 0;
  /** The part of it since it was last loud: a pause between two words, or the end. */
  private trailing = 0;
  private at = 0;
  private talking = false;

  /** `report` is given a window of server time, ms UTC, and how much of it was talk. */
  constructor(private readonly report: (command: ReportSpeech) => void) {}

  /** Often, while the microphone is on: whether one talks, and is loud, at this server time. */
  take(talking: boolean, now: number, loud = talking): void {
    this.count(now);
    this.since ??= Math.max(now, this.until);
    if (!talking) this.fallSilent();
    if (loud) this.trailing = 0;
    this.talking = talking;
  }

  /** Now and then, also with the microphone off: a minute that is full is told. */
  tick(now: number): void {
    if (this.since !== null && now - this.since >= MINUTE_MS) this.cut(now);
  }

  /** The microphone is off, or one leaves, who has no later moment to tell it. */
  stop(now: number, leaving = false): void {
    if (this.since === null) return;
    this.count(now);
    this.fallSilent();
    if (leaving || now - this.since >= LEAST_MS) this.cut(now);
  }

  private count(now: number): void {
    const step = Math.max(0, Math.min(now - this.at, LONGEST_STEP_MS));
    if (this.talking) {
      this.spoken += step;
      this.trailing += step;
    }
    this.at = now;
  }

  /** It was the end, and no pause between two words: nothing of it was talk. */
  private fallSilent(): void {
    this.spoken = Math.max(0, this.spoken - this.trailing);
    this.trailing = 0;
    this.talking = false;
  }

  private cut(now: number): void {
    const since = Math.ceil(Math.max(this.since ?? now, now - 2 * MINUTE_MS));
    const until = Math.floor(now);
    const ms = Math.min(Math.round(this.spoken), until - since);
    this.since = null;
    this.spoken = 0;
    this.until = Math.max(this.until, until);
    if (ms > 0) this.report({ type: "ReportSpeech", since, until, ms });
  }
}
