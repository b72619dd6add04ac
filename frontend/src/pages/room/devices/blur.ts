// How a camera that is tried is blurred: by the camera itself, as it will be in the group, or else
// on this page only, for a first look.

import { useEffect, useState } from "react";
import { blurs, canBlur } from "../../../api/devices";
import { chooseBlur, chosenBlur } from "./chosen";

export type Blur = {
  /** `behind` is what the others would see too; null until the camera has answered. */
  readonly how: "behind" | "here" | "clear" | null;
  /** Whether the camera can blur, so that what is chosen holds in the group. */
  readonly holds: boolean;
  readonly turn: () => void;
};

type Answer = { readonly track: MediaStreamTrack; readonly blurred: boolean };

/** Blurred until one asks for more; what the camera can do is kept for the room. */
export function useBlur(stream: MediaStream | null): Blur {
  const track = stream?.getTracks()[0];
  const holds = track !== undefined && canBlur(track);
  const [wanted, want] = useState(() => chosenBlur() ?? true);
  const [answer, setAnswer] = useState<Answer | null>(null);
  useEffect(() => {
    if (track === undefined || !canBlur(track)) return;
    let gone = false;
    chooseBlur(wanted);
    void track
      .applyConstraints({ backgroundBlur: wanted })
      .catch(() => undefined)
      .then(() => {
        if (!gone) setAnswer({ track, blurred: blurs(track) });
      });
    return () => {
      gone = true;
    };
  }, [track, wanted]);
  const how = holds ? seen(answer, track) : wanted ? "here" : "clear";
  return { how, holds, turn: () => want(how === "clear") };
}

/** What an answer says, unless it is another camera's. */
function seen(answer: Answer | null, track: MediaStreamTrack): "behind" | "clear" | null {
  if (answer?.track !== track) return null;
  return answer.blurred ? "behind" : "clear";
}
