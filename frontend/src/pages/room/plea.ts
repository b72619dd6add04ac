// The asking for help of the page: one, above every view of the room and its dialogs.

import { createContext, useContext, useEffect, useState, useSyncExternalStore } from "react";
import type { You } from "../../api/protocol.gen";
import { give } from "../../api/sessions";
import { useRoom } from "../../room/hooks";
import { Plea, type PleaView } from "../../room/plea";
import type { RoomStore } from "../../room/store";

export const PleaContext = createContext<Plea | null>(null);

/** A plea that lives as long as the page shows this room. */
export function useNewPlea(store: RoomStore, session: string): Plea {
  const [plea] = useState(() => new Plea(store, (command, ref) => give(session, command, ref)));
  useEffect(() => plea.start(), [plea]);
  return plea;
}

type Pleading = PleaView & {
  readonly plea: Plea;
  /** What the room has answered to this asking; what it said of an older one is nothing. */
  readonly helped: You["helped"];
  /** Whether one is to call rather than wait. */
  readonly urgent: boolean;
};

/** The asking around this component, and how it stands. */
export function usePlea(): Pleading {
  const plea = useContext(PleaContext);
  if (plea === null) throw new Error("There is no asking for help around this component.");
  const view = useSyncExternalStore(plea.subscribe, plea.read);
  const told = useRoom((room) => room.you.helped);
  const helped = view.state === "sent" && view.answered ? told : null;
  const unsent = view.state === "failed" || view.state === "refused";
  const unheard = view.state === "sent" && (helped === null || helped === "nobody_here");
  return { ...view, plea, helped, urgent: unsent || unheard };
}
