// Parts that staff load when they open them, together with the words in them.

import { type ComponentType, lazy } from "react";
import { staffWords } from "../words";

/** A part of the staff's that is not in what participants load. */
export function staffPart<Props>(load: () => Promise<{ default: ComponentType<Props> }>) {
  return lazy(async () => {
    const [part] = await Promise.all([load(), staffWords()]);
    return part;
  });
}
