// What somebody types, once they have paused.

import { useEffect, useState } from "react";

const PAUSE_MS = 300;

/** A value, as it was when it had not changed for a moment. */
export function useSettled<T>(value: T, pause = PAUSE_MS): T {
  const [settled, settle] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => settle(value), pause);
    return () => clearTimeout(timer);
  }, [value, pause]);
  return settled;
}
