// What the connections are like, read from the browser's statistics every few seconds.

import type { Sample } from "./modes";

export const EVERY_MS = 3_000;

type Stats = Readonly<Record<string, unknown>>;
type Sum = { received: number; lost: number; frozen_s: number };
type Lines = ReadonlyMap<string, Sum>;

/** Measures by difference: the first sample has nothing before it. */
export class Quality {
  private before = new WeakMap<RTCPeerConnection, Lines>();

  /**
   * A sample over all connections since the last; null where there is nothing to measure.
   *
   * What may be sent is known only while pictures are: a browser does not try out what it need not.
   */
  async sample(
    connections: readonly RTCPeerConnection[],
    pictures: boolean,
  ): Promise<Sample | null> {
    if (connections.length === 0) return null;
    const all = await Promise.all(connections.map((one) => this.one(one)));
    const [received, lost] = [total(all, "received"), total(all, "lost")];
    return {
      out_kbps: pictures ? least(all.map((one) => one.out_kbps)) : null,
      round_trip_ms: most(all.map((one) => one.round_trip_ms)),
      loss: received + lost > 0 ? lost / (received + lost) : 0,
      frozen: Math.min(1, (Math.max(...all.map((one) => one.frozen_s)) * 1000) / EVERY_MS),
      through: connections.some((one) => one.connectionState === "connected"),
    };
  }

  private async one(connection: RTCPeerConnection) {
    const lines = new Map<string, Sum>();
    let [out_kbps, round_trip_ms]: (number | null)[] = [null, null];
    const report = await connection.getStats().catch(() => new Map<string, Stats>());
    report.forEach((stats: Stats) => {
      if (stats.type === "candidate-pair" && stats.nominated) {
        out_kbps = number(stats.availableOutgoingBitrate, 1 / 1000);
        round_trip_ms = number(stats.currentRoundTripTime, 1000);
      }
      if (stats.type !== "inbound-rtp") return;
      lines.set(String(stats.id), {
        received: number(stats.packetsReceived) ?? 0,
        lost: number(stats.packetsLost) ?? 0,
        frozen_s: number(stats.totalFreezesDuration) ?? 0,
      });
    });
    const before = this.before.get(connection);
    this.before.set(connection, lines);
    // Line by line: what came on one that has ended is no loss of the others.
    const since = (part: keyof Sum) =>
      [...lines].reduce((sum, [id, now]) => {
        return sum + Math.max(0, now[part] - (before?.get(id) ?? now)[part]);
      }, 0);
    return {
      ...{ out_kbps: out_kbps as number | null, round_trip_ms: round_trip_ms as number | null },
      ...{ received: since("received"), lost: since("lost"), frozen_s: since("frozen_s") },
    };
  }
}

function number(value: unknown, by = 1): number | null {
  return typeof value === "number" ? value * by : null;
}

function total(all: readonly { received: number; lost: number }[], part: "received" | "lost") {
  return all.reduce((sum, one) => sum + one[part], 0);
}

function least(values: readonly (number | null)[]): number | null {
  const known = values.filter((one) => one !== null);
  return known.length > 0 ? Math.min(...known) : null;
}

function most(values: readonly (number | null)[]): number | null {
  const known = values.filter((one) => one !== null);
  return known.length > 0 ? Math.max(...known) : null;
}
