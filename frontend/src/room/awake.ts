// Keeps the screen of a phone on while its person is in the group, where the browser can.

import { useEffect } from "react";

/** A screen that locks itself would end the connection, and with it the minutes. */
export function useAwake(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | null = null;
    let gone = false;
    async function ask() {
      if (gone || document.visibilityState !== "visible") return;
      // Refused by a low battery or an old browser: the page works without.
      lock = (await navigator.wakeLock?.request("screen").catch(() => null)) ?? null;
      if (gone) void lock?.release();
    }
    const shown = () => void ask();
    void ask();
    document.addEventListener("visibilitychange", shown);
    return () => {
      gone = true;
      document.removeEventListener("visibilitychange", shown);
      void lock?.release();
    };
  }, []);
}
