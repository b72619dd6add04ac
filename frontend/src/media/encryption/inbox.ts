// Letters that wait. They are said again until they are answered, so that few need to be kept:
// nobody may fill this device's memory.

import type { Letter } from "./letter";

const SEATS = 64;
const EACH = 32;

export class Inbox {
  private readonly waiting = new Map<string, number>();
  private readonly early = new Map<string, Letter>();

  /** One more letter of a seat waits for its turn; false where it must not. */
  admit(seat: string): boolean {
    const waiting = this.waiting.get(seat) ?? 0;
    if (waiting >= EACH || (waiting === 0 && this.waiting.size >= SEATS)) return false;
    this.waiting.set(seat, waiting + 1);
    return true;
  }

  /** One letter of a seat has its turn. */
  turn(seat: string): void {
    const left = (this.waiting.get(seat) ?? 1) - 1;
    if (left > 0) this.waiting.set(seat, left);
    else this.waiting.delete(seat);
  }

  /** Their letter came before the room's word that they are here. */
  keep(seat: string, letter: Letter): void {
    if (this.early.size < SEATS || this.early.has(seat)) this.early.set(seat, letter);
  }

  kept(seat: string): Letter | undefined {
    const letter = this.early.get(seat);
    this.early.delete(seat);
    return letter;
  }
}
