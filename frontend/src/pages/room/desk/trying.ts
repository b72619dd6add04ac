// A command given from a dialog: what is refused is said in the dialog, where one looks.

import { useCallback, useRef, useState } from "react";
import { Problem } from "../../../api/http";
import type { Command } from "../../../api/protocol.gen";
import { Refused } from "../../../room/errands";
import { useAround } from "../../../room/hooks";

type Trying = {
  /** Whether it was done. While one is on its way, another press gives nothing. */
  readonly give: (command: Command) => Promise<boolean>;
  readonly busy: boolean;
  /** Why the last one was not. */
  readonly error: Problem | null;
};

export function useTrying(): Trying {
  const { store } = useAround();
  const [error, setError] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const open = useRef(false);
  const give = useCallback(
    async (command: Command) => {
      if (open.current) return false;
      open.current = true;
      setBusy(true);
      try {
        await store.give(command);
        setError(null);
        return true;
      } catch (thrown) {
        const { code, message } = thrown instanceof Refused ? thrown : { code: "", message: "" };
        setError(new Problem(0, code, message));
        return false;
      } finally {
        open.current = false;
        setBusy(false);
      }
    },
    [store],
  );
  return { give, busy, error };
}
