// Which tiles there are, and which of them are large. Pure.

import { seated } from "../../../room/circle";
import type { Room } from "../../../room/state";
import { besideYou } from "../places/place";

export type Tile = {
  /** A seat, or what that seat shares. */
  readonly key: string;
  readonly seat: string;
  readonly share: boolean;
};

/** What one has chosen for oneself. */
export type Wish = { readonly pinned: string | null; readonly selfHidden: boolean };

export type Shown = { readonly large: readonly Tile[]; readonly small: readonly Tile[] };

export const personTile = (seat: string): Tile => ({ key: seat, seat, share: false });
export const shareTile = (seat: string): Tile => ({ key: `${seat} share`, seat, share: true });

/** The picture of a tile, as media know it. */
export function pictureOf(key: string | null): string | null {
  return key === null || key.endsWith(" share") ? key : `${key} camera`;
}

type Group = Pick<Room, "people" | "you" | "spotlights">;

/** The tiles of one's own place: what is shared, spotlit or pinned is large, the rest as they sit. */
export function tiles(room: Group, wish: Wish): Shown {
  const people = seated({ people: besideYou(room) });
  const { seat: you } = room.you;
  const shares = people.filter((one) => one.shares !== null).map((one) => shareTile(one.seat));
  const seats = people
    .filter((one) => one.seat !== you || !wish.selfHidden)
    .map((one) => personTile(one.seat));
  const all = [...shares, ...seats];
  const first = shares.find((one) => one.seat !== you || ownIsShown(room)) ?? null;
  const spot = seats.find((one) => room.spotlights.includes(one.seat)) ?? null;
  const pinned = all.find((one) => one.key === wish.pinned) ?? null;
  const large = distinct([first ?? spot, pinned]);
  return { large, small: all.filter((one) => !large.includes(one) && !isOwnScreen(room, one)) };
}

/** One's own screen would show itself without end; a handout is led from its own large tile. */
function ownIsShown({ people, you }: Group): boolean {
  return people.find((one) => one.seat === you.seat)?.shares === "handout";
}

function isOwnScreen(room: Group, tile: Tile): boolean {
  return tile.share && tile.seat === room.you.seat && !ownIsShown(room);
}

function distinct(found: readonly (Tile | null)[]): readonly Tile[] {
  const some = found.filter((one) => one !== null);
  return some.filter((one, index) => some.indexOf(one) === index);
}

/** Whether anything is to be seen in one's own place: a camera or a share. */
export function anyPicture(room: Group): boolean {
  return besideYou(room).some((one) => one.camera || one.shares !== null);
}
