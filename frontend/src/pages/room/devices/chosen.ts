// What somebody chose at the device check, for the room that follows; in memory only.

import type { Kind } from "../../../api/devices";

const chosen: Partial<Record<Kind | "speaker", string>> = {};
let blur: boolean | null = null;

/** Keep a choice until the page is closed. */
export function choose(kind: Kind | "speaker", id: string): void {
  chosen[kind] = id;
}

/** What was chosen, by kind; nothing where nobody chose. */
export function chosenDevices(): Readonly<typeof chosen> {
  return chosen;
}

/** Keep whether what is behind one shall be blurred. */
export function chooseBlur(on: boolean): void {
  blur = on;
}

/** Whether what is behind one shall be blurred; null where nobody chose. */
export function chosenBlur(): boolean | null {
  return blur;
}
