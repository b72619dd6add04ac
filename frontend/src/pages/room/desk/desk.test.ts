import { expect, test } from "vitest";
import type { AlertView, Form, VisitorView } from "../../../api/protocol.gen";
import { asAlice, NOON } from "../../../room/stage";
import { ranked } from "./Alerts";
import { standing } from "./Ending";
import { called, lines } from "./given";
import { soFar } from "./minutes";
import { pressed } from "./shortcuts";
import { allSet, lined } from "./Visitors";

function alert(id: string, more: Partial<AlertView> = {}): AlertView {
  return {
    ...{ alert: id, seat: "s_bob", source: "help", item: null, at: NOON, by: null },
    ...{ dropped: false, outcome: null, words: null, quoted: null },
    ...{ location: null, callback: null, somebody_else: false },
    ...more,
  };
}

function visitor(seat: string, more: Partial<VisitorView> = {}): VisitorView {
  return {
    ...{ seat, name: seat, role: "participant", standing: "waiting", connected: true },
    ...{ knocked_at: NOON, first_complete: NOON, complete: true, look: false, late: false },
    ...{ state: "AZ", reason: null, answers: null },
    ...more,
  };
}

const form = {
  items: [
    { id: "mood", kind: "scale", words: { en: "Mood?", es: "¿Ánimo?" }, high: 10, options: [] },
    {
      ...{ id: "safe", kind: "choice", words: { en: "Safe?", es: "¿A salvo?" }, high: 0 },
      options: [{ value: "no", words: { en: "No", es: "No" } }],
    },
  ],
} as unknown as Form;

test("whoever is lost comes first, then whom nobody has in hand, the newest above", () => {
  const alerts = [
    alert("taken", { by: "s_alice", at: NOON + 3 }),
    alert("old", { at: NOON + 1 }),
    alert("new", { at: NOON + 2 }),
    alert("lost", { by: "s_alice", dropped: true }),
    alert("over", { outcome: "safe" }),
  ];
  expect(ranked(alerts).map((one) => one.alert)).toEqual(["lost", "new", "old", "taken"]);
});

test("in the waiting room those who need a look stand first, those who are gone last", () => {
  const visitors = [
    visitor("gone", { connected: false }),
    visitor("second", { knocked_at: NOON + 2 }),
    visitor("first", { knocked_at: NOON + 1 }),
    visitor("look", { knocked_at: NOON + 3, look: true }),
    visitor("inside", { standing: "inside" }),
  ];
  const room = asAlice({ visitors });
  expect(lined(room).map((one) => one.seat)).toEqual(["look", "first", "second", "gone"]);
  expect(
    lined(room)
      .filter(allSet)
      .map((one) => one.seat),
  ).toEqual(["first", "second"]);
});

test("answers read as words, in the form's order", () => {
  const said = lines(form, { safe: "no", mood: 4 }, "es");
  expect(said.map((line) => [line.asks, line.says])).toEqual([
    ["¿Ánimo?", "4 / 10"],
    ["¿A salvo?", "No"],
  ]);
});

test("what was not said stays unsaid, and an alert shows the answer that raised it", () => {
  expect(lines(form, { mood: null }, "en")[0]?.says).toBeNull();
  const given = { before: { mood: 2 }, round: { mood: 7 } };
  expect(called(form, given, "before.mood", "en")?.says).toBe("2 / 10");
  expect(called(form, given, "round.mood", "en")?.says).toBe("7 / 10");
  expect(called(form, given, "before.safe", "en")).toBeNull();
});

test("before the end one sees who is here, who waits and whose alert is open", () => {
  const room = asAlice({ visitors: [visitor("s_finn", { name: "Finn", complete: false })] });
  const told = { ...room, staff: room.staff && { ...room.staff, alerts: [alert("one")] } };
  expect(standing(told)).toEqual({
    ...{ here: ["Bob", "Eve"], waiting: ["Finn"], alerts: ["Bob"], unsigned: ["Finn"] },
    unasked: [],
  });
});

test("minutes go on from what the record says, for whoever is here", () => {
  const read = { at: NOON + 600_000, present: new Map([["s_bob", 540_000]]) };
  const { times } = asAlice();
  const later = NOON + 720_000;
  expect(soFar(read, { seat: "s_bob", state: "here" }, times, later)).toBe(11);
  expect(soFar(read, { seat: "s_bob", state: "away" }, times, later)).toBe(9);
  expect(soFar(read, { seat: "s_eve", state: "here" }, times, later)).toBe(2);
});

const key = (more: Partial<KeyboardEvent>) =>
  ({
    ...{ code: "KeyM", altKey: true, ctrlKey: false, metaKey: false, shiftKey: false },
    ...{ repeat: false, target: document.body },
    ...more,
  }) as KeyboardEvent;

test("a letter alone does nothing, nor does a key while one types or answers", () => {
  expect(pressed(key({}))).toBe("muteAll");
  expect(pressed(key({ altKey: false }))).toBeNull();
  expect(pressed(key({ ctrlKey: true }))).toBeNull();
  expect(pressed(key({ repeat: true }))).toBeNull();
  expect(pressed(key({ target: document.createElement("textarea") }))).toBeNull();
  const dialog = document.createElement("div");
  dialog.setAttribute("role", "dialog");
  const button = dialog.appendChild(document.createElement("button"));
  expect(pressed(key({ target: button }))).toBeNull();
});
