import { type ReactNode, useEffect, useState } from "react";
import { useAround } from "../../../room/hooks";
import { type Media, MediaContext, MissingContext } from "./media";
import type { Opened } from "./opened";

/** Sound and picture for what is in it: loaded once one is inside, and let go with it. */
export function Sounding({ children }: { children: ReactNode }) {
  const { store, session } = useAround();
  const [media, setMedia] = useState<Media | null>(null);
  const [missing, setMissing] = useState(false);
  useEffect(() => {
    let opened: Opened | null = null;
    let gone = false;
    // Where it can not be loaded, the page says so, and the room goes on by writing and hands.
    void import("./opened").then(
      ({ openMedia }) => {
        if (gone) return;
        opened = openMedia(store, session);
        setMedia(opened.media);
      },
      () => setMissing(!gone),
    );
    return () => {
      gone = true;
      opened?.end();
      setMedia(null);
    };
  }, [store, session]);
  return (
    <MediaContext value={media}>
      <MissingContext value={missing}>{children}</MissingContext>
    </MediaContext>
  );
}
