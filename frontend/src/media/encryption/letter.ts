// What devices write each other through the relay: who they are, and sealed, the rest.
//
// A letter always says all of what its writer has to say to its reader, so that one may be lost,
// come twice or come late, and the next makes it good.

import { type Bytes, chance, read, text, written } from "./bytes";

/** A device as the safety code and every key know it. */
export type Device = { readonly seat: string; readonly leg: string; readonly key: string };

/** The room that keys belong to. */
export type Where = { readonly session: string; readonly place: string };

/** What stands open in a letter; `want` asks for an answer. */
export type Letter = {
  readonly leg: string;
  readonly key: string;
  readonly want: boolean;
  readonly box: string | null;
};

/** What is sealed for one reader. All but `seen` belongs to state `n` of the writer. */
export type Content = {
  readonly n: number;
  /** The last state of the reader that the writer has. */
  readonly seen: number;
  readonly generation: number;
  readonly material: string;
  /** The writer's part of the safety code; see `safety.ts`. */
  readonly commitment: string;
  readonly agreed: string;
  readonly nonce: string;
};

const KEY = 32;
const IV = 12;
const LEG_LIMIT = 64;
const BOX_LIMIT = 1024;

/** A letter that came, if it is one. */
export function letterOf(data: unknown): Letter | null {
  if (!isRecord(data) || data.keys !== 1) return null;
  const { leg, key, want, box } = data;
  if (typeof leg !== "string" || leg.length === 0 || leg.length > LEG_LIMIT) return null;
  if (typeof key !== "string" || read(key, KEY) === null) return null;
  if (box !== null && (typeof box !== "string" || box.length > BOX_LIMIT)) return null;
  return { leg, key, want: want === true, box };
}

export function dataOf(letter: Letter): Record<string, unknown> {
  return { keys: 1, ...letter };
}

/** The key pair of one device, for one stay in one place; its private half can not be read. */
export class Identity {
  private constructor(
    private readonly pair: CryptoKeyPair,
    readonly device: Device,
    private readonly where: Where,
  ) {}

  static async create(seat: string, leg: string, where: Where): Promise<Identity> {
    const made = await crypto.subtle.generateKey({ name: "X25519" }, false, ["deriveBits"]);
    const pair = made as CryptoKeyPair;
    const key = written(new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey)));
    return new Identity(pair, { seat, leg, key }, where);
  }

  /** What only this device and the other can write and read. Rejects for a key that is none. */
  async with(other: Device): Promise<Pair> {
    const raw = read(other.key, KEY);
    if (raw === null) throw new TypeError("no key");
    const key = await crypto.subtle.importKey("raw", raw, { name: "X25519" }, false, []);
    // A point of small order makes no secret; the browser refuses it here.
    const algorithm = { name: "X25519", public: key };
    const secret = await crypto.subtle.deriveBits(algorithm, this.pair.privateKey, 256);
    const shared = await crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveKey"]);
    const [there, back] = await Promise.all([
      direction(shared, this.where, this.device, other),
      direction(shared, this.where, other, this.device),
    ]);
    return new Pair(there, back);
  }
}

/** Two devices' letters to each other, a key for each direction. */
export class Pair {
  constructor(
    private readonly there: CryptoKey,
    private readonly back: CryptoKey,
  ) {}

  async seal(content: Content): Promise<string> {
    const iv = chance(IV);
    const plain = text(
      content.n,
      content.seen,
      content.generation,
      content.material,
      content.commitment,
      content.agreed,
      content.nonce,
    );
    const sealed = await crypto.subtle.encrypt(how(iv, content.generation), this.there, plain);
    const head = new Uint8Array(4);
    new DataView(head.buffer).setUint32(0, content.generation);
    return written(new Uint8Array([...head, ...iv, ...new Uint8Array(sealed)]));
  }

  /** What the other device sealed for this one; null for anything else. */
  async open(box: string): Promise<Content | null> {
    const bytes = read(box);
    if (bytes === null || bytes.length < 4 + IV) return null;
    const generation = new DataView(bytes.buffer).getUint32(0);
    const parameters = how(bytes.slice(4, 4 + IV), generation);
    try {
      const sealed = bytes.subarray(4 + IV);
      const plain = await crypto.subtle.decrypt(parameters, this.back, sealed);
      const content = contentOf(JSON.parse(new TextDecoder().decode(plain)));
      return content?.generation === generation ? content : null;
    } catch {
      return null;
    }
  }
}

/** The key of one direction is bound to both devices, with their public keys, and the room. */
async function direction(
  shared: CryptoKey,
  where: Where,
  from: Device,
  to: Device,
): Promise<CryptoKey> {
  const info = text(
    "vgroup letters 1",
    where.session,
    where.place,
    from.seat,
    from.leg,
    from.key,
    to.seat,
    to.leg,
    to.key,
  );
  return crypto.subtle.deriveKey(
    { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info },
    shared,
    { name: "AES-GCM", length: 256 },
    false,
    ["encrypt", "decrypt"],
  );
}

function how(iv: Bytes, generation: number): AesGcmParams {
  return { name: "AES-GCM", iv, additionalData: text("letter", generation) };
}

function contentOf(value: unknown): Content | null {
  if (!Array.isArray(value) || value.length !== 7) return null;
  const [n, seen, generation, material, commitment, agreed, nonce] = value;
  if (!isCount(n) || !isCount(seen) || !isCount(generation)) return null;
  if (generation < 1 || generation > 0xffff) return null;
  if (!isBytes(material) || !isBytes(commitment)) return null;
  if (agreed !== "" && !isBytes(agreed)) return null;
  if (nonce !== "" && !isBytes(nonce)) return null;
  return { n, seen, generation, material, commitment, agreed, nonce };
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isBytes(value: unknown): value is string {
  return read(value, KEY) !== null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
