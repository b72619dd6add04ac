// How far the picture is drawn out, and what stands in its middle.

import { type RefObject, useLayoutEffect, useRef } from "react";
import type { Entry } from "../../api/record";
import type { Chosen } from "./figures";
import { atOf, type Picture, type Span, stops } from "./timeline";

export const DEEPEST = 16;
// Of the width in view, so much at most is taken by what was zoomed to.
const SHARE = 0.8;

/** From the first to the last of what is chosen: its entries, and its bars and signs. */
export function focusOf(picture: Picture, chosen: Chosen, lit: readonly Entry[]): Span | null {
  const lane = picture.lanes.find((one) => one.row === chosen.row);
  const own = lane ? stops(lane).filter((stop) => stop.what === chosen.figure) : [];
  const moments = [
    ...lit.map(atOf).filter((at) => at >= picture.since && at <= picture.until),
    ...own.flatMap((stop) => [stop.at, stop.until ?? stop.at]),
  ];
  if (moments.length === 0) return null;
  return { since: Math.min(...moments), until: Math.max(...moments) };
}

/** How many times as wide the picture is to be drawn to show a part of it well. */
export function timesFor(whole: Span, part: Span): number {
  const fits = ((whole.until - whole.since) * SHARE) / Math.max(1, part.until - part.since);
  const doubled = 2 ** Math.floor(Math.log2(Math.max(1, fits)));
  return Math.min(DEEPEST, doubled);
}

/** Keeps in the middle what was there, or puts there what is at `centre`, in pixels. */
export function useZoom(
  region: RefObject<HTMLElement | null>,
  zoom: number,
  centre: number | null,
) {
  const before = useRef(zoom);
  useLayoutEffect(() => {
    const one = region.current;
    if (one !== null && (centre !== null || before.current !== zoom)) {
      const kept = (one.scrollLeft + one.clientWidth / 2) * (zoom / before.current);
      one.scrollLeft = (centre ?? kept) - one.clientWidth / 2;
    }
    before.current = zoom;
  }, [region, zoom, centre]);
}
