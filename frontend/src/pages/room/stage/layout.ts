// How tiles fill a box: the columns and rows in which they are largest. Pure.

export type Box = { readonly width: number; readonly height: number };

export type Layout = {
  readonly columns: number;
  readonly rows: number;
  /** Of one tile, in px. */
  readonly width: number;
  readonly height: number;
  /** Whether they would be too small to fit, so that the box scrolls instead. */
  readonly scrolls: boolean;
};

export const GAP = 8;
/** As most cameras see. */
const WIDE = 16 / 9;
/** Where there is height to spare, a tile grows up to this. */
const TALL = 4 / 3;
/** Nobody is shown smaller than a face can be read at. */
const LEAST = 132;
/** How many tiles a page has. */
export const PAGE = 16;

/** The layout of so many tiles in a box, none of them hidden. */
export function arrange(count: number, box: Box): Layout {
  const tiles = Math.max(1, count);
  const most = Math.max(1, Math.floor((box.width + GAP) / (LEAST + GAP)));
  let best: Layout | null = null;
  for (let columns = 1; columns <= Math.min(tiles, most); columns += 1) {
    const one = fitted(tiles, columns, box);
    if (best === null || area(one) > area(best)) best = one;
  }
  if (best !== null && best.width >= Math.min(LEAST, box.width)) return best;
  return scrolled(tiles, Math.min(tiles, most), box);
}

function area({ width, height }: Layout): number {
  return width * height;
}

function fitted(count: number, columns: number, box: Box): Layout {
  const rows = Math.ceil(count / columns);
  const [across, down] = [share(box.width, columns), share(box.height, rows)];
  const width = Math.floor(Math.min(across, down * WIDE));
  const height = Math.floor(Math.min(down, width / TALL));
  return { columns, rows, width, height, scrolls: false };
}

function scrolled(count: number, columns: number, box: Box): Layout {
  const width = Math.floor(share(box.width, columns));
  const rows = Math.ceil(count / columns);
  return { columns, rows, width, height: Math.floor(width / TALL), scrolls: true };
}

/** What one of so many gets of a length, the gaps between them left out. */
function share(length: number, parts: number): number {
  return Math.max(0, (length - GAP * (parts - 1)) / parts);
}

/** The pages that so many tiles take. */
export function pages(count: number): number {
  return Math.max(1, Math.ceil(count / PAGE));
}

// A narrower box keeps its whole width for what is in large.
const BROAD = 520;

/** Where the small tiles stand beside a large one: at its side in a wide box, else below. */
export function strip({ width, height }: Box): "side" | "below" {
  return width >= BROAD && width > height * 1.35 ? "side" : "below";
}
