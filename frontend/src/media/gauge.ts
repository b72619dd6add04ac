// How well this device is connected, and how much picture that carries.

import { BEST, type Carried, carried, type Judged, judge, level } from "./modes";
import { Quality } from "./quality";
import type { Level, Mode } from "./sound";

/** A connection that is just coming about is no bad one. */
const SETTLING_MS = 6_000;

export class Gauge {
  private readonly quality = new Quality();
  private judged: Judged = BEST;
  private since = 0;
  private missed: readonly string[] = [];

  constructor(private readonly saves: () => boolean) {}

  /** Connections are begun anew. */
  begin(now: number): void {
    this.since = now;
  }

  /** Judge anew from here, as when somebody chose. */
  reset(): void {
    this.judged = BEST;
  }

  carried(mode: Mode): Carried {
    return carried(mode, this.judged.carried, this.saves());
  }

  /** Of those who are not connected to this device: who were not the last time either. */
  still(apart: readonly string[]): readonly string[] {
    const before = this.missed;
    this.missed = apart;
    return apart.filter((seat) => before.includes(seat));
  }

  /** Measure once; null while there is nothing to say. */
  async measure(
    connections: readonly RTCPeerConnection[],
    pictures: boolean,
    now: number,
  ): Promise<Level | null> {
    if (now - this.since < SETTLING_MS) return null;
    const sample = await this.quality.sample(connections, pictures);
    if (sample === null) return null;
    this.judged = judge(this.judged, sample, now);
    return level(sample);
  }
}
