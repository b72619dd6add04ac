// The kinds of entries, by what they are about; and those that the picture shows.

import type { Event } from "../../api/protocol.gen";

export type Kind = Event["type"];

export const TOPICS = [
  "door",
  "time",
  "presence",
  "floor",
  "talk",
  "together",
  "sound",
  "places",
  "team",
  "safety",
  "record",
] as const;
export type Topic = (typeof TOPICS)[number];

/** What each kind of entry is about. */
export const TOPIC: Record<Kind, Topic> = {
  ...{ Knocked: "door", Admitted: "door", CameBack: "door", Left: "door", RefusedEntry: "door" },
  ...{ SentBack: "door", Locked: "door", Unlocked: "door", Removed: "door", LetIn: "door" },
  ...{ DoorOpened: "time", StartDue: "time", Started: "time", BreakStarted: "time" },
  ...{ BreakEnded: "time", Extended: "time", Warned: "time", Held: "time", Resumed: "time" },
  ...{ Ended: "time", NotHeld: "time", Cancelled: "time" },
  ...{ Connected: "presence", ConnectionLost: "presence", GivenUp: "presence" },
  ...{ SteppedAway: "presence", SteppedBack: "presence" },
  ...{ HandRaised: "floor", HandLowered: "floor", HandsLowered: "floor", CalledOn: "floor" },
  ...{ RoundStarted: "floor", TurnStarted: "floor", TurnExtended: "floor", TurnTaken: "floor" },
  ...{ TurnPassed: "floor", RoundEnded: "floor" },
  ...{ Posted: "talk", MessageDeleted: "talk", ChatModeSet: "talk", Reacted: "talk" },
  ...{ Announced: "talk", TalkErased: "talk" },
  ...{ PresenceAsked: "together", PresenceAnswered: "together", PresenceMissed: "together" },
  ...{ PresenceClosed: "together", RoundOpened: "together", RoundClosed: "together" },
  ...{ CheckedIn: "together" },
  ...{ MicrophoneSet: "sound", CameraSet: "sound", Muted: "sound", AllMuted: "sound" },
  ...{ CameraTurnedOff: "sound", UnmuteAllowed: "sound", UnmuteAsked: "sound" },
  ...{ SpeechNoted: "sound", Following: "sound", TextAllowed: "sound" },
  ...{ PlacesOpened: "places", Moved: "places", RecallStarted: "places", PlacesClosed: "places" },
  ...{ Spotlighted: "places", SharingStarted: "places", SharingStopped: "places" },
  ...{ InvitedToShare: "places", InvitationWithdrawn: "places" },
  ...{ LeadChanged: "team", Promoted: "team", SteppedDown: "team", StaffAssigned: "team" },
  ...{ StaffDismissed: "team", MemberExpected: "team", GuestInvited: "team" },
  ...{ AlertRaised: "safety", HelpAsked: "safety", AlertAcknowledged: "safety" },
  ...{ HelpComing: "safety", AlertRepeated: "safety", AlertResolved: "safety" },
  ...{ TimeCorrected: "record", RecordSigned: "record" },
};

export function kindsOf(topic: Topic): readonly Kind[] {
  return (Object.keys(TOPIC) as Kind[]).filter((kind) => TOPIC[kind] === topic);
}

export function isKind(kind: string | null): kind is Kind {
  return kind !== null && kind in TOPIC;
}

/** What the picture is drawn from, beside the times of the attendance. */
export const PICTURED: readonly Kind[] = [
  ...(["SentBack", "Removed", "RefusedEntry"] as const),
  ...(["HandRaised", "CalledOn", "TurnTaken", "TurnPassed"] as const),
  ...(["PresenceAnswered", "PresenceMissed", "Posted", "Reacted", "CheckedIn"] as const),
];
