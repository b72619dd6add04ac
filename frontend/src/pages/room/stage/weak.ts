// Whose connection is weak, for whoever is here with sound: said the same way wherever they show.

import type { PersonView } from "../../../api/protocol.gen";
import { useLevel } from "./media";

/** What is wrong with somebody's connection; null where it is well, or nobody knows. */
export function useWeak({
  seat,
  state,
  follows,
}: Pick<PersonView, "seat" | "state" | "follows">): "poor" | "none" | null {
  const level = useLevel(seat);
  // Whoever only reads has no connection to speak of; of whoever is away that is said instead.
  if (state !== "here" || follows === "text") return null;
  return level === 0 ? "none" : level === 1 ? "poor" : null;
}
