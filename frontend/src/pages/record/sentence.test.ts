import i18next, { type TFunction } from "i18next";
import { beforeAll, expect, test } from "vitest";
import { en } from "../../words/en";
import { es } from "../../words/es";
import { clockOf } from "./clock";
import { attendance, entry, SIX } from "./evening";
import { isKind, kindsOf, TOPIC, TOPICS } from "./kinds";
import { said } from "./sentence";
import { momentOn } from "./wall";

const clock = clockOf("America/Chicago", "en");
const speak = new Map<string, TFunction>();

beforeAll(async () => {
  const resources = { en: { translation: en }, es: { translation: es } };
  const book = i18next.createInstance();
  await book.init({ lng: "en", resources, interpolation: { escapeValue: false } });
  for (const language of ["en", "es"]) speak.set(language, book.getFixedT(language));
});

function words(kind: string, event = {}, more = {}, language = "en") {
  const t = speak.get(language);
  if (t === undefined) throw new Error(language);
  return said({ ...entry(1, 0, kind, event), ...more }, t, clock);
}

test.each(Object.keys(TOPIC))("%s has a sentence in both languages", (kind) => {
  for (const language of ["en", "es"]) {
    const { sentence } = words(kind, {}, {}, language);
    expect(sentence).toMatch(/\.$/);
    expect(sentence).not.toMatch(/[{}]|record\.\w/);
  }
});

test("a kind that is not known yet is named as it is", () => {
  expect(isKind("Juggled")).toBe(false);
  expect(words("Juggled").sentence).toBe("Bob: Juggled");
});

test("who let somebody in, how they were known, and why", () => {
  const event = { by: "Alice", identity: "known", late: "", over_capacity: "Expected today" };
  const found = words("Admitted", event, { person: "Bob" });
  expect(found.sentence).toBe("Alice let Bob in.");
  expect(found.notes).toEqual(["known to them", "over capacity: Expected today"]);
  expect(words("Admitted", { by: null }).sentence).toBe("Bob came in, as one of the team.");
});

test("a reason that the reader may not know is withheld", () => {
  const event = { by: "Alice", identity: "known", late: "withheld", over_capacity: "" };
  expect(words("Admitted", event).notes).toContain("after the cut-off: reason withheld");
});

test("a lost connection says when its last sign of life was", () => {
  const found = words("ConnectionLost", { as_of: SIX, last: true });
  expect(found.sentence).toBe("Bob lost the connection.");
  expect(found.notes).toEqual(["last sign of life 6:00:00"]);
});

test("what a private line is about stays apart from the group", () => {
  const wrote = (about: string | null) => words("Posted", { seat: "Bob", about }).sentence;
  expect(wrote(null)).toBe("Bob wrote to the group.");
  expect(wrote("Bob")).toBe("Bob wrote to the staff.");
  expect(wrote("Eve")).toBe("Bob wrote on the private line of Eve.");
});

test("how long people talked is told in the order of the record, and by whose word", () => {
  const event = { since: SIX, until: SIX + 60_000, spoken: { Eve: 5000, Finn: 0, Bob: 20_000 } };
  const noted = words("SpeechNoted", { ...event, measured: "server" }, { actor: "clock" });
  expect(noted.sentence).toBe("It was noted how long people talked, from 6:00:00 to 6:01:00.");
  expect(noted.notes).toEqual(["Eve: 5 sec", "Bob: 20 sec"]);
  const own = words("SpeechNoted", { ...event, spoken: { Bob: 5000 }, measured: "self" });
  expect(own.sentence).toMatch(/^The device of Bob reported how long they talked/);
  expect(own.notes).toEqual(["5 sec", "self-reported"]);
});

test("side rooms and sharing are told by who did it", () => {
  const places = [{ place: "p_1", name: "Window" }];
  expect(words("PlacesOpened", { places, closes_at: null }).notes).toEqual(["Window"]);
  const moved = (event: object) => words("Moved", { seat: "Bob", ...event }).sentence;
  expect(moved({ place: "p_1", by: "Alice" })).toBe("Alice sent Bob to a side room.");
  expect(moved({ place: "main", by: "Bob" })).toBe("Bob went to the main room.");
  expect(words("PlacesClosed", {}, { actor: "clock" }).sentence).toMatch(/^The side rooms closed/);
  expect(words("SharingStarted", { seat: "Bob", what: "screen" }).notes).toEqual(["a screen"]);
  expect(words("SharingStopped", { seat: "Bob", by: "Alice" }).sentence).toBe(
    "Alice ended what Bob shared.",
  );
});

test("the room and the office are no people", () => {
  expect(words("Ended", { cause: "facilitator" }, { actor: "m_abc" }).sentence).toBe(
    "The office ended the group.",
  );
  expect(words("BreakEnded", { early: false }, { actor: "clock" }).sentence).toBe(
    "The break ended.",
  );
});

test("what one person alone was told names that person, whoever caused it", () => {
  const told = words("HelpComing", {}, { actor: "Alice", person: null, to: "seat:Eve" });
  expect(told.sentence).toBe("Eve was told that somebody is coming.");
});

test("somebody who joins is named by what they bring", () => {
  const event = { staff: { seat: "Carol", name: "Carol" } };
  expect(words("StaffAssigned", event, { person: null }).sentence).toBe(
    "Carol joined the team of this session.",
  );
});

test("each kind can be found under one topic", () => {
  const listed = TOPICS.flatMap((topic) => kindsOf(topic));
  expect([...listed].sort()).toEqual(Object.keys(TOPIC).sort());
});

test("a time of day is one of the session's evening, after midnight the next day's", () => {
  expect(momentOn(attendance.meeting, "18:30")).toBe("2026-11-18T00:30:00.000Z");
  expect(momentOn(attendance.meeting, "00:30")).toBe("2026-11-18T06:30:00.000Z");
  expect(momentOn(attendance.meeting, "")).toBeUndefined();
});
