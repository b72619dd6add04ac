// How somebody takes part: as chosen on this page and told to the room, or as chosen at another
// device of theirs.

import type { Command } from "../api/protocol.gen";
import { type Follows, followed } from "./modes";
import type { Mode } from "./sound";

export type Ways = {
  /** How the room says that one follows. */
  readonly known: () => Follows;
  /** Give the room a command; whether it was done. */
  readonly give: (command: Command) => Promise<boolean>;
  readonly changed: (mode: Mode) => void;
};

export class Following {
  mode: Mode = "auto";

  /** What the room was told, until it has answered. */
  private telling: Follows | null = null;

  constructor(private readonly ways: Ways) {}

  get follows(): Follows {
    return followed(this.mode);
  }

  choose(mode: Mode): void {
    this.become(mode);
    if ((this.telling ?? this.ways.known()) !== this.follows) void this.tell(this.follows);
  }

  /** Follow as the room says, unless it has yet to answer what was chosen here. */
  adopt(): void {
    const known = this.ways.known();
    if (this.telling === null && known !== this.follows)
      this.become(known === "all" ? "auto" : known);
  }

  /** What was chosen since counts, and what is refused is not shown. */
  private async tell(mode: Follows): Promise<void> {
    this.telling = mode;
    await this.ways.give({ type: "Follow", mode });
    if (this.telling !== mode) return;
    this.telling = null;
    this.adopt();
  }

  private become(mode: Mode): void {
    this.mode = mode;
    this.ways.changed(mode);
  }
}
