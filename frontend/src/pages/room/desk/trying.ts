// A command given from a dialog: what is refused is said in the dialog, where one looks.

import { useCallback, useState } from "react";
import { Problem } from "../../../api/http";
import type { Command } from "../../../api/protocol.gen";
import { Refused } from "../../../room/errands";
import { useAround } from "../../../room/hooks";

type Trying = {
  /** Whether it was done. */
  readonly give: (command: Command) => Promise<boolean>;
  /** Why the last one was not. */
  readonly error: Problem | null;
};

export function useTrying(): Trying {
  const { store } = useAround();
  const [error, setError] = useState<Problem | null>(null);
  const give = useCallback(
    async (command: Command) => {
      try {
        await store.give(command);
        setError(null);
        return true;
      } catch (thrown) {
        const { code, message } = thrown instanceof Refused ? thrown : { code: "", message: "" };
        setError(new Problem(0, code, message));
        return false;
      }
    },
    [store],
  );
  return { give, error };
}
