// @vitest-environment node
// The code: alike for those who agree, kept back until nobody can choose any more.

import { expect, test } from "vitest";
import type { Device } from "./letter";
import type { Share } from "./safety";
import { Vow } from "./vow";

const WHERE = { session: "s", place: "main" };
const [BOB, EVE, FINN] = ["bob", "eve", "finn"].map(
  (seat): Device => ({ seat, leg: seat, key: seat.padEnd(43, "A") }),
) as [Device, Device, Device];

function shareOf(device: Device, { commitment, agreed, nonce }: Vow): Share {
  return { device, commitment, agreed, nonce };
}

async function vow(device: Device): Promise<Vow> {
  const made = new Vow(device, WHERE);
  await made.renew();
  return made;
}

test("a number is told only when the other has promised and knows the same promises", async () => {
  const [bob, eve] = [await vow(BOB), await vow(EVE)];
  await bob.follow([{ ...shareOf(EVE, eve), commitment: "" }]);
  expect([bob.agreed, bob.nonce]).toEqual(["", ""]);
  await bob.follow([shareOf(EVE, eve)]);
  expect(bob.agreed).not.toBe("");
  expect(bob.nonce).toBe("");
  await eve.follow([shareOf(BOB, bob)]);
  expect(eve.nonce).not.toBe("");
  await bob.follow([shareOf(EVE, eve)]);
  await eve.follow([shareOf(BOB, bob)]);
  expect(bob.safety).toEqual(eve.safety);
  expect(bob.safety).toHaveLength(4);
});

test("a promise that changes once our number is told wears it out", async () => {
  const [bob, eve] = [await vow(BOB), await vow(EVE)];
  await bob.follow([shareOf(EVE, eve)]);
  await eve.follow([shareOf(BOB, bob)]);
  await bob.follow([shareOf(EVE, eve)]);
  const { commitment, nonce } = bob;
  await eve.renew();
  await bob.follow([shareOf(EVE, eve)]);
  expect(bob.commitment).not.toBe(commitment);
  expect(nonce).not.toBe("");
  expect([bob.nonce, bob.safety]).toEqual(["", null]);
  // And the two find together again.
  await eve.follow([shareOf(BOB, bob)]);
  await bob.follow([shareOf(EVE, eve)]);
  await eve.follow([shareOf(BOB, bob)]);
  expect(bob.safety).not.toBeNull();
  expect(bob.safety).toEqual(eve.safety);
});

test("a number that breaks its promise makes no code", async () => {
  const [bob, eve, other] = [await vow(BOB), await vow(EVE), await vow(EVE)];
  await bob.follow([shareOf(EVE, eve)]);
  await eve.follow([shareOf(BOB, bob)]);
  await other.follow([shareOf(BOB, bob)]);
  await bob.follow([{ ...shareOf(EVE, eve), nonce: other.nonce || "A".repeat(43) }]);
  expect(bob.safety).toBeNull();
});

test("who sees other members agrees with nobody", async () => {
  const [bob, eve, finn] = [await vow(BOB), await vow(EVE), await vow(FINN)];
  await bob.follow([shareOf(EVE, eve), shareOf(FINN, finn)]);
  await eve.follow([shareOf(BOB, bob)]);
  await bob.follow([shareOf(EVE, eve), shareOf(FINN, finn)]);
  await eve.follow([shareOf(BOB, bob)]);
  expect([bob.safety, eve.safety]).toEqual([null, null]);
});
