// What one has chosen to see, for oneself and for as long as the page is open.

import { createContext, useContext } from "react";
import type { Wish } from "./tiles";

export type View = "circle" | "faces";

export type Choices = {
  readonly wish: Wish;
  /** Null: faces as soon as there are any. */
  readonly view: View | null;
  /** Whether the page lacks the part that shows faces. */
  readonly faceless: boolean;
  readonly captions: boolean;
  /** Whether one types captions oneself: for staff, whom nobody has asked to. */
  readonly typing: boolean;
  readonly pin: (key: string | null) => void;
  readonly look: (view: View) => void;
  readonly loseFaces: () => void;
  readonly hideSelf: (hidden: boolean) => void;
  readonly showCaptions: (shown: boolean) => void;
  readonly typeCaptions: (typing: boolean) => void;
};

export const ChoicesContext = createContext<Choices | null>(null);

/** The choices of this page, and how to change them. */
export function useWish(): Choices {
  const choices = useContext(ChoicesContext);
  if (choices === null) throw new Error("There is nothing to choose around this component.");
  return choices;
}
