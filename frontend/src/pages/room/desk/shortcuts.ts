// The desk's keys: with Alt, so that no single letter does anything, and never while one types.

import { useEffect, useRef } from "react";

export const SHORTCUTS = {
  muteAll: { code: "KeyM", keys: "Alt+M" },
  admitAll: { code: "KeyA", keys: "Alt+A" },
  callOn: { code: "KeyC", keys: "Alt+C" },
  nextTurn: { code: "KeyN", keys: "Alt+N" },
  lock: { code: "KeyL", keys: "Alt+L" },
} as const;

export type Shortcut = keyof typeof SHORTCUTS;
export const ALL = Object.keys(SHORTCUTS) as readonly Shortcut[];

type Pressed = Pick<
  KeyboardEvent,
  "code" | "altKey" | "ctrlKey" | "metaKey" | "shiftKey" | "repeat" | "target"
>;

/** Which shortcut was pressed; null while somebody types or answers a dialog. */
export function pressed(event: Pressed): Shortcut | null {
  const bare = event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
  if (!bare || event.repeat || busy(event.target)) return null;
  return ALL.find((one) => SHORTCUTS[one].code === event.code) ?? null;
}

function busy(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  return target.closest("input, textarea, select, [contenteditable], [role=dialog]") !== null;
}

/** Do something at each shortcut, as long as this component shows. */
export function useShortcuts(act: (shortcut: Shortcut) => void): void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    function listen(event: KeyboardEvent) {
      const shortcut = pressed(event);
      if (shortcut === null) return;
      event.preventDefault();
      latest.current(shortcut);
    }
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
}
