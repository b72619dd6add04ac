// Whether somebody is at the page: what it asks by itself must not keep a forgotten page signed in.

const AWAY_MS = 60_000;

let touched = Date.now();

for (const kind of ["pointerdown", "keydown", "wheel", "touchmove"] as const)
  window.addEventListener(kind, () => touch(), { passive: true, capture: true });

/** Somebody has just done something here. */
export function touch(): void {
  touched = Date.now();
}

/** Since when nobody has done anything here, in ms. */
export function untouched(): number {
  return Date.now() - touched;
}

/** Whether nobody has done anything here for a while. */
export function away(): boolean {
  return untouched() > AWAY_MS;
}
