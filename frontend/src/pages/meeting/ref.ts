// The client's own id of one act: the same for the same words, so that a second try does it once.

import { useRef } from "react";

/** An id for what is about to be given; another one as soon as that differs, or is done. */
export function useActRef(): { readonly of: (act: string) => string; readonly done: () => void } {
  const known = useRef({ act: "", ref: "" });
  return {
    of: (act) => {
      if (known.current.act !== act) known.current = { act, ref: crypto.randomUUID() };
      return known.current.ref;
    },
    done: () => {
      known.current = { act: "", ref: "" };
    },
  };
}
