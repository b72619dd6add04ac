// What a key is made of, and what it is bound to: one device, in one place, of one session.

import { read } from "./bytes";
import type { Material } from "./frames";
import type { Device } from "./letter";
import type { Terms } from "./protection";

export function contextOf({ session, place }: Terms, { seat, leg, key }: Device): string {
  return JSON.stringify([session, place, seat, leg, key]);
}

export async function materialOf(
  raw: string,
  generation: number,
  context: string,
): Promise<Material> {
  const bytes = read(raw, 32);
  if (bytes === null) throw new TypeError("no key");
  const key = await crypto.subtle.importKey("raw", bytes, "HKDF", false, ["deriveKey"]);
  return { generation, key, context };
}
