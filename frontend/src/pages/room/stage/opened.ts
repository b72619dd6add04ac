// The media of a room, apart from the page that waits for nothing of it: loaded once one is inside.

import { browser } from "../../../media/browser";
import { RoomMedia } from "../../../media/media";
import type { Media } from "../../../media/sound";
import type { RoomStore } from "../../../room/store";
import { chosenBlur, chosenDevices } from "../devices/chosen";

export type Opened = { readonly media: Media; readonly end: () => void };

const KINDS = ["microphone", "camera", "speaker"] as const;

/** Open the media of a room, as was chosen at the check; `end` lets them go. */
export function openMedia(store: RoomStore, session: string): Opened {
  const media = new RoomMedia(store, session, browser);
  const end = media.start();
  const chosen = chosenDevices();
  for (const kind of KINDS) if (chosen[kind]) void media.choose(kind, chosen[kind]);
  const blur = chosenBlur();
  if (blur !== null) void media.setBlur(blur);
  return { media, end };
}
