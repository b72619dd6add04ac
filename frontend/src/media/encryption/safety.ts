// The short code that tells people whether somebody stands between their devices.
//
// A code that people say aloud is short, and a code of the public keys alone could be matched: a
// service in the middle would try keys until both sides show the same. So each device adds a
// number of its own, which it first only commits to, and tells when all have committed and say
// that they know the same commitments (the same `agreed`). Whoever stands in the middle must
// choose before they know, and has one guess in 10^16 each time. If a commitment changes after
// the number was told, the number is worn out and a new one is drawn.

import { type Bytes, digest, read, text, written } from "./bytes";
import type { Device, Where } from "./letter";

/** One device's part; texts are base64url, empty while unknown. */
export type Share = {
  readonly device: Device;
  readonly commitment: string;
  readonly agreed: string;
  readonly nonce: string;
};

const GROUPS = 4;
const DIGITS = 4;

/** What a device promises before it tells its number. */
export async function commitmentTo(nonce: Bytes, device: Device, where: Where): Promise<string> {
  const { session, place } = where;
  const promise = text("vgroup promise 1", session, place, ...listed(device), written(nonce));
  return written(await digest(promise));
}

/** What all devices must have seen alike: everybody's keys and promises. */
export async function agreement(shares: readonly Share[], where: Where): Promise<string> {
  if (shares.some((share) => share.commitment === "")) return "";
  const lines = shares.map((share) => JSON.stringify([...listed(share.device), share.commitment]));
  const all = text("vgroup agreement 1", where.session, where.place, ...lines.sort());
  return written(await digest(all));
}

/** The code, once everybody has kept their promise; else null. */
export async function code(
  agreed: string,
  shares: readonly Share[],
  where: Where,
): Promise<string[] | null> {
  if (agreed === "" || shares.some((share) => share.agreed !== agreed)) return null;
  for (const { nonce, commitment, device } of shares) {
    const bytes = read(nonce, 32);
    if (bytes === null || (await commitmentTo(bytes, device, where)) !== commitment) return null;
  }
  const nonces = shares.map(({ device, nonce }) => JSON.stringify([device.key, nonce]));
  const all = await digest(text("vgroup code 1", agreed, ...nonces.sort()));
  return spoken(all);
}

// Digits, not words: people of one room may have the page in different languages.
function spoken(all: Bytes): string[] {
  let number = 0n;
  for (const byte of all) number = number * 256n + BigInt(byte);
  const digits = (number % 10n ** BigInt(GROUPS * DIGITS)).toString();
  const padded = digits.padStart(GROUPS * DIGITS, "0");
  return Array.from({ length: GROUPS }, (_, at) => padded.slice(at * DIGITS, (at + 1) * DIGITS));
}

function listed({ seat, leg, key }: Device): [string, string, string] {
  return [seat, leg, key];
}
