// This device's own part of the safety code: its number, kept back until all have committed.

import { chance, written } from "./bytes";
import type { Device, Where } from "./letter";
import { agreement, code, commitmentTo, type Share } from "./safety";

export class Vow {
  commitment = "";
  agreed = "";
  /** The number, once it is told. */
  nonce = "";
  safety: string[] | null = null;
  private kept = chance(32);

  constructor(
    private readonly device: Device,
    private readonly where: Where,
  ) {}

  /** Draw a new number and promise it: others joined or left, or broke what was agreed. */
  async renew(): Promise<void> {
    this.kept = chance(32);
    this.nonce = "";
    this.safety = null;
    this.commitment = await commitmentTo(this.kept, this.device, this.where);
  }

  /** Go as far as the others' parts allow; tells whether the others must hear of it. */
  async follow(others: readonly Share[]): Promise<boolean> {
    const { commitment, nonce } = this;
    const before = this.agreed;
    await this.agree(others);
    if (this.nonce !== "" && this.agreed !== before) {
      await this.renew();
      await this.agree(others);
    }
    const ready = this.agreed !== "" && others.every((other) => other.agreed === this.agreed);
    if (ready) this.nonce = written(this.kept);
    // Nobody compares a code with themselves.
    this.safety = ready && others.length > 0 ? await this.code(others) : null;
    return this.commitment !== commitment || this.nonce !== nonce || this.agreed !== before;
  }

  private async agree(others: readonly Share[]): Promise<void> {
    this.agreed = await agreement([this.share(), ...others], this.where);
  }

  private code(others: readonly Share[]): Promise<string[] | null> {
    return code(this.agreed, [this.share(), ...others], this.where);
  }

  private share(): Share {
    const { device, commitment, agreed, nonce } = this;
    return { device, commitment, agreed, nonce };
  }
}
