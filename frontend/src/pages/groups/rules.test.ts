import { expect, test } from "vitest";
import { contradiction, groupFields, type Measured, SECTIONS, states, USUAL } from "./rules";

const usual = (name: Measured) => USUAL[name];

test("what a new group begins with contradicts nothing and is within every bound", () => {
  expect(contradiction(usual)).toBeUndefined();
  for (const { numbers } of SECTIONS)
    for (const { name, max } of numbers) expect(USUAL[name]).toBeLessThanOrEqual(max);
});

test("nobody is late after the door is closed to them, and no end comes before its hold", () => {
  const but = (name: Measured, value: number) => (one: Measured) =>
    one === name ? value : usual(one);
  expect(contradiction(but("late_grace_min", 16))).toBe("late_cutoff_min");
  expect(contradiction(but("end_after_s", 119))).toBe("end_after_s");
});

test("states are taken however they are typed", () => {
  expect(states(" az,nm ; Tx")).toEqual(["AZ", "NM", "TX"]);
  expect(states("")).toEqual([]);
});

test("a box that is not ticked is a no, not a silence", () => {
  const form = new FormData();
  form.set("name", " Evening group ");
  form.set("capacity", "8");
  form.set("away_credited", "on");
  const fields = groupFields(form);
  expect(fields).toMatchObject({ name: "Evening group", capacity: 8 });
  expect([fields.away_credited, fields.may_unmute]).toEqual([true, false]);
  expect([fields.break_quiet, fields.text_allowed, fields.encrypted]).toEqual([
    false,
    false,
    false,
  ]);
});
