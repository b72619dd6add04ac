// Which pictures something on the page shows at this moment, and how large.

import type { Carried } from "./modes";
import type { Size } from "./sound";
import { type Layer, largest, pictureKey, wanted } from "./want";

export class Views {
  private readonly sizes = new Map<string, Size[]>();
  private pinned: string | null = null;
  private spotlight: string | null = null;
  private pending = false;

  constructor(private readonly changed: () => void) {}

  want(key: string, size: Size): () => void {
    this.sizes.set(key, [...(this.sizes.get(key) ?? []), size]);
    this.tell();
    return () => {
      const rest = [...(this.sizes.get(key) ?? [])];
      rest.splice(rest.indexOf(size), 1);
      if (rest.length > 0) this.sizes.set(key, rest);
      else this.sizes.delete(key);
      this.tell();
    };
  }

  /** What is pinned: a seat's camera where only the seat is given. */
  pin(key: string | null): void {
    this.pinned = key === null || key.includes(" ") ? key : pictureKey(key, "camera");
    this.tell();
  }

  spot(seat: string | null): void {
    const now = seat === null ? null : pictureKey(seat, "camera");
    if (now === this.spotlight) return;
    this.spotlight = now;
    this.tell();
  }

  wanted(carried: Carried, hidden: boolean): ReadonlyMap<string, Layer> {
    const shown = new Map([...this.sizes].map(([key, sizes]) => [key, largest(sizes)]));
    const { pinned, spotlight } = this;
    return wanted({ shown, pinned, spotlight, carried, hidden });
  }

  /** Once for all that changes in one turn: a tile that moves is shown no more and then again. */
  private tell(): void {
    if (this.pending) return;
    this.pending = true;
    queueMicrotask(() => {
      this.pending = false;
      this.changed();
    });
  }
}
