// Asking for help: over the socket, over HTTP where it does not answer, and done once either way.

import { useRef, useState } from "react";
import { give as giveByHttp } from "../../api/sessions";
import { useAround } from "../../room/hooks";

const PATIENCE_MS = 4000;

export type Asking = "no" | "asking" | "sent" | "failed";

export function useAsking(): {
  readonly ask: (words: string) => Promise<void>;
  readonly state: Asking;
} {
  const { store, session } = useAround();
  const [state, setState] = useState<Asking>("no");
  const asked = useRef({ words: "", ref: "" });

  async function ask(words: string) {
    setState("asking");
    const said = words.trim();
    // The same words again are the same asking: whichever way arrives first, staff see one alert.
    if (asked.current.ref === "" || asked.current.words !== said)
      asked.current = { words: said, ref: crypto.randomUUID() };
    const { ref } = asked.current;
    const command = { type: "AskForHelp", words: said } as const;
    const sent = () => setState("sent");
    // It goes on trying behind what the page says, and says so when it has arrived after all.
    const bySocket = store.give(command, ref).then(sent);
    const open = store.view.status.kind === "open";
    const late = new Promise<never>((_, no) => setTimeout(no, open ? PATIENCE_MS : 0));
    await Promise.race([bySocket, late]).catch(() =>
      giveByHttp(session, command, ref).then(sent, () => setState(unless("sent", "failed"))),
    );
    bySocket.catch(() => undefined);
  }
  return { ask, state };
}

/** Another state, unless it is already this one. */
function unless(kept: Asking, next: Asking): (now: Asking) => Asking {
  return (now) => (now === kept ? now : next);
}
