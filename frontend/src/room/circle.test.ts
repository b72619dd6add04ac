import { expect, test } from "vitest";
import { initials, places, seatRadius, shade } from "./circle";
import { after, alice, asBob, bob, eve, sitting } from "./stage";

test("the lead sits at the top, the others in the same order for everyone", () => {
  const amir = sitting("s_aaa", "Amir", { role: "staff", facilitates: true });
  const room = asBob({ people: [eve, bob, alice, amir] });
  const all = places(room);
  expect(all.map((place) => place.person.name)).toEqual(["Alice", "Amir", "Bob", "Eve"]);
  expect([all[0]?.x, all[0]?.y]).toEqual([160, 38]);
});

test("hands are numbered as they went up, and the floor is marked", () => {
  const room = after(
    asBob(),
    { type: "HandRaised", seat: "s_eve" },
    { type: "HandRaised", seat: "s_bob" },
    { type: "CalledOn", seat: "s_alice" },
  );
  expect(places(room).map((place) => [place.person.name, place.hand, place.floor])).toEqual([
    ["Alice", null, true],
    ["Bob", 2, false],
    ["Eve", 1, false],
  ]);
});

test("seats never overlap, however many sit", () => {
  for (const count of [1, 8, 14, 20])
    expect(seatRadius(count) * 2 * count).toBeLessThan(2 * Math.PI * 130);
});

test("a person keeps their shade, whoever comes and goes", () => {
  const before = places(asBob({ people: [alice, bob, eve] })).find((one) => one.person === eve);
  const later = places(asBob({ people: [alice, eve] })).find((one) => one.person === eve);
  expect(later?.shade).toBe(before?.shade);
});

test("many people are not all of one shade", () => {
  const seats = Array.from({ length: 40 }, (_, n) => `s_${n}`);
  expect(new Set(seats.map(shade)).size).toBe(8);
});

test.each([
  ["Fern", "Fe"],
  ["Dr. R.", "Dr"],
  ["Él", "Él"],
])("%s has a short form, %s", (name, short) => {
  expect(initials(name)).toBe(short);
});
