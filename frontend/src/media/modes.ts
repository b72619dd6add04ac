// How much picture a connection carries, from what is measured of it. Pure.

import type { Level, Mode } from "./sound";

/** From the most to the least. */
export type Carried = "video" | "less" | "sound";
const ORDER: readonly Carried[] = ["video", "less", "sound"];

/** What was measured over a few seconds; null where the browser does not say. */
export type Sample = {
  /** What may be sent, by the browser's own estimate. */
  readonly out_kbps: number | null;
  readonly round_trip_ms: number | null;
  /** Of packets that came or should have come, 0 to 1. */
  readonly loss: number;
  /** Of the time, how much pictures stood still, 0 to 1. */
  readonly frozen: number;
  /** Whether anything at all came through. */
  readonly through: boolean;
};

export type Follows = "all" | "sound" | "text";

/** How somebody takes part who chose this, as the room is told. */
export function followed(mode: Mode): Follows {
  return mode === "text" || mode === "sound" ? mode : "all";
}

const DOWN_MS = 6_000;
const UP_MS = 30_000;
/** After a rise that did not last the next one waits twice as long, up to this. */
const LONGEST_UP_MS = 240_000;
const LASTED_MS = 60_000;

export type Judged = {
  readonly carried: Carried;
  /** Since when it has been too much without a break, and since when more would go. */
  readonly bad_since: number | null;
  readonly good_since: number | null;
  /** How long it must have been good before more is tried, and when it was last. */
  readonly patience_ms: number;
  readonly rose_at: number | null;
};

export const BEST: Judged = {
  ...{ carried: "video", bad_since: null, good_since: null },
  ...{ patience_ms: UP_MS, rose_at: null },
};

/** How well a device is connected: 0 (nothing comes through) to 3 (well). */
export function level({ out_kbps, round_trip_ms, loss, frozen, through }: Sample): Level {
  if (!through) return 0;
  const [out, trip] = [out_kbps ?? 1_000, round_trip_ms ?? 0];
  if (loss > 0.1 || trip > 800 || out < 80 || frozen > 0.4) return 1;
  if (loss > 0.03 || trip > 350 || out < 250 || frozen > 0.15) return 2;
  return 3;
}

/**
 * What is carried after one more sample: down after 6 s too bad for it, up after 30 s of good.
 *
 * What may be sent is no reason against more while little is sent: a browser does not find out.
 */
export function judge(before: Judged, sample: Sample, at: number): Judged {
  // Where nothing comes through at all, smaller pictures would not either.
  if (!sample.through) return { ...before, bad_since: null, good_since: null };
  const now = level(sample);
  const bad = (before.carried === "video" && now <= 1) || starved(before.carried, sample);
  const bad_since = bad ? (before.bad_since ?? at) : null;
  const more = before.carried !== "video" && !starved(before.carried, sample);
  const good = more && level({ ...sample, out_kbps: null }) === 3;
  const good_since = good ? (before.good_since ?? at) : null;
  if (bad_since !== null && at - bad_since >= DOWN_MS) return lowered(before, at);
  if (good_since !== null && at - good_since >= before.patience_ms) return raised(before, at);
  return { ...before, bad_since, good_since };
}

/** What is carried in the end: what somebody chose, else what goes, and less where data is dear. */
export function carried(mode: Mode, judged: Carried, saveData: boolean): Carried {
  if (mode === "text") return "sound";
  if (mode !== "auto") return mode;
  return saveData && judged === "video" ? "less" : judged;
}

/** Small pictures are let go only where even they do not fit. */
function starved(carries: Carried, { out_kbps, loss }: Sample): boolean {
  if (carries === "sound") return false;
  return carries === "less" && (loss > 0.2 || (out_kbps ?? 1_000) < 50);
}

function lowered(before: Judged, at: number): Judged {
  const hasty = before.rose_at !== null && at - before.rose_at < LASTED_MS;
  const patience_ms = hasty ? Math.min(before.patience_ms * 2, LONGEST_UP_MS) : UP_MS;
  return { ...moved(before, 1), patience_ms, rose_at: null };
}

function raised(before: Judged, at: number): Judged {
  return { ...moved(before, -1), rose_at: at };
}

function moved(before: Judged, by: 1 | -1): Judged {
  const next = ORDER[ORDER.indexOf(before.carried) + by] ?? before.carried;
  return { ...before, carried: next, bad_since: null, good_since: null };
}
