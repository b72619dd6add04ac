// Bytes as letters and numbers.

export type Bytes = Uint8Array<ArrayBuffer>;

/** Unambiguous bytes of a list of texts and numbers. */
export function text(...parts: readonly (string | number)[]): Bytes {
  return new Uint8Array(new TextEncoder().encode(JSON.stringify(parts)));
}

export function chance(length: number): Bytes {
  return crypto.getRandomValues(new Uint8Array(length));
}

export async function digest(of: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", of));
}

/** base64url without padding. */
export function written(bytes: Bytes): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

/** What `written` wrote; null for anything else, or another length than asked for. */
export function read(value: unknown, length?: number): Bytes | null {
  if (typeof value !== "string" || !/^[A-Za-z0-9_-]*$/.test(value)) return null;
  if (length !== undefined && value.length !== Math.ceil((length * 4) / 3)) return null;
  try {
    const plain = atob(value.replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(plain, (one) => one.charCodeAt(0));
    // One spelling for each value, or two texts would name the same key.
    return written(bytes) === value ? bytes : null;
  } catch {
    return null;
  }
}
