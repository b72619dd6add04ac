// What of the picture is pointed at, by pointer and by keys.

import type { Place } from "./place";
import { type Lane, type Stop, stops } from "./timeline";

const NEAR_PX = 11;

export const same = (one: Stop, other: Stop) =>
  one.at === other.at && one.what === other.what && one.entry === other.entry;

export const middle = (stop: Stop) =>
  stop.until === undefined ? stop.at : (stop.at + stop.until) / 2;

export function topOf(place: Place, row: number): number {
  return place.lanes.find((one) => one.lane.row === row)?.top ?? 0;
}

export function within(place: Place, row: number, y: number): boolean {
  const top = topOf(place, row);
  return y >= top && y < top + place.lane;
}

/** What of a lane lies under the pointer: a sign before a bar, the shortest bar before longer ones. */
export function nearest(lane: Lane, px: number, x: (at: number) => number): Stop | null {
  const far = (stop: Stop) => Math.abs(x(stop.at) - px);
  const along = stops(lane);
  const signs = along.filter((stop) => stop.until === undefined && far(stop) <= NEAR_PX);
  const sign = signs.sort((one, other) => far(one) - far(other))[0];
  if (sign) return sign;
  const bars = along.filter(
    (stop) => stop.until !== undefined && x(stop.at) - 2 <= px && px <= x(stop.until) + 2,
  );
  const length = (stop: Stop) => (stop.until ?? stop.at) - stop.at;
  return bars.sort((one, other) => length(one) - length(other))[0] ?? null;
}

/** The button before or after this one in its list takes the focus. */
export function neighbour(button: HTMLButtonElement, by: 1 | -1) {
  const all = [...(button.closest("ol")?.querySelectorAll("button") ?? [])];
  all[all.indexOf(button) + by]?.focus();
}

/** Scroll so that a moment is in view. */
export function bring(region: HTMLElement | null, x: number) {
  if (region === null) return;
  const [left, right] = [region.scrollLeft, region.scrollLeft + region.clientWidth];
  if (x < left + 24 || x > right - 24) region.scrollLeft = x - region.clientWidth / 2;
}
