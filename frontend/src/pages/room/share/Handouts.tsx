import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { useRoom } from "../../../room/hooks";
import { person } from "../../../room/state";
import { useMedia } from "../stage/media";
import type { Handout } from "./handout";
import { ShareDialog } from "./ShareDialog";

type Handouts = {
  /** What one shows now. */
  readonly handout: Handout | null;
  /** Show a handout to everyone; whether that came about. */
  readonly show: (handout: Handout) => Promise<boolean>;
  /** Ask whoever was invited what to share. */
  readonly ask: () => void;
};

const HandoutsContext = createContext<Handouts | null>(null);

/** The handout that this page shows. */
export function useHandouts(): Handouts {
  const handouts = useContext(HandoutsContext);
  if (handouts === null) throw new Error("No handout can be shown around this component.");
  return handouts;
}

/** Holds the handout that is shown, and lets it go when it is shown no more. */
export function HandoutHolder({ children }: { children: ReactNode }) {
  const media = useMedia();
  const [handout, setHandout] = useState<Handout | null>(null);
  const [asking, setAsking] = useState(false);
  const held = useRef<Handout | null>(null);
  const shared = useRoom((room) => person(room, room.you.seat)?.shares === "handout");

  const hold = useCallback((next: Handout | null) => {
    held.current?.close();
    held.current = next;
    setHandout(next);
  }, []);
  useEffect(() => {
    if (!shared) hold(null);
  }, [shared, hold]);
  useEffect(() => () => held.current?.close(), []);

  const show = useCallback(
    async (next: Handout) => {
      const track = next.track();
      if (media === null || track === null || !(await media.shareTrack(track))) {
        next.close();
        return false;
      }
      hold(next);
      return true;
    },
    [media, hold],
  );
  const ask = useCallback(() => setAsking(true), []);
  const value = useMemo(() => ({ handout, show, ask }), [handout, show, ask]);
  return (
    <HandoutsContext value={value}>
      {children}
      <ShareDialog open={asking} close={() => setAsking(false)} />
    </HandoutsContext>
  );
}
