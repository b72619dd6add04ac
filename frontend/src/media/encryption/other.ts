// Another person of the place: the device they have media on, and how far we are with it.

import type { Content, Device, Pair } from "./letter";
import type { Share } from "./safety";

const DEVICES = 32;

export class Other {
  device: Device | null = null;
  pair: Pair | null = null;
  /** The newest of what their device said. */
  theirs: Content | null = null;
  /** The newest of our states that they have. */
  seen = 0;
  /** When their device said something last. */
  heardAt = 0;
  /** When they are due a letter; how often the same was sent. */
  dueAt = 0;
  tries = 0;
  /** Whether they asked for one. */
  owed = false;
  private readonly past = new Set<string>();

  constructor(
    readonly seat: string,
    readonly leg: string | undefined,
  ) {}

  /**
   * Whether a key may be that of a newer device. A letter that comes late brings none back; but if
   * it was a late one that made us give up the newer, what we hold is `silent`.
   */
  mayBecome(key: string, silent: boolean): boolean {
    return !this.past.has(key) || silent;
  }

  become(device: Device, pair: Pair): void {
    if (this.device !== null) this.past.add(this.device.key);
    this.past.delete(device.key);
    for (const key of [...this.past].slice(0, -DEVICES)) this.past.delete(key);
    this.device = device;
    this.pair = pair;
    this.theirs = null;
    this.seen = 0;
  }

  /** Whether keys went both ways. */
  get linked(): boolean {
    return this.theirs !== null && this.seen > 0;
  }

  share(device: Device): Share {
    const { commitment = "", agreed = "", nonce = "" } = this.theirs ?? {};
    return { device, commitment, agreed, nonce };
  }
}
