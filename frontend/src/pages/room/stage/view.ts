// Whether one sees the circle or faces: by one's own choice, else as soon as there is a picture;
// the circle where the page could not load what shows faces.

import { useRoom } from "../../../room/hooks";
import { useWish, type View } from "./choices";
import { anyPicture } from "./tiles";

/** What is shown now, and whether there is anything to choose between. */
export function useView(): { readonly view: View; readonly any: boolean } {
  const { view, faceless } = useWish();
  const any = useRoom(anyPicture);
  return { view: any && !faceless ? (view ?? "faces") : "circle", any };
}
