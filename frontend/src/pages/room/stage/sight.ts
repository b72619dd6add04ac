// What somebody has scrolled to, so that only that need be sent.

import { type RefObject, useEffect, useRef, useState } from "react";

/** Who only scrolls past begins nothing anew. */
const LINGER_MS = 1_500;

/** Whether an element is in sight, or was a moment ago; true where a browser can not tell. */
export function useInSight<E extends Element>(): [RefObject<E | null>, boolean] {
  const element = useRef<E>(null);
  const [seen, setSeen] = useState(true);
  useEffect(() => {
    const shown = element.current;
    if (shown === null || typeof IntersectionObserver === "undefined") return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const watch = new IntersectionObserver((entries) => {
      clearTimeout(timer);
      if (entries.at(-1)?.isIntersecting) setSeen(true);
      else timer = setTimeout(() => setSeen(false), LINGER_MS);
    });
    watch.observe(shown);
    return () => {
      clearTimeout(timer);
      watch.disconnect();
    };
  }, []);
  return [element, seen];
}
