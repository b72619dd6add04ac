// Made by `npm run generate` from docs/protocol.schema.json. Do not edit.

export const PROTOCOL = "vgroup.v1";

export type ClientFrame = Hello | CommandFrame | Beat | SignalOut | MediaOut | CaptionOut;

export type ServerFrame = Welcome | EventFrame | Ack | ErrorFrame | SignalIn | MediaIn | CaptionIn | BeatBack;

export type Command = Acknowledge | AddTime | Admit | AdmitAll | AllowText | AllowUnmute | Announce | AnswerPresence | AskForHelp | AskPresence | AskToUnmute | AssignStaff | Break | CallOn | CameraOff | Cancel | CheckIn | CloseRound | ComeBack | Connect | CorrectTime | DeleteMessage | Disconnect | DismissStaff | End | EndBreak | EndRound | ExpectMember | Extend | Follow | Forget | GoTo | HandOver | InviteGuest | InviteToShare | Knock | Leave | LetBackIn | Lock | LowerAll | LowerHand | Move | Mute | MuteAll | NextTurn | NoteSpeech | OpenDoor | OpenPlaces | OpenRound | Pass | Post | Promote | RaiseAlert | RaiseHand | React | Recall | Refuse | Remove | ReportSpeech | Resolve | SendBack | SetCamera | SetChatMode | SetMicrophone | SignRecord | Spotlight | Start | StartRound | StartSharing | StepAway | StepDown | StopSharing | Tick | Unlock | WithdrawInvitation;

export type Event = Admitted | AlertAcknowledged | AlertRaised | AlertRepeated | AlertResolved | AllMuted | Announced | BreakEnded | BreakStarted | CalledOn | CameBack | CameraSet | CameraTurnedOff | Cancelled | ChatModeSet | CheckedIn | Connected | ConnectionLost | DoorOpened | Ended | Extended | Following | GivenUp | GuestInvited | HandLowered | HandRaised | HandsLowered | Held | HelpAsked | HelpComing | InvitationWithdrawn | InvitedToShare | Knocked | LeadChanged | Left | LetIn | Locked | MemberExpected | MessageDeleted | MicrophoneSet | Moved | Muted | NotHeld | PlacesClosed | PlacesOpened | Posted | PresenceAnswered | PresenceAsked | PresenceClosed | PresenceMissed | Promoted | Reacted | RecallStarted | RecordSigned | RefusedEntry | Removed | Resumed | RoundClosed | RoundEnded | RoundOpened | RoundStarted | SentBack | SharingStarted | SharingStopped | SpeechNoted | Spotlighted | StaffAssigned | StaffDismissed | StartDue | Started | SteppedAway | SteppedBack | SteppedDown | TalkErased | TextAllowed | TimeCorrected | TurnExtended | TurnPassed | TurnStarted | TurnTaken | Unlocked | UnmuteAllowed | UnmuteAsked | Warned;

export type CloseCode = 4000 | 4001 | 4002 | 4003 | 4500 | 4501 | 4502 | 4503;

/** The command `ref` is in the ledger, or needed nothing. */
export type Ack = {
  readonly type: "ack";
  readonly ref: string;
  readonly cursor: string;
};

/** Take an alert in hand. */
export type Acknowledge = {
  readonly type: "Acknowledge";
  readonly alert: string;
};

/** Give the speaker some seconds more. */
export type AddTime = {
  readonly type: "AddTime";
  readonly seconds: number;
};

/** Let one person in; `late` and `over_capacity` are reasons, where the rules ask for one. */
export type Admit = {
  readonly type: "Admit";
  readonly seat: string;
  readonly identity: "document" | "known" | "name_and_birth_date" | "vouched";
  readonly late?: string;
  readonly over_capacity?: string;
};

/** Let in everyone about whom there is nothing to decide, in the order of their knocks. */
export type AdmitAll = {
  readonly type: "AdmitAll";
  readonly identity: "document" | "known" | "name_and_birth_date" | "vouched";
};

/** Someone was let in; `by` is None where being on the team was enough. */
export type Admitted = {
  readonly type: "Admitted";
  readonly seat: string;
  readonly by?: string | null;
  readonly identity?: string;
  readonly late?: string;
  readonly over_capacity?: string;
};

/** A member of staff has the alert in hand. */
export type AlertAcknowledged = {
  readonly type: "AlertAcknowledged";
  readonly alert: string;
  readonly by: string;
};

/** Staff must look after someone. `item` is whose rule fired: `<moment>.<item>`. */
export type AlertRaised = {
  readonly type: "AlertRaised";
  readonly alert: string;
  readonly seat: string;
  readonly source: "check_in" | "help" | "message" | "staff";
  readonly item: string | null;
};

/** The person of an open alert has lost the connection. */
export type AlertRepeated = {
  readonly type: "AlertRepeated";
  readonly alert: string;
  readonly seat: string;
};

/** An alert is closed. */
export type AlertResolved = {
  readonly type: "AlertResolved";
  readonly alert: string;
  readonly by: string;
  readonly outcome: "emergency_services" | "mistaken" | "not_reached" | "referred" | "safe" | "safety_plan";
};

/** When an answer calls staff: at least a number, or one of some values. */
export type AlertRule = {
  readonly at_least: number | null;
  readonly any_of: readonly (string)[];
};

/** An alert, for staff, with the last location and call-back number of its person.
 *
 * `somebody_else`: raised before somebody else was found in the seat, and about them. */
export type AlertView = {
  readonly alert: string;
  readonly seat: string;
  readonly source: "check_in" | "help" | "message" | "staff";
  readonly item: string | null;
  readonly at: number;
  readonly by: string | null;
  readonly dropped: boolean;
  readonly outcome: "emergency_services" | "mistaken" | "not_reached" | "referred" | "safe" | "safety_plan" | null;
  readonly words: string | null;
  readonly quoted: string | null;
  readonly location: string | null;
  readonly callback: string | null;
  readonly somebody_else: boolean;
};

/** A facilitator turned all microphones off but the staff's. */
export type AllMuted = {
  readonly type: "AllMuted";
};

/** Say whether participants may take part by text alone; whoever does already goes on. */
export type AllowText = {
  readonly type: "AllowText";
  readonly allowed: boolean;
};

/** Say whether people may turn their own microphone on. */
export type AllowUnmute = {
  readonly type: "AllowUnmute";
  readonly allowed: boolean;
};

/** Tell everyone something, in every place and in the waiting room. */
export type Announce = {
  readonly type: "Announce";
  readonly text: string;
};

/** A facilitator told everyone something. */
export type Announced = {
  readonly type: "Announced";
  readonly message: string;
  readonly seat: string;
};

/** Say that one is with the group. */
export type AnswerPresence = {
  readonly type: "AnswerPresence";
};

/** The answers of a check-in. */
export type Answers = {
  readonly form: string;
  readonly moment: "after" | "before" | "round";
  readonly answers: Readonly<Record<string, number | string | null>>;
};

/** Tell the staff, and nobody else, that one needs help. */
export type AskForHelp = {
  readonly type: "AskForHelp";
  readonly words?: string;
};

/** Ask everyone "are you with us?". */
export type AskPresence = {
  readonly type: "AskPresence";
};

/** Ask someone to turn their microphone on, whatever the rule; they decide. */
export type AskToUnmute = {
  readonly type: "AskToUnmute";
  readonly seat: string;
};

/** Assign a substitute, also while the group runs; from the office only. */
export type AssignStaff = {
  readonly type: "AssignStaff";
  readonly staff: Staff;
};

/** What a person says at the door: where they are and that the place is fit for a group.
 *
 * `state` is the code of the state or region; an empty `location` keeps a person waiting. */
export type Attestation = {
  readonly state: string;
  readonly location: string;
  readonly callback: string;
  readonly alone: boolean;
  readonly headphones: boolean;
  readonly sober: boolean;
  readonly not_driving: boolean;
  readonly agreements: boolean;
};

/** A sign of life, due every ten seconds; without any for 25 s the socket counts as lost.
 *
 * It is answered by a `beat`, so that a client too knows that the other side is there. */
export type Beat = {
  readonly type: "beat";
};

/** The answer to a `beat`; `now` is the server's time in ms UTC. */
export type BeatBack = {
  readonly type: "beat";
  readonly now: number;
};

/** Take a break of some minutes; it ends by itself. */
export type Break = {
  readonly type: "Break";
  readonly minutes: number;
};

/** The group runs again. */
export type BreakEnded = {
  readonly type: "BreakEnded";
  readonly early: boolean;
};

/** A break runs until `until`, ms UTC; no time is credited. */
export type BreakStarted = {
  readonly type: "BreakStarted";
  readonly until: number;
  readonly by: string;
};

/** Give someone the floor; their hand goes down. */
export type CallOn = {
  readonly type: "CallOn";
  readonly seat: string;
};

/** Someone was given the floor. */
export type CalledOn = {
  readonly type: "CalledOn";
  readonly seat: string;
};

/** Someone who had been admitted is inside again. */
export type CameBack = {
  readonly type: "CameBack";
  readonly seat: string;
  readonly over_capacity?: string;
};

/** Turn someone's camera off. */
export type CameraOff = {
  readonly type: "CameraOff";
  readonly seat: string;
};

/** Someone turned their camera on or off. */
export type CameraSet = {
  readonly type: "CameraSet";
  readonly seat: string;
  readonly on: boolean;
};

/** A facilitator turned someone's camera off. */
export type CameraTurnedOff = {
  readonly type: "CameraTurnedOff";
  readonly seat: string;
};

/** Call the session off before it has started. */
export type Cancel = {
  readonly type: "Cancel";
  readonly reason: string;
};

/** The session was called off. */
export type Cancelled = {
  readonly type: "Cancelled";
  readonly reason?: string;
};

/** What somebody says, typed by `sender`; it is kept nowhere. */
export type CaptionIn = {
  readonly type: "caption";
  readonly sender: string;
  readonly text: string;
};

/** What is being said, typed by a captioner or staff, for everyone in the place; not kept. */
export type CaptionOut = {
  readonly type: "caption";
  readonly text: string;
};

/** The chat's mode; what the mode hides is hidden from everyone at once, and stays hidden. */
export type ChatModeSet = {
  readonly type: "ChatModeSet";
  readonly mode: "off" | "open" | "to_staff";
};

/** Answer some items of the form; None is "prefer not to say". `done` when all is said. */
export type CheckIn = {
  readonly type: "CheckIn";
  readonly moment: "after" | "before" | "round";
  readonly answers: Readonly<Record<string, number | string | null>>;
  readonly done?: boolean;
};

/** Someone answered, or changed, items of a check-in; `done` when they say so. */
export type CheckedIn = {
  readonly type: "CheckedIn";
  readonly seat: string;
  readonly form: string;
  readonly moment: "after" | "before" | "round";
  readonly done: boolean;
};

/** End the check-in round. */
export type CloseRound = {
  readonly type: "CloseRound";
};

/** Be back after stepping away. */
export type ComeBack = {
  readonly type: "ComeBack";
};

/** A command; `ref` is the client's own id for it: sent twice, it is done once. */
export type CommandFrame = {
  readonly type: "command";
  readonly ref: string;
  readonly command: Command;
};

/** A socket of this person opened; given by the shell. */
export type Connect = {
  readonly type: "Connect";
  readonly connection: string;
};

/** A connection opened; `first` where the person had none. */
export type Connected = {
  readonly type: "Connected";
  readonly seat: string;
  readonly connection?: string;
  readonly first: boolean;
};

/** A connection is gone since `as_of`; `last` where the person has no other. */
export type ConnectionLost = {
  readonly type: "ConnectionLost";
  readonly seat: string;
  readonly connection?: string;
  readonly as_of: number;
  readonly last: boolean;
};

/** Whom to reach when the room is not enough. */
export type Contact = {
  readonly name: string;
  readonly phone: string;
  readonly note: string;
};

/** Say when the group really started, paused or ended, with a reason; the original stays.
 *
 * `until` is the end of a break; times are ms UTC. */
export type CorrectTime = {
  readonly type: "CorrectTime";
  readonly what: "break" | "end" | "start";
  readonly at: number;
  readonly reason: string;
  readonly until?: number | null;
};

/** Take a message away from everyone's view; one's own, or for staff anyone's. */
export type DeleteMessage = {
  readonly type: "DeleteMessage";
  readonly message: string;
};

/** A socket of this person closed or fell silent; `as_of` is its last sign of life, ms UTC. */
export type Disconnect = {
  readonly type: "Disconnect";
  readonly connection: string;
  readonly as_of?: number | null;
};

/** Take an assignment back; from the office only. */
export type DismissStaff = {
  readonly type: "DismissStaff";
  readonly seat: string;
};

/** The door is open; rules and people are fixed from here on, whatever is edited later. */
export type DoorOpened = {
  readonly type: "DoorOpened";
  readonly plan?: Plan;
};

/** End the group for everyone. */
export type End = {
  readonly type: "End";
  readonly reason?: "facilitator" | "safety" | "technical";
};

/** End the break early. */
export type EndBreak = {
  readonly type: "EndBreak";
};

/** End the go-round. */
export type EndRound = {
  readonly type: "EndRound";
};

/** The group has ended for everyone; that it was for someone's safety is for staff alone. */
export type Ended = {
  readonly type: "Ended";
  readonly cause: "facilitator" | "no_facilitator" | "safety" | "technical" | "time";
};

/** The command `ref` was refused (None: the frame itself); nothing changed. */
export type ErrorFrame = {
  readonly type: "error";
  readonly ref: string | null;
  readonly code: string;
  readonly message: string;
};

/** Something happened, at `at` (ms UTC); `private` are the texts this person may read.
 *
 * `person` is whom an arrival brings in, `name` what the group calls whoever wrote; both are left out where they say nothing. */
export type EventFrame = {
  readonly type: "event";
  readonly cursor: string;
  readonly at: number;
  readonly event: Event;
  readonly private: Answers | Attestation | Note | Text | Words | null;
  readonly person?: PersonView;
  readonly name?: string;
};

/** Add someone enrolled after the door opened; from the office only. */
export type ExpectMember = {
  readonly type: "ExpectMember";
  readonly member: Member;
};

/** Someone on the roster, for staff. */
export type ExpectedView = {
  readonly seat: string;
  readonly name: string;
  readonly role: "guest" | "participant" | "staff";
  readonly function: string | null;
  readonly standing: "inside" | "left" | "outside" | "refused" | "removed" | "waiting";
  readonly connections: number;
  readonly checked_in: readonly (string)[];
  readonly checkins: Readonly<Record<string, Readonly<Record<string, number | string | null>>>>;
};

/** Let the group run longer, within the cap. */
export type Extend = {
  readonly type: "Extend";
  readonly minutes: number;
  readonly reason: string;
};

/** The group ends later, at `ends_at`, ms UTC; `busy` have another session by then. */
export type Extended = {
  readonly type: "Extended";
  readonly ends_at: number;
  readonly minutes: number;
  readonly reason?: string;
  readonly busy?: readonly (string)[];
};

/** Take part by sound and picture, by sound alone, or by what is written alone. */
export type Follow = {
  readonly type: "Follow";
  readonly mode: "all" | "sound" | "text";
};

/** How someone takes part from now; by text they are silent and blank. */
export type Following = {
  readonly type: "Following";
  readonly seat: string;
  readonly mode: "all" | "sound" | "text";
};

/** A whole process is gone, with every connection it held; `as_of` is its last sign of life. */
export type Forget = {
  readonly type: "Forget";
  readonly process: string;
  readonly as_of: number;
};

/** A versioned set of items; `id@version` names it for ever. */
export type Form = {
  readonly id: string;
  readonly version: number;
  readonly title: Readonly<Record<string, string>>;
  readonly items: readonly (Item)[];
};

/** A lost connection did not come back in time; the seat is free. */
export type GivenUp = {
  readonly type: "GivenUp";
  readonly seat: string;
};

/** Go to another place oneself, as staff. */
export type GoTo = {
  readonly type: "GoTo";
  readonly place: string;
};

/** Someone invited to this session only, for a named reason. */
export type Guest = {
  readonly seat: string;
  readonly name: string;
  readonly function: "captioner" | "family" | "interpreter" | "observer" | "student";
};

/** A guest is expected; announced to everyone. */
export type GuestInvited = {
  readonly type: "GuestInvited";
  readonly guest: Guest;
};

/** A hand is down again. */
export type HandLowered = {
  readonly type: "HandLowered";
  readonly seat: string;
};

/** Give the lead to another facilitator who is present. */
export type HandOver = {
  readonly type: "HandOver";
  readonly seat: string;
};

/** Someone asks for the floor. */
export type HandRaised = {
  readonly type: "HandRaised";
  readonly seat: string;
};

/** A raised hand, in order. */
export type HandView = {
  readonly seat: string;
  readonly since: number;
};

/** All hands are down. */
export type HandsLowered = {
  readonly type: "HandsLowered";
};

/** No facilitator is here: microphones and chat freeze, no time is credited. */
export type Held = {
  readonly type: "Held";
};

/** The first frame; `resume` is the cursor of the last frame seen, to go on from there. */
export type Hello = {
  readonly type: "hello";
  readonly resume?: string | null;
};

/** To the person alone: the staff have been told, or nobody is here to be told. */
export type HelpAsked = {
  readonly type: "HelpAsked";
  readonly staff_here: boolean;
};

/** To the person alone, who asked: someone has taken it in hand. */
export type HelpComing = {
  readonly type: "HelpComing";
};

/** A relay and the short-lived credentials for it, as the browser takes them. */
export type IceServer = {
  readonly urls: readonly (string)[];
  readonly username: string;
  readonly credential: string;
};

/** Someone who was invited to share and has not begun may not any more. */
export type InvitationWithdrawn = {
  readonly type: "InvitationWithdrawn";
  readonly seat: string;
};

/** Add a guest for this session, with a named function. */
export type InviteGuest = {
  readonly type: "InviteGuest";
  readonly guest: Guest;
};

/** Let someone share, once, if they like. */
export type InviteToShare = {
  readonly type: "InviteToShare";
  readonly seat: string;
};

/** Someone may share, once, if they like. */
export type InvitedToShare = {
  readonly type: "InvitedToShare";
  readonly seat: string;
};

/** One question: a scale (`low`..`high`), a choice (`options`) or a short text. */
export type Item = {
  readonly id: string;
  readonly kind: "choice" | "scale" | "text";
  readonly words: Readonly<Record<string, string>>;
  readonly moments: readonly ("after" | "before" | "round")[];
  readonly low: number;
  readonly high: number;
  readonly ends: Readonly<Record<string, readonly [string, string]>>;
  readonly options: readonly (Option)[];
  readonly alert: AlertRule | null;
};

/** Ask to come in. Without an attestation the last one of this session still holds. */
export type Knock = {
  readonly type: "Knock";
  readonly attestation?: Attestation | null;
};

/** Someone asked to come in; the answers themselves are private.
 *
 * `answered`: nothing in the answers keeps them waiting. `unsigned`: agreements do. `look`: staff should read the answers first. */
export type Knocked = {
  readonly type: "Knocked";
  readonly seat: string;
  readonly answered: boolean;
  readonly unsigned: boolean;
  readonly look: boolean;
  readonly state: string;
  readonly unchanged: boolean;
};

/** Someone leads from now on; why is for staff only, as a dismissal is. */
export type LeadChanged = {
  readonly type: "LeadChanged";
  readonly seat: string;
  readonly cause?: "dismissed" | "handed_over" | "lead_gone" | "started" | "stepped_down";
};

/** Leave the group, or the waiting room, by one's own word. */
export type Leave = {
  readonly type: "Leave";
};

/** Someone is no longer inside; peers see no more than this, whatever the reason. */
export type Left = {
  readonly type: "Left";
  readonly seat: string;
};

/** Let someone who was removed or refused knock again. */
export type LetBackIn = {
  readonly type: "LetBackIn";
  readonly seat: string;
};

/** Someone who was removed or refused may knock again. */
export type LetIn = {
  readonly type: "LetIn";
  readonly seat: string;
};

/** Let nobody new in. */
export type Lock = {
  readonly type: "Lock";
};

/** Nobody new comes in. */
export type Locked = {
  readonly type: "Locked";
};

/** Lower every hand. */
export type LowerAll = {
  readonly type: "LowerAll";
};

/** Lower one's own hand, or for staff anyone's. */
export type LowerHand = {
  readonly type: "LowerHand";
  readonly seat?: string | null;
};

/** What there was is gone: join anew. */
export type MediaAgain = {
  readonly kind: "again";
  readonly why: "moved" | "permitted" | "restarted" | "unreached";
};

/** SFU: the answer to the offer `n` of the receiving connection. */
export type MediaAnswer = {
  readonly kind: "answer";
  readonly n: number;
  readonly sdp: string;
};

/** SFU: the answer to what was published. */
export type MediaAnswered = {
  readonly kind: "answered";
  readonly sdp: string;
};

/** How well somebody is connected, as their device says. */
export type MediaConnected = {
  readonly kind: "connected";
  readonly seat: string;
  readonly level: 0 | 1 | 2 | 3;
};

/** A connection did not come about, or broke; it is begun anew. */
export type MediaFailed = {
  readonly kind: "failed";
};

/** What the service says to this device about its media; `data` is told apart by `kind`. */
export type MediaIn = {
  readonly type: "media";
  readonly data: MediaReady | MediaPeers | MediaPassed | MediaAnswered | MediaOffer | MediaTalking | MediaConnected | MediaPermitted | MediaAgain | MediaOver;
};

/** Give this device the media of the person's place; another device of theirs loses it. */
export type MediaJoin = {
  readonly kind: "join";
};

/** This device takes no more media. */
export type MediaLeave = {
  readonly kind: "leave";
};

/** SFU: the receiving connection as it is from now; `streams` are all its lines. */
export type MediaOffer = {
  readonly kind: "offer";
  readonly n: number;
  readonly sdp: string;
  readonly streams: readonly (Stream)[];
};

/** What this device says about its media; `data` is told apart by `kind`. */
export type MediaOut = {
  readonly type: "media";
  readonly data: MediaJoin | MediaPublish | MediaAnswer | MediaTrickle | MediaWant | MediaPass | MediaQuality | MediaFailed | MediaLeave;
};

/** This device has no media any more; nothing is to be tried before something changes. */
export type MediaOver = {
  readonly kind: "over";
  readonly why: "elsewhere" | "failed" | "full" | "no_relay" | "not_permitted" | "off";
};

/** Mesh: a description or a candidate for another device. */
export type MediaPass = {
  readonly kind: "pass";
  readonly to: string;
  readonly data: Readonly<Record<string, unknown>>;
};

/** Mesh: what another device says. */
export type MediaPassed = {
  readonly kind: "passed";
  readonly sender: string;
  readonly data: Readonly<Record<string, unknown>>;
};

/** Mesh: the other devices of the place, whole; the one with the smaller name offers. */
export type MediaPeers = {
  readonly kind: "peers";
  readonly peers: readonly (Peer)[];
};

/** What this device may send from now; the rest is silenced whatever it does. */
export type MediaPermitted = {
  readonly kind: "permitted";
  readonly permit: Permit;
};

/** SFU: the offer of the sending connection, with all candidates it has. */
export type MediaPublish = {
  readonly kind: "publish";
  readonly sdp: string;
};

/** How well this device is connected: 0 (nothing comes through) to 3 (well). */
export type MediaQuality = {
  readonly kind: "quality";
  readonly level: 0 | 1 | 2 | 3;
};

/** This device has the media of its place: `leg` is its name there.
 *
 * `relay`: only through the relay, so that nobody learns another's address. `encrypted`: what is sent must be encrypted between the devices. `video_kbps` is the most a camera may send. */
export type MediaReady = {
  readonly kind: "ready";
  readonly engine: "mesh" | "sfu";
  readonly leg: string;
  readonly permit: Permit;
  readonly ice_servers: readonly (IceServer)[];
  readonly relay: boolean;
  readonly encrypted: boolean;
  readonly video_kbps: number;
};

/** SFU: somebody begins or stops talking. */
export type MediaTalking = {
  readonly kind: "talking";
  readonly seat: string;
  readonly on: boolean;
};

/** SFU: one more candidate of a connection; None when there are no more. */
export type MediaTrickle = {
  readonly kind: "trickle";
  readonly of: "receive" | "send";
  readonly candidate: Readonly<Record<string, unknown>> | null;
};

/** SFU: which incoming streams to send at all, and how large. */
export type MediaWant = {
  readonly kind: "want";
  readonly streams: readonly (Wanted)[];
};

/** An enrolled participant, by the alias the group knows. */
export type Member = {
  readonly seat: string;
  readonly name: string;
};

/** Somebody was enrolled after the door had opened. */
export type MemberExpected = {
  readonly type: "MemberExpected";
  readonly member: Member;
};

/** A message is gone from view. */
export type MessageDeleted = {
  readonly type: "MessageDeleted";
  readonly message: string;
};

/** A message of `seat`, whom the group calls `name`; `text` is None once erased.
 *
 * `place` is where in the group it was written, "main" for private lines. */
export type MessageView = {
  readonly message: string;
  readonly seat: string;
  readonly name: string;
  readonly about: string | null;
  readonly at: number;
  readonly text: string | null;
  readonly place: string;
};

/** Someone turned their microphone on or off. */
export type MicrophoneSet = {
  readonly type: "MicrophoneSet";
  readonly seat: string;
  readonly on: boolean;
};

/** Bring someone to another place: a side room that is open, or "main". */
export type Move = {
  readonly type: "Move";
  readonly seat: string;
  readonly place: string;
};

/** Someone is in another place now; `by` is themselves where staff went there. */
export type Moved = {
  readonly type: "Moved";
  readonly seat: string;
  readonly place: string;
  readonly by?: string;
};

/** Turn someone's microphone off. */
export type Mute = {
  readonly type: "Mute";
  readonly seat: string;
};

/** Turn every participant's and guest's microphone off. */
export type MuteAll = {
  readonly type: "MuteAll";
};

/** A facilitator turned someone's microphone off. */
export type Muted = {
  readonly type: "Muted";
  readonly seat: string;
};

/** Pass the floor on; the speaker may do it too. With a `seat`, only while it is its turn. */
export type NextTurn = {
  readonly type: "NextTurn";
  readonly seat?: string | null;
};

/** No facilitator came; nobody counts as absent. */
export type NotHeld = {
  readonly type: "NotHeld";
};

/** What staff noted for themselves. */
export type Note = {
  readonly note: string;
};

/** How many ms each person talked between two moments, ms UTC; given by the shell.
 *
 * Name also who was measured and said nothing: a report of their own is then not needed. */
export type NoteSpeech = {
  readonly type: "NoteSpeech";
  readonly since: number;
  readonly until: number;
  readonly spoken: Readonly<Record<string, number>>;
};

/** Open the door before its time. */
export type OpenDoor = {
  readonly type: "OpenDoor";
};

/** Open side rooms and send people there, for some seconds or until they are called back. */
export type OpenPlaces = {
  readonly type: "OpenPlaces";
  readonly places: readonly (PlaceDraft)[];
  readonly seconds?: number | null;
};

/** Ask everyone to check in, now. */
export type OpenRound = {
  readonly type: "OpenRound";
};

/** One answer to choose, with its words by language. */
export type Option = {
  readonly value: string;
  readonly words: Readonly<Record<string, string>>;
};

/** Take part without speaking, now or when the turn comes. */
export type Pass = {
  readonly type: "Pass";
};

/** Another device of the place, and whose it is. */
export type Peer = {
  readonly leg: string;
  readonly seat: string;
};

/** `place` is where in the room; `receive` lets in what others send there. */
export type Permit = {
  readonly place: string;
  readonly receive: boolean;
  readonly microphone: boolean;
  readonly camera: boolean;
  readonly share: boolean;
};

/** Someone inside, in `place`. `why` they are away is for staff only. */
export type PersonView = {
  readonly seat: string;
  readonly name: string;
  readonly role: "guest" | "participant" | "staff";
  readonly state: "away" | "here" | "reconnecting";
  readonly connected: boolean;
  readonly place: string;
  readonly leads: boolean;
  readonly facilitates: boolean;
  readonly credential: string;
  readonly function: string | null;
  readonly microphone: boolean;
  readonly camera: boolean;
  readonly follows: "all" | "sound" | "text";
  readonly shares: "handout" | "screen" | "window" | null;
  readonly why: string | null;
};

/** A side room that is open. */
export type Place = {
  readonly place: string;
  readonly name: string;
};

/** A side room to be: what it is called and who goes there. */
export type PlaceDraft = {
  readonly name: string;
  readonly seats?: readonly (string)[];
};

/** A side room that is open. */
export type PlaceView = {
  readonly place: string;
  readonly name: string;
};

/** The side rooms are closed; everyone is back together. */
export type PlacesClosed = {
  readonly type: "PlacesClosed";
};

/** Side rooms are open, until `closes_at` (ms UTC) where they have an end. */
export type PlacesOpened = {
  readonly type: "PlacesOpened";
  readonly places: readonly (Place)[];
  readonly closes_at: number | null;
};

/** The side rooms that are open, and when they close by themselves, ms UTC. */
export type PlacesView = {
  readonly open: readonly (PlaceView)[];
  readonly closes_at: number | null;
};

/** All that a room needs to know before anyone comes; times in ms since the epoch, UTC.
 *
 * `busy_from` is the start of each person's next other session, for the warning on extension. */
export type Plan = {
  readonly name: string;
  readonly kind: string;
  readonly starts_at: number;
  readonly ends_at: number;
  readonly zone: string;
  readonly rules: Rules;
  readonly members: readonly (Member)[];
  readonly staff: readonly (Staff)[];
  readonly guests: readonly (Guest)[];
  readonly crisis: readonly (Contact)[];
  readonly form: Form | null;
  readonly busy_from: Readonly<Record<string, number>>;
};

/** Write to the group, or privately: to the staff, or as staff to one `seat`.
 *
 * To the group means to everyone in the place one is in; staff who are inside read all places. With a `place`, what is written to the group is refused once its author is in another one. */
export type Post = {
  readonly type: "Post";
  readonly text: string;
  readonly to?: "group" | "seat" | "staff";
  readonly seat?: string | null;
  readonly place?: string | null;
};

/** Someone wrote; `about` is the person a private line is with, None for the group.
 *
 * `place` is where in the group it was written; private lines have none but the main room. */
export type Posted = {
  readonly type: "Posted";
  readonly message: string;
  readonly seat: string;
  readonly about: string | null;
  readonly place: string;
};

/** Someone is with the group; `recent` where what they just did says so. */
export type PresenceAnswered = {
  readonly type: "PresenceAnswered";
  readonly seat: string;
  readonly recent: boolean;
};

/** Everyone is asked whether they are with the group, until `until`, ms UTC. */
export type PresenceAsked = {
  readonly type: "PresenceAsked";
  readonly until: number;
};

/** The question is no longer asked. */
export type PresenceClosed = {
  readonly type: "PresenceClosed";
};

/** Someone did not answer; staff see it, and it costs no minutes. */
export type PresenceMissed = {
  readonly type: "PresenceMissed";
  readonly seat: string;
};

/** Make assigned staff who look on a co-facilitator. */
export type Promote = {
  readonly type: "Promote";
  readonly seat: string;
};

/** Staff who looked on now facilitate. */
export type Promoted = {
  readonly type: "Promoted";
  readonly seat: string;
};

/** Alert the team about someone; `message` is a private message to keep with the alert. */
export type RaiseAlert = {
  readonly type: "RaiseAlert";
  readonly seat: string;
  readonly words?: string;
  readonly message?: string | null;
};

/** Ask for the floor. */
export type RaiseHand = {
  readonly type: "RaiseHand";
};

/** Show a reaction for a moment, to the place one is in and to staff. */
export type React = {
  readonly type: "React";
  readonly reaction: "clap" | "heart" | "laugh" | "same" | "thanks" | "with_you";
};

/** Someone shows a reaction. */
export type Reacted = {
  readonly type: "Reacted";
  readonly seat: string;
  readonly reaction: "clap" | "heart" | "laugh" | "same" | "thanks" | "with_you";
};

/** Call everyone back in some seconds, which everyone sees; 0 is at once. */
export type Recall = {
  readonly type: "Recall";
  readonly seconds?: number;
};

/** Everyone comes back at `closes_at`, ms UTC. */
export type RecallStarted = {
  readonly type: "RecallStarted";
  readonly closes_at: number;
};

/** Somebody signed the record up to the entry before this one. */
export type RecordSigned = {
  readonly type: "RecordSigned";
  readonly by: string;
  readonly name: string;
  readonly credential: string;
  readonly meaning: "amended" | "facilitated" | "reviewed";
};

/** Do not let someone in. */
export type Refuse = {
  readonly type: "Refuse";
  readonly seat: string;
  readonly reason: "intoxication" | "late" | "not_this_person" | "other" | "wrong_room";
};

/** Someone was not let in. */
export type RefusedEntry = {
  readonly type: "RefusedEntry";
  readonly seat: string;
  readonly reason: "intoxication" | "late" | "not_this_person" | "other" | "wrong_room";
};

/** Take someone out; they stay out until they are let back in. */
export type Remove = {
  readonly type: "Remove";
  readonly seat: string;
  readonly reason: "conduct" | "intoxication" | "not_this_person" | "other" | "safety" | "wrong_room";
  readonly note?: string;
};

/** Someone was taken out; peers only see that they left. */
export type Removed = {
  readonly type: "Removed";
  readonly seat: string;
  readonly reason: "conduct" | "intoxication" | "not_this_person" | "other" | "safety" | "wrong_room";
};

/** How many ms one talked between two moments, ms UTC, as one's own browser measured it. */
export type ReportSpeech = {
  readonly type: "ReportSpeech";
  readonly since: number;
  readonly until: number;
  readonly ms: number;
};

/** Close an alert with its outcome. */
export type Resolve = {
  readonly type: "Resolve";
  readonly alert: string;
  readonly outcome: "emergency_services" | "mistaken" | "not_reached" | "referred" | "safe" | "safety_plan";
  readonly note?: string;
};

/** A facilitator is back. */
export type Resumed = {
  readonly type: "Resumed";
};

/** The check-in round is over. */
export type RoundClosed = {
  readonly type: "RoundClosed";
};

/** The go-round is over. */
export type RoundEnded = {
  readonly type: "RoundEnded";
};

/** Everyone is asked to check in. */
export type RoundOpened = {
  readonly type: "RoundOpened";
};

/** A go-round begins, in this order; peers do not see why it is this one. */
export type RoundStarted = {
  readonly type: "RoundStarted";
  readonly seats: readonly (string)[];
  readonly seconds: number;
  readonly order?: "given" | "least_heard" | "seating";
};

/** A go-round: its order, who is still to come, whose turn it is. */
export type RoundView = {
  readonly seats: readonly (string)[];
  readonly seconds: number;
  readonly coming: readonly (string)[];
  readonly turn: TurnView | null;
};

/** A group's rules; `_s` fields are seconds. Every number is the clinic's to set. */
export type Rules = {
  readonly capacity: number;
  readonly door_s: number;
  readonly late_grace_s: number;
  readonly late_cutoff_s: number;
  readonly extension_cap_s: number;
  readonly return_gap_s: number;
  readonly reconnect_s: number;
  readonly lead_grace_s: number;
  readonly hold_after_s: number;
  readonly end_after_s: number;
  readonly away_credited: boolean;
  readonly prompt_every_s: number;
  readonly prompt_open_s: number;
  readonly recent_s: number;
  readonly chat_kept_days: number;
  readonly licensed_states: readonly (string)[];
  readonly may_unmute: boolean;
  readonly chat: "off" | "open" | "to_staff";
  readonly warnings_s: readonly (number)[];
  readonly break_quiet: boolean;
  readonly text_allowed: boolean;
  readonly encrypted: boolean;
  readonly relay: "always" | "auto" | "never";
};

/** Send someone back to the waiting room. */
export type SendBack = {
  readonly type: "SendBack";
  readonly seat: string;
};

/** Someone was sent back to the waiting room. */
export type SentBack = {
  readonly type: "SentBack";
  readonly seat: string;
};

/** Turn one's own camera on or off. */
export type SetCamera = {
  readonly type: "SetCamera";
  readonly on: boolean;
};

/** Open the chat, send it to the facilitators only, or turn it off. */
export type SetChatMode = {
  readonly type: "SetChatMode";
  readonly mode: "off" | "open" | "to_staff";
};

/** Turn one's own microphone on or off; nobody can turn on another's. */
export type SetMicrophone = {
  readonly type: "SetMicrophone";
  readonly on: boolean;
};

/** Someone shares something with their place. */
export type SharingStarted = {
  readonly type: "SharingStarted";
  readonly seat: string;
  readonly what: "handout" | "screen" | "window";
};

/** Someone shares no more; `by` is who ended it. */
export type SharingStopped = {
  readonly type: "SharingStopped";
  readonly seat: string;
  readonly by: string;
};

/** Sign the record as it stands; what comes later is an amendment. */
export type SignRecord = {
  readonly type: "SignRecord";
  readonly meaning?: "amended" | "facilitated" | "reviewed";
};

/** An expendable message from another person's device. */
export type SignalIn = {
  readonly type: "signal";
  readonly sender: string;
  readonly data: Readonly<Record<string, unknown>>;
};

/** An expendable message to one person's devices in the same place, for the keys of media.
 *
 * The server passes it on as it is and never stores it. */
export type SignalOut = {
  readonly type: "signal";
  readonly to: string;
  readonly data: Readonly<Record<string, unknown>>;
};

/** All that a page shows. `group` fields are empty until one is inside.
 *
 * `spotlights`: who is shown large, at most one in a place. `break_quiet` and `encrypted` are rules of the group; `text_allowed` is one that a facilitator may change for this session. */
export type Snapshot = {
  readonly name: string;
  readonly times: Times;
  readonly you: You;
  readonly people: readonly (PersonView)[];
  readonly hands: readonly (HandView)[];
  readonly called: string | null;
  readonly round: RoundView | null;
  readonly locked: boolean;
  readonly chat: "off" | "open" | "to_staff";
  readonly messages: readonly (MessageView)[];
  readonly announced: MessageView | null;
  readonly may_unmute: boolean;
  readonly prompt_until: number | null;
  readonly round_open: boolean;
  readonly crisis: readonly (Contact)[];
  readonly form: Form | null;
  readonly staff: StaffView | null;
  readonly places: PlacesView | null;
  readonly spotlights: readonly (string)[];
  readonly text_allowed: boolean;
  readonly break_quiet: boolean;
  readonly encrypted: boolean;
};

/** How many ms each of these people talked between two moments, ms UTC, and who says so. */
export type SpeechNoted = {
  readonly type: "SpeechNoted";
  readonly since: number;
  readonly until: number;
  readonly spoken: Readonly<Record<string, number>>;
  readonly measured: "self" | "server";
};

/** Show one person large to everyone in their place.
 *
 * None shows everyone alike in `place`, or in one's own where none is named. */
export type Spotlight = {
  readonly type: "Spotlight";
  readonly seat: string | null;
  readonly place?: string | null;
};

/** One person is shown large in `place`; None: everyone alike.
 *
 * Where no place is named it is an entry from before each had its own: it is of the whole room. */
export type Spotlighted = {
  readonly type: "Spotlighted";
  readonly seat: string | null;
  readonly place: string | null;
};

/** Someone assigned to the session; `facilitates` is false for a supervisor who looks on. */
export type Staff = {
  readonly seat: string;
  readonly name: string;
  readonly credential?: string;
  readonly leads?: boolean;
  readonly facilitates?: boolean;
};

/** Somebody joined the team of this session, or belongs to it differently. */
export type StaffAssigned = {
  readonly type: "StaffAssigned";
  readonly staff: Staff;
};

/** Somebody no longer belongs to the team of this session. */
export type StaffDismissed = {
  readonly type: "StaffDismissed";
  readonly seat: string;
};

/** What only staff see. `invited`: who may share and has not begun. */
export type StaffView = {
  readonly capacity: number;
  readonly extended_s: number;
  readonly extension_cap_s: number;
  readonly late_cutoff_s: number;
  readonly start_due: boolean;
  readonly alone_since: number | null;
  readonly visitors: readonly (VisitorView)[];
  readonly expected: readonly (ExpectedView)[];
  readonly alerts: readonly (AlertView)[];
  readonly prompt_waits_for: readonly (string)[];
  readonly invited: readonly (string)[];
};

/** Start the group. */
export type Start = {
  readonly type: "Start";
};

/** The planned start has come. */
export type StartDue = {
  readonly type: "StartDue";
};

/** Let everyone speak in turn, `seconds` each; `seats` only for a given order. */
export type StartRound = {
  readonly type: "StartRound";
  readonly seconds: number;
  readonly order?: "given" | "least_heard" | "seating";
  readonly seats?: readonly (string)[];
};

/** Share one's screen, a window or a handout with the place one is in. */
export type StartSharing = {
  readonly type: "StartSharing";
  readonly what: "handout" | "screen" | "window";
};

/** The group runs. */
export type Started = {
  readonly type: "Started";
  readonly by: string;
};

/** Be silent and blank both ways for a while. */
export type StepAway = {
  readonly type: "StepAway";
  readonly why?: "break" | "call" | "family" | "other" | "overwhelmed" | "technical";
};

/** Stop leading, or stop facilitating. */
export type StepDown = {
  readonly type: "StepDown";
};

/** Someone is away for a while; only staff see why. */
export type SteppedAway = {
  readonly type: "SteppedAway";
  readonly seat: string;
  readonly why?: "break" | "call" | "family" | "other" | "overwhelmed" | "technical";
};

/** Someone is back. */
export type SteppedBack = {
  readonly type: "SteppedBack";
  readonly seat: string;
};

/** A facilitator looks on from now on. */
export type SteppedDown = {
  readonly type: "SteppedDown";
  readonly seat: string;
};

/** End one's own sharing, or as a facilitator anyone's. */
export type StopSharing = {
  readonly type: "StopSharing";
  readonly seat?: string | null;
};

/** An incoming line: whose it is and what it carries. */
export type Stream = {
  readonly mid: string;
  readonly seat: string;
  readonly source: "camera" | "microphone" | "share";
};

/** The texts of this session can no longer be read by anyone. */
export type TalkErased = {
  readonly type: "TalkErased";
};

/** What was written. */
export type Text = {
  readonly text: string;
};

/** Whether participants may take part by text alone, from now. */
export type TextAllowed = {
  readonly type: "TextAllowed";
  readonly allowed: boolean;
};

/** Let the room do what is due; given by the clock. */
export type Tick = {
  readonly type: "Tick";
};

/** When the group really started, paused or ended, by whom and why. */
export type TimeCorrected = {
  readonly type: "TimeCorrected";
  readonly what: "break" | "end" | "start";
  readonly at: number;
  readonly until: number | null;
  readonly reason: string;
  readonly by: string;
};

/** Phase and times of the session, ms UTC; `zone` is an IANA name. */
export type Times = {
  readonly phase: "cancelled" | "door_open" | "ended" | "not_held" | "on_break" | "on_hold" | "running" | "scheduled";
  readonly starts_at: number;
  readonly ends_at: number;
  readonly zone: string;
  readonly started_at: number | null;
  readonly break_from: number | null;
  readonly break_until: number | null;
  readonly held_from: number | null;
  readonly ended_at: number | null;
  readonly cause: string | null;
};

/** The speaker has until `until`, ms UTC. */
export type TurnExtended = {
  readonly type: "TurnExtended";
  readonly seat: string;
  readonly until: number;
};

/** Someone passed, which counts as taking part. */
export type TurnPassed = {
  readonly type: "TurnPassed";
  readonly seat: string;
};

/** Someone has the floor until `until`, ms UTC. */
export type TurnStarted = {
  readonly type: "TurnStarted";
  readonly seat: string;
  readonly until: number;
};

/** Someone had their turn; `timed_out` where the timer ended it. */
export type TurnTaken = {
  readonly type: "TurnTaken";
  readonly seat: string;
  readonly timed_out: boolean;
};

/** The turn that runs, until `until` (ms UTC); `left_ms` while the group pauses. */
export type TurnView = {
  readonly seat: string;
  readonly until: number | null;
  readonly left_ms: number;
};

/** Let people in again. */
export type Unlock = {
  readonly type: "Unlock";
};

/** People may come in again. */
export type Unlocked = {
  readonly type: "Unlocked";
};

/** Whether people may turn their own microphone on, from now. */
export type UnmuteAllowed = {
  readonly type: "UnmuteAllowed";
  readonly allowed: boolean;
};

/** Someone was asked to turn their microphone on. */
export type UnmuteAsked = {
  readonly type: "UnmuteAsked";
  readonly seat: string;
};

/** Someone who came to the door, for staff; who is inside by now stays in the list.
 *
 * `answers` is what they said, None once erased; `first_complete` when they first might have been let in. */
export type VisitorView = {
  readonly seat: string;
  readonly name: string;
  readonly role: "guest" | "participant" | "staff";
  readonly standing: "inside" | "left" | "outside" | "refused" | "removed" | "waiting";
  readonly connected: boolean;
  readonly knocked_at: number;
  readonly first_complete: number | null;
  readonly complete: boolean;
  readonly look: boolean;
  readonly late: boolean;
  readonly state: string;
  readonly reason: string | null;
  readonly answers: Readonly<Record<string, unknown>> | null;
};

/** What a page wants of one incoming stream; `layer` 0 is the smallest picture, 2 the best. */
export type Wanted = {
  readonly mid: string;
  readonly on: boolean;
  readonly layer?: 0 | 1 | 2;
};

/** So many seconds are left. */
export type Warned = {
  readonly type: "Warned";
  readonly left_s: number;
};

/** The whole room as this person may see it; it replaces all that came before.
 *
 * `now` is the server's time in ms UTC. `resumed` frames carry no snapshot: events follow. */
export type Welcome = {
  readonly type: "welcome";
  readonly cursor: string;
  readonly now: number;
  readonly resumed: boolean;
  readonly snapshot: Snapshot | null;
};

/** Take back that someone may share, before they do. */
export type WithdrawInvitation = {
  readonly type: "WithdrawInvitation";
  readonly seat: string;
};

/** What somebody said when they raised an alert, and the message it is about. */
export type Words = {
  readonly words?: string;
  readonly quoted?: string;
};

/** The viewer.
 *
 * `line`: a private line to the staff stays open after the end. `helped`: what came of asking for help. `asked_to_unmute` and `prompted` wait for an answer. `may_share`: they may start sharing, as facilitators do or as somebody who is invited to, once. */
export type You = {
  readonly seat: string;
  readonly name: string;
  readonly role: "guest" | "participant" | "staff";
  readonly standing: "inside" | "left" | "outside" | "refused" | "removed" | "waiting";
  readonly away: boolean;
  readonly complete: boolean;
  readonly line: boolean;
  readonly helped: "asked" | "coming" | "nobody_here" | null;
  readonly asked_to_unmute: boolean;
  readonly prompted: boolean;
  readonly checked_in: readonly (string)[];
  readonly answers: Readonly<Record<string, Readonly<Record<string, number | string | null>>>>;
  readonly may_share: boolean;
};
