// Which devices somebody chose at the device check, for the room that follows; in memory only.

import type { Kind } from "../../../api/devices";

const chosen: Partial<Record<Kind | "speaker", string>> = {};

/** Keep a choice until the page is closed. */
export function choose(kind: Kind | "speaker", id: string): void {
  chosen[kind] = id;
}

/** What was chosen, by kind; nothing where nobody chose. */
export function chosenDevices(): Readonly<typeof chosen> {
  return chosen;
}
