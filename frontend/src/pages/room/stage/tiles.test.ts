import { expect, test } from "vitest";
import type { PersonView } from "../../../api/protocol.gen";
import { alice, asBob, bob, eve } from "../../../room/stage";
import { anyPicture, tiles } from "./tiles";

const NOTHING = { pinned: null, selfHidden: false };
const group = (...people: PersonView[]) => asBob({ people });
const keys = (list: readonly { key: string }[]) => list.map((one) => one.key);
const shares = (one: PersonView, what: PersonView["shares"] = "screen") => ({
  ...one,
  shares: what,
});
const shown = (room = asBob(), wish: Partial<typeof NOTHING> | { pinned: string } = {}) => {
  const { large, small } = tiles(room, { ...NOTHING, ...wish });
  return [keys(large), keys(small)];
};

test("everyone is alike, as they sit", () => {
  expect(shown()).toEqual([[], ["s_alice", "s_bob", "s_eve"]]);
});

test("what is shared is large, and whoever shares it small beside it", () => {
  expect(shown(group(shares(alice), bob, eve))).toEqual([
    ["s_alice share"],
    ["s_alice", "s_bob", "s_eve"],
  ]);
});

test("a share comes before the spotlight, and what is pinned stays beside either", () => {
  const lit = { ...group(alice, bob, eve), spotlights: ["s_eve"] };
  expect(shown(lit)[0]).toEqual(["s_eve"]);
  expect(shown(lit, { pinned: "s_alice" })[0]).toEqual(["s_eve", "s_alice"]);
  const both = { ...group(shares(alice), bob, eve), spotlights: ["s_eve"] };
  expect(shown(both, { pinned: "s_eve" })[0]).toEqual(["s_alice share", "s_eve"]);
});

test("what is pinned and gone leaves the others as they were", () => {
  expect(shown(asBob(), { pinned: "s_gone" })).toEqual([[], ["s_alice", "s_bob", "s_eve"]]);
});

test("one's own screen is not shown to oneself, but one's own handout is", () => {
  expect(shown(group(alice, shares(bob), eve))).toEqual([[], ["s_alice", "s_bob", "s_eve"]]);
  expect(shown(group(alice, shares(bob, "handout"), eve))[0]).toEqual(["s_bob share"]);
});

test("whoever does not want to see themselves does not", () => {
  expect(shown(asBob(), { selfHidden: true })[1]).toEqual(["s_alice", "s_eve"]);
});

test("only those of one's own place are to be seen", () => {
  const away = { ...eve, place: "p_1", camera: true };
  expect(shown(group(alice, bob, away))[1]).toEqual(["s_alice", "s_bob"]);
  expect(anyPicture(group(alice, bob, away))).toBe(false);
  expect(anyPicture(group(alice, { ...bob, camera: true }, away))).toBe(true);
});
