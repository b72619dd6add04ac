// An entry of the ledger in plain words: the sentence, and what is said beside it.

import type { TFunction } from "i18next";
import type { Entry } from "../../api/record";
import type { en } from "../../words/en";
import type { Clock } from "./clock";
import { isKind, type Kind } from "./kinds";

type RecordWords = typeof en.record;
type Variant = keyof RecordWords["variant"];
type Key = `event.${Kind}` | `variant.${Variant}` | "unknownEvent";

export type Said = { readonly sentence: string; readonly notes: readonly string[] };

const CLOCK = "clock";
const OFFICE = "m_";
const SEAT = "seat:";

/** What one entry says. */
export function said(entry: Entry, t: TFunction, clock: Clock): Said {
  const words = new Words(entry, t, clock);
  const sentence = words.sentence();
  return { sentence: sentence.charAt(0).toUpperCase() + sentence.slice(1), notes: words.notes() };
}

/** Who did it: a person, the room by itself, or the office. */
export function actorOf(entry: Entry, t: TFunction): string {
  return named(entry.actor, t);
}

function named(actor: unknown, t: TFunction): string {
  if (actor === CLOCK) return t("record.byItself");
  if (typeof actor === "string" && actor.startsWith(OFFICE)) return t("record.office");
  return typeof actor === "string" ? actor : t("record.somebody");
}

/** A reason as it was written, or why it is not here. */
export function reasonIn(text: string, t: TFunction): string {
  if (text === "withheld") return t("record.note.withheld");
  return text === "returned" ? t("record.note.returned") : text;
}

/** Whom alone an entry is for, where it is for one person. */
function only(to: string | null): string | undefined {
  return to?.startsWith(SEAT) && !to.includes("; ") ? to.slice(SEAT.length) : undefined;
}

class Words {
  constructor(
    private readonly entry: Entry,
    private readonly t: TFunction,
    private readonly clock: Clock,
  ) {}

  sentence(): string {
    const { kind } = this.entry;
    const values = this.values();
    const variant = this.variant();
    if (variant) return this.say(`variant.${variant}`, values);
    if (isKind(kind)) return this.say(`event.${kind}`, values);
    return this.say("unknownEvent", { ...values, kind: kind ?? "" });
  }

  // The keys are too many for the types of i18next, which would look for each in each.
  private say(key: Key, values: Readonly<Record<string, string>>): string {
    const t: (key: string, values: object) => string = this.t as never;
    return t(`record.${key}`, values);
  }

  notes(): readonly string[] {
    const { t, entry } = this;
    const note = (key: keyof RecordWords["note"], values = {}) => t(`record.note.${key}`, values);
    const word = (area: "reason" | "identity" | "away", value: unknown): string => {
      const book: Readonly<Record<string, string>> = t(`record.${area}`, { returnObjects: true });
      return book[this.text(value)] ?? this.text(value);
    };
    const found: (string | false)[] = [];
    const event = entry.event;
    switch (entry.kind) {
      case "Knocked":
        found.push(
          event.answered === false && note("mustWait"),
          event.unsigned === true && note("unsigned"),
          event.look === true && note("look"),
          event.unchanged === true && note("unchanged"),
          this.text(event.state) !== "" && note("state", { state: this.text(event.state) }),
        );
        break;
      case "Admitted":
        found.push(
          event.by !== null && this.text(event.identity) !== "" && word("identity", event.identity),
          this.text(event.late) !== "" && note("late", { reason: this.reason(event.late) }),
        );
        found.push(this.overCapacity());
        break;
      case "CameBack":
        found.push(this.overCapacity());
        break;
      case "RefusedEntry":
      case "Removed":
        found.push(word("reason", event.reason));
        break;
      case "BreakStarted":
      case "Held":
        found.push(note("notCredited"));
        break;
      case "Extended":
      case "Cancelled":
      case "TimeCorrected":
        found.push(this.text(event.reason));
        break;
      case "ConnectionLost":
        found.push(note("lastSign", { at: this.time(event.as_of) }));
        break;
      case "SteppedAway":
        found.push(word("away", event.why));
        break;
      case "LeadChanged":
        found.push(this.chosen("leadCause", event.cause));
        break;
      case "RoundStarted":
        found.push(note("seconds", { seconds: this.text(event.seconds) }));
        found.push(this.chosen("order", event.order));
        break;
      case "TurnTaken":
        found.push(event.timed_out === true && note("timedOut"));
        break;
      case "TurnPassed":
        found.push(note("passCounts"));
        break;
      case "PresenceMissed":
        found.push(note("missCostsNothing"));
        break;
      case "CheckedIn":
        found.push(this.chosen("moment", event.moment));
        break;
      case "Reacted":
        found.push(this.chosen("reaction", event.reaction));
        break;
      case "AlertRaised":
        found.push(this.chosen("source", event.source));
        break;
      case "AlertResolved":
        found.push(this.chosen("outcome", event.outcome));
        break;
      case "SpeechNoted":
        found.push(...this.spoken(), event.measured === "self" && note("selfReported"));
        break;
      case "PlacesOpened":
        found.push(...this.names(event.places));
        break;
      case "SharingStarted":
        found.push(this.chosen("shared", event.what));
        break;
      case "RecordSigned":
        found.push(this.text(event.credential), this.chosen("meaning", event.meaning));
        break;
    }
    return found.filter((one): one is string => typeof one === "string" && one !== "");
  }

  private variant(): Variant | null {
    const { kind, event, actor, person } = this.entry;
    switch (kind) {
      case "Admitted":
        return event.by === null ? "admittedOfTeam" : null;
      case "Left":
        return actor === person ? null : "leftMirrored";
      case "BreakEnded":
        return event.early === true ? "breakEndedEarly" : null;
      case "Ended":
        return this.ended(event.cause);
      case "Connected":
        return event.first === false ? "connectedMore" : null;
      case "ConnectionLost":
        return event.last === false ? "connectionLostOne" : null;
      case "MicrophoneSet":
        return event.on === false ? "microphoneOff" : null;
      case "CameraSet":
        return event.on === false ? "cameraOff" : null;
      case "UnmuteAllowed":
        return event.allowed === false ? "unmuteNotAllowed" : null;
      case "TextAllowed":
        return event.allowed === false ? "textNotAllowed" : null;
      case "SpeechNoted":
        return event.measured === "self" ? "speechReported" : null;
      case "Moved":
        return this.moved(event.place === "main", event.by === event.seat);
      case "PlacesClosed":
        return actor === CLOCK ? null : "placesClosedEarly";
      case "Following":
        if (event.mode === "text") return "followingText";
        return event.mode === "sound" ? "followingSound" : null;
      case "Spotlighted":
        return event.seat === null ? "spotlightNone" : null;
      case "SharingStopped":
        return event.by === event.seat ? null : "sharingEnded";
      case "Posted":
        if (event.about === null) return null;
        return event.about === event.seat ? "postedToStaff" : "postedPrivately";
      case "ChatModeSet":
        if (event.mode === "off") return "chatOff";
        return event.mode === "to_staff" ? "chatToStaff" : null;
      case "PresenceAnswered":
        return event.recent === true ? "presenceByActivity" : null;
      case "CheckedIn":
        return event.done === false ? "checkedInPart" : null;
      case "HelpAsked":
        return event.staff_here === false ? "helpNobodyHere" : null;
      case "TimeCorrected":
        if (event.what === "break") return "breakCorrected";
        return event.what === "end" ? "endCorrected" : null;
    }
    return null;
  }

  private moved(home: boolean, oneself: boolean): Variant | null {
    if (home) return oneself ? "wentBack" : "broughtBack";
    return oneself ? "wentThere" : null;
  }

  private ended(cause: unknown): Variant | null {
    switch (cause) {
      case "no_facilitator":
        return "endedAlone";
      case "safety":
        return "endedForSafety";
      case "technical":
        return "endedTechnical";
      case "time":
        return "endedByTime";
    }
    return null;
  }

  private values(): Record<string, string> {
    const { entry, t } = this;
    const { event } = entry;
    const whole = (one: unknown) =>
      typeof one === "object" && one !== null && "name" in one ? one.name : undefined;
    const about = [event.staff, event.member, event.guest].map(whole).find(Boolean);
    const person = about ?? entry.person ?? only(entry.to) ?? entry.actor;
    return {
      actor: named(entry.actor, t),
      person: named(person, t),
      by: named(event.by ?? entry.actor, t),
      about: named(event.about, t),
      name: named(event.name ?? entry.actor, t),
      since: this.time(event.since),
      until: this.time(event.until ?? event.ends_at ?? event.closes_at),
      at: this.time(event.at),
      minutes: this.text(event.minutes),
      left: typeof event.left_s === "number" ? this.clock.length(event.left_s * 1000) : "",
    };
  }

  private chosen(
    area:
      | "leadCause"
      | "order"
      | "moment"
      | "reaction"
      | "shared"
      | "source"
      | "outcome"
      | "meaning",
    value: unknown,
  ): string {
    const book: Readonly<Record<string, string>> = this.t(`record.${area}`, {
      returnObjects: true,
    });
    return book[this.text(value)] ?? "";
  }

  /** How long each talked, in the order of the record, which is none of lengths. */
  private spoken(): readonly string[] {
    const { event } = this.entry;
    if (typeof event.spoken !== "object" || event.spoken === null) return [];
    const told = Object.entries(event.spoken).filter(([, ms]) => typeof ms === "number" && ms > 0);
    if (event.measured === "self") return told.map(([, ms]) => this.clock.length(ms));
    return told.map(([who, ms]) =>
      this.t("record.note.spoke", { who, length: this.clock.length(ms) }),
    );
  }

  private names(list: unknown): readonly string[] {
    if (!Array.isArray(list)) return [];
    return list.map((one: { readonly name?: unknown }) => this.text(one.name));
  }

  private overCapacity(): string | false {
    const reason = this.text(this.entry.event.over_capacity);
    if (reason === "") return false;
    return this.t("record.note.overCapacity", { reason: this.reason(reason) });
  }

  private reason(value: unknown): string {
    return reasonIn(this.text(value), this.t);
  }

  private time(value: unknown): string {
    return typeof value === "number" ? this.clock.exact(value) : "";
  }

  private text(value: unknown): string {
    if (typeof value === "string") return value;
    return typeof value === "number" ? String(value) : "";
  }
}
