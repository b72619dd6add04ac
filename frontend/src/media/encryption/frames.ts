// One frame of sound or picture: sealed by whoever sends it, opened by whoever has the key.
//
// clear bytes | AES-GCM ciphertext and tag | salt (8) | generation (2) | counter (4) | version (1)
//
// A stream is one sender's line under one generation. It has a salt of its own, drawn anew, and
// from salt and generation's key a key of its own, so that its counter alone makes each IV unique:
// layers of a simulcast share the counter, a replaced track goes on with it, and what begins anew
// has another salt. Clear bytes and trailer are authenticated, and so are, through the key, whose
// frame it is and whether it is microphone, camera or share.

import { type Bytes, chance, text } from "./bytes";
import type { Source } from "./protection";
import { Window } from "./window";

/** What a generation's key is, and whose: `context` names room, place and device. */
export type Material = {
  readonly generation: number;
  readonly key: CryptoKey;
  readonly context: string;
};

const SALT = 8;
const TRAILER = SALT + 2 + 4 + 1;
const TAG = 16;
const VERSION = 1;
const LAST = 2 ** 32 - 1;
/** For how long an older key opens frames once a newer one is in use. */
export const GRACE_MS = 2_000;
/** And for how long at most once a newer one is known. */
const LINGER_MS = 10_000;
/** Streams of one key: each connection that is begun anew has some; and those not proven yet. */
const STREAMS = 1024;
const UNPROVEN = 64;

/** A line's seal: what goes through it can be opened by the members alone. */
export class Seal {
  private stream: { of: Material; salt: Bytes; key: Promise<CryptoKey>; counter: number } | null =
    null;

  constructor(private readonly source: Source) {}

  /** A sealed frame; null where it must not leave, for there is no key. */
  async seal(frame: Bytes, material: Material | null): Promise<Bytes | null> {
    if (material === null) return null;
    if (this.stream?.of !== material || this.stream.counter > LAST) this.begin(material);
    const { stream } = this;
    if (stream === null) return null;
    const counter = stream.counter;
    stream.counter += 1;
    const clear = clearOf(frame, this.source);
    const trailer = written(stream.salt, material.generation, counter);
    const sealed = await crypto.subtle.encrypt(
      how(joined(frame.subarray(0, clear), trailer), counter),
      await stream.key,
      frame.subarray(clear),
    );
    return joined(frame.subarray(0, clear), new Uint8Array(sealed), trailer);
  }

  private begin(of: Material): void {
    const salt = chance(SALT);
    this.stream = { of, salt, key: derive(of, salt, this.source, "encrypt"), counter: 0 };
  }
}

type Held = Material & {
  /** When it opens nothing any more. */
  until: number;
  readonly windows: Map<string, Window>;
  /** Keys of streams of which nothing was opened yet are few, whoever invents salts. */
  readonly keys: Map<string, Promise<CryptoKey>>;
};

/** One sender's keys, and what of theirs was opened already. */
export class Opener {
  private held: Held[] = [];

  constructor(private readonly now: () => number) {}

  /** A newer generation; the one before opens what is still on its way. */
  learn(material: Material): void {
    if (this.held.some((one) => one.generation >= material.generation)) return;
    const end = this.now() + LINGER_MS;
    for (const one of this.held) one.until = Math.min(one.until, end);
    const fresh = { ...material, until: Number.POSITIVE_INFINITY };
    this.held = [...this.held, { ...fresh, windows: new Map(), keys: new Map() }].slice(-3);
  }

  /** The frame as it was before it was sealed; null where it is not to be played. */
  async open(frame: Bytes, source: Source): Promise<Bytes | null> {
    const body = frame.length - TRAILER;
    if (body < TAG || frame[frame.length - 1] !== VERSION) return null;
    const trailer = frame.subarray(body);
    const view = new DataView(trailer.buffer, trailer.byteOffset, TRAILER);
    const generation = view.getUint16(SALT);
    const counter = view.getUint32(SALT + 2);
    const held = this.held.find((one) => one.generation === generation);
    if (held === undefined || this.now() > held.until) return null;
    const name = `${source} ${trailer.subarray(0, SALT).join(" ")}`;
    const window = held.windows.get(name) ?? new Window();
    if (!window.fresh(counter)) return null;
    const clear = Math.min(clearOf(frame, source), body - TAG);
    const opened = await this.decrypt(held, name, source, frame, body, clear, counter);
    // Asked again: the same frame may have come on two lines while this one was being opened.
    if (opened === null || !window.fresh(counter)) return null;
    if (!this.keep(held, name, window)) return null;
    window.mark(counter);
    this.age(generation);
    return opened;
  }

  private async decrypt(
    held: Held,
    name: string,
    source: Source,
    frame: Bytes,
    body: number,
    clear: number,
    counter: number,
  ): Promise<Bytes | null> {
    const trailer = frame.subarray(body);
    try {
      const plain = await crypto.subtle.decrypt(
        how(joined(frame.subarray(0, clear), trailer), counter),
        await this.keyOf(held, name, trailer.slice(0, SALT), source),
        frame.subarray(clear, body),
      );
      return joined(frame.subarray(0, clear), new Uint8Array(plain));
    } catch {
      return null;
    }
  }

  private keyOf(held: Held, name: string, salt: Bytes, source: Source): Promise<CryptoKey> {
    const known = held.keys.get(name);
    if (known !== undefined) return known;
    const key = derive(held, salt, source, "decrypt");
    const unproven = [...held.keys.keys()].filter((one) => !held.windows.has(one));
    if (unproven.length >= UNPROVEN) held.keys.delete(unproven[0] ?? "");
    held.keys.set(name, key);
    return key;
  }

  /** A window is never given up while its key opens frames, or they could be played again. */
  private keep(held: Held, name: string, window: Window): boolean {
    const kept = held.windows.get(name);
    if (kept === window) return true;
    if (kept !== undefined || held.windows.size >= STREAMS) return false;
    held.windows.set(name, window);
    return true;
  }

  private age(used: number): void {
    const end = this.now() + GRACE_MS;
    for (const one of this.held) if (one.generation < used) one.until = Math.min(one.until, end);
    this.held = this.held.filter((one) => this.now() <= one.until);
  }
}

/**
 * How many bytes of a frame stay readable: what depacketisers and forwarders look at.
 *
 * Opus: the byte that tells its mode. VP8 (RFC 6386, 9.1): the frame tag, and in a key frame, which
 * its lowest bit tells, start code and size.
 */
function clearOf(frame: Bytes, source: Source): number {
  if (source === "microphone") return Math.min(1, frame.length);
  const key = ((frame[0] ?? 1) & 1) === 0;
  return Math.min(key ? 10 : 3, frame.length);
}

async function derive(
  of: Material,
  salt: Bytes,
  source: Source,
  usage: "encrypt" | "decrypt",
): Promise<CryptoKey> {
  const info = text("vgroup frames 1", of.context, of.generation, source);
  return crypto.subtle.deriveKey(
    { name: "HKDF", hash: "SHA-256", salt, info },
    of.key,
    { name: "AES-GCM", length: 256 },
    false,
    [usage],
  );
}

function how(additionalData: Bytes, counter: number): AesGcmParams {
  const iv = new Uint8Array(12);
  new DataView(iv.buffer).setUint32(8, counter);
  return { name: "AES-GCM", iv, additionalData };
}

function written(salt: Bytes, generation: number, counter: number): Bytes {
  const trailer = new Uint8Array(TRAILER);
  trailer.set(salt);
  const view = new DataView(trailer.buffer);
  view.setUint16(SALT, generation);
  view.setUint32(SALT + 2, counter);
  trailer[TRAILER - 1] = VERSION;
  return trailer;
}

function joined(...parts: readonly Bytes[]): Bytes {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
