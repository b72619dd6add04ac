import { type ReactNode, useCallback, useEffect, useMemo, useState } from "react";
import { ChoicesContext, type View } from "./choices";
import { useMedia } from "./media";
import { pictureOf, type Wish } from "./tiles";

const NOTHING: Wish = { pinned: null, selfHidden: false };

/** Holds what one has chosen to see; it is nobody else's business, and kept nowhere. */
export function Chosen({ children }: { children: ReactNode }) {
  const [wish, setWish] = useState(NOTHING);
  const [view, look] = useState<View | null>(null);
  const [faceless, setFaceless] = useState(false);
  const [captions, showCaptions] = useState(true);
  const [typing, typeCaptions] = useState(false);
  const media = useMedia();
  const pin = useCallback((pinned: string | null) => setWish((now) => ({ ...now, pinned })), []);
  // What is pinned is never paused, wherever it is shown.
  useEffect(() => media?.pin(pictureOf(wish.pinned)), [media, wish.pinned]);
  const hideSelf = useCallback(
    (selfHidden: boolean) => setWish((now) => ({ ...now, selfHidden })),
    [],
  );
  const loseFaces = useCallback(() => setFaceless(true), []);
  const choices = useMemo(
    () => ({
      ...{ wish, view, faceless, captions, typing, pin, look, loseFaces, hideSelf },
      ...{ showCaptions, typeCaptions },
    }),
    [wish, view, faceless, captions, typing, pin, loseFaces, hideSelf],
  );
  return <ChoicesContext value={choices}>{children}</ChoicesContext>;
}
