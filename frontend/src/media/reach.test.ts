import { afterEach, beforeEach, expect, test } from "vitest";
import { alice, bob, eve } from "../room/stage";
import { Page } from "./page";

let page: Page;

const cut = () => page.media.read().cut;
const apart = () => page.media.read().apart;

beforeEach(async () => {
  page = new Page();
  await page.welcome({ people: [alice, bob, eve] });
});

afterEach(() => page.end());

test("where nothing comes through the page says so, and calls no connection weak", async () => {
  page.ready({ engine: "sfu" });
  await page.pass(6);
  expect(cut()).toBe(false);
  await page.pass(24);
  expect([cut(), page.media.read().lowered]).toEqual([true, null]);
  for (const one of page.made) one.become("connected");
  await page.pass(3);
  expect(cut()).toBe(false);
});

test("it stays said while the media are begun anew, until something comes or one has none", async () => {
  page.ready({ engine: "sfu" });
  page.told({ kind: "again", why: "unreached" });
  await page.settle();
  page.ready({ engine: "sfu" });
  await page.pass(3);
  expect([page.media.read().state, cut()]).toEqual(["open", true]);
  page.told({ kind: "over", why: "failed" });
  expect(cut()).toBe(false);
});

test("in a mesh it is said of each whom this device does not reach", async () => {
  page.ready();
  page.told({
    ...{ kind: "peers" },
    peers: [
      { leg: "a", seat: "s_alice" },
      { leg: "c", seat: "s_eve" },
    ],
  });
  await page.settle();
  page.told({ kind: "passed", sender: "a", data: { kind: "offer", n: 1, sdp: "lines 3" } });
  await page.settle();
  page.made.at(-1)?.become("connected");
  await page.pass(9);
  expect([apart(), cut()]).toEqual([["s_eve"], false]);
  for (const one of page.made) one.become("connected");
  await page.pass(3);
  expect(apart()).toEqual([]);
});
