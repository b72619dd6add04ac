// For tests: a place whose relay loses, doubles, delays, and may lie.

import { Encryption, type Times } from "./encryption";
import { type Material, Opener, Seal } from "./frames";
import type { ToWorker } from "./frames.worker";
import type { Protected } from "./protection";

export const QUICK: Times = {
  gap: 1,
  burst: 50,
  answer: 3,
  again: 25,
  patience: 60,
  tries: 16,
  gather: 4,
  rest: 8,
  swap: 80,
};

export type Sent = { from: string; to: string; data: Record<string, unknown> };
/** What becomes of a message: delivered as many times as it is listed, after so many ms. */
export type Fate = (sent: Sent) => { after: number; sent: Sent }[];

const AT_ONCE: Fate = (sent) => [{ after: 0, sent }];

/** One device, with the frames' side of it in the same thread. */
export class Device {
  state: Protected = { safety: null, ready: false, waiting: [] };
  own: Material | null = null;
  readonly used: Material[] = [];
  readonly learnt: Material[] = [];
  readonly openers = new Map<string, Opener>();
  readonly encryption: Encryption;
  private readonly seal = new Seal("microphone");

  constructor(
    relay: Relay,
    readonly seat: string,
    readonly leg = `leg-${seat}`,
    place = "main",
  ) {
    const frames = { postMessage: (data: ToWorker) => this.take(data), terminate: () => undefined };
    const terms = {
      seat,
      leg,
      place,
      session: "s1",
      send: (to: string, data: Record<string, unknown>) =>
        relay.send({ from: seat, to, data }, this),
      changed: (state: Protected) => {
        this.state = state;
      },
    };
    this.encryption = new Encryption(terms, relay.times, frames);
  }

  async say(words: string) {
    return this.seal.seal(new TextEncoder().encode(words), this.own);
  }

  async hear(seat: string, frame: Uint8Array<ArrayBuffer> | null): Promise<string | null> {
    const opened = frame && (await this.openers.get(seat)?.open(frame, "microphone"));
    return opened ? new TextDecoder().decode(opened) : null;
  }

  private take(data: ToWorker): void {
    if (data.kind === "own") {
      this.own = data.material;
      if (data.material !== null) this.used.push(data.material);
    }
    if (data.kind === "forget") this.openers.delete(data.seat);
    if (data.kind !== "learn") return;
    this.learnt.push(data.material);
    const opener = this.openers.get(data.seat) ?? new Opener(() => performance.now());
    this.openers.set(data.seat, opener);
    opener.learn(data.material);
  }
}

export class Relay {
  readonly devices: Device[] = [];
  readonly passed: Sent[] = [];
  fate: Fate = AT_ONCE;
  times = QUICK;

  join(seat: string, leg?: string): Device {
    const device = new Device(this, seat, leg);
    this.devices.push(device);
    this.list();
    return device;
  }

  leave(device: Device): void {
    this.devices.splice(this.devices.indexOf(device), 1);
    this.list();
  }

  /** Tell everyone who is here. */
  list(): void {
    const seats = [...new Set(this.devices.map(({ seat }) => seat))];
    for (const device of this.devices)
      device.encryption.members(
        seats.filter((seat) => seat !== device.seat).map((seat) => ({ seat })),
      );
  }

  send(sent: Sent, by?: Device): void {
    this.passed.push(sent);
    for (const { after, sent: one } of this.fate(sent))
      setTimeout(() => {
        for (const device of this.devices)
          if (device.seat === one.to && device !== by)
            device.encryption.heard(one.from, structuredClone(one.data));
      }, after);
  }

  close(): void {
    for (const device of this.devices) device.encryption.close();
  }
}

/** Wait until something is so; fails after a while. */
export async function until(so: () => boolean, ms = 12_000): Promise<void> {
  const end = performance.now() + ms;
  while (!so()) {
    if (performance.now() > end) throw new Error("it never came about");
    await new Promise((done) => setTimeout(done, 2));
  }
}

/** Whether all devices show one and the same code, and wait for nobody. */
export function agreed(devices: readonly Device[]): boolean {
  const codes = new Set(devices.map(({ state }) => state.safety?.join(" ") ?? ""));
  return (
    codes.size === 1 && !codes.has("") && devices.every(({ state }) => state.waiting.length === 0)
  );
}
