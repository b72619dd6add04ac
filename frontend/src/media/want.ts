// Which incoming pictures to take, and how large: what is shown, and no more. Pure.

import type { Carried } from "./modes";
import type { Size, Source } from "./sound";

export const MOST = 16;
const LAYER = { small: 0, normal: 1, large: 2 } as const satisfies Record<Size, Layer>;
const BIGGER: readonly Size[] = ["small", "normal", "large"];

export type Layer = 0 | 1 | 2;
export type Look = {
  /** What is shown, by `<seat> camera` or `<seat> share`, and the largest size of each. */
  readonly shown: ReadonlyMap<string, Size>;
  readonly pinned: string | null;
  readonly spotlight: string | null;
  readonly carried: Carried;
  /** Whether nobody sees the page. */
  readonly hidden: boolean;
};

export const pictureKey = (seat: string, source: Source): string => `${seat} ${source}`;

/** The pictures to take and their layers; what is not among them is paused. */
export function wanted(look: Look): ReadonlyMap<string, Layer> {
  const asked = new Map(look.shown);
  if (look.pinned !== null && !asked.has(look.pinned)) asked.set(look.pinned, "normal");
  const taken = [...asked]
    .filter(([key]) => kept(look, key) || (!look.hidden && look.carried !== "sound"))
    .sort(([one, size], [other, otherSize]) => {
      return rank(look, one) - rank(look, other) || LAYER[otherSize] - LAYER[size];
    })
    .slice(0, MOST);
  return new Map(taken.map(([key, size]) => [key, layer(look, key, size)]));
}

/** The largest of some sizes. */
export function largest(sizes: Iterable<Size>): Size {
  return [...sizes].reduce<Size>(
    (most, one) => (BIGGER.indexOf(one) > BIGGER.indexOf(most) ? one : most),
    "small",
  );
}

/** Shares and what is pinned come through whatever is saved elsewhere. */
function kept(look: Look, key: string): boolean {
  return key === look.pinned || key.endsWith(" share");
}

function rank(look: Look, key: string): number {
  if (key === look.pinned) return 0;
  if (key.endsWith(" share")) return 1;
  return key === look.spotlight ? 2 : 3;
}

function layer(look: Look, key: string, size: Size): Layer {
  if (kept(look, key)) return LAYER[size];
  return look.carried === "video" ? LAYER[size] : 0;
}
