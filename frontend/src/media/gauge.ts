// How well this device is connected, to whom it is not, and how much picture that carries.

import type { Client } from "./client";
import { BEST, type Carried, carried, type Judged, judge, level } from "./modes";
import { Quality } from "./quality";
import type { Level, Mode, Sound } from "./sound";

/** A connection that is just coming about is no bad one. */
const SETTLING_MS = 6_000;
/** The others are told again now and then, for whoever has come since. */
const TOLD_EVERY_MS = 30_000;

type Seen = Pick<Sound, "level" | "cut" | "apart">;

export class Gauge {
  private readonly quality = new Quality();
  private judged: Judged = BEST;
  private since = 0;
  private toldAt = 0;
  private missed: readonly string[] = [];
  private now: Seen = { level: null, cut: false, apart: [] };

  constructor(private readonly saves: () => boolean) {}

  get seen(): Seen {
    return this.now;
  }

  /** Connections are begun anew. */
  begin(at: number): void {
    this.since = at;
  }

  /** They are gone; that nothing came through stays known, unless it is `over`. */
  drop(over: boolean): void {
    this.now = { level: null, cut: this.now.cut && !over, apart: [] };
  }

  /** Somebody else has found that nothing comes through. */
  unreached(): void {
    this.now = { ...this.now, cut: true };
  }

  /** Judge anew from here, as when somebody chose. */
  reset(): void {
    this.judged = BEST;
  }

  carried(mode: Mode): Carried {
    return carried(mode, this.judged.carried, this.saves());
  }

  /**
   * Measure once, and say whether the others are to be told.
   *
   * `pictures`: whether any are sent.
   */
  async measure(client: Client, pictures: boolean, at: number): Promise<boolean> {
    this.now = { ...this.now, apart: this.still(client.apart()) };
    if (at - this.since < SETTLING_MS) return false;
    const sample = await this.quality.sample(client.connections(), pictures);
    const { level: before, cut } = this.now;
    if (sample === null) {
      this.now = { ...this.now, cut: false };
      return false;
    }
    this.judged = judge(this.judged, sample, at);
    const found: Level = level(sample);
    this.now = { ...this.now, level: found, cut: found === 0 && (cut || before === 0) };
    if (found === before && at - this.toldAt <= TOLD_EVERY_MS) return false;
    this.toldAt = at;
    return true;
  }

  /** Of those who are not connected to this device: who were not the last time either. */
  private still(apart: readonly string[]): readonly string[] {
    const before = this.missed;
    this.missed = apart;
    return apart.filter((seat) => before.includes(seat));
  }
}
