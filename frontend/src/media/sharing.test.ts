import { afterEach, beforeEach, expect, test } from "vitest";
import type { Event, Snapshot } from "../api/protocol.gen";
import { alice, asBob, bob } from "../room/stage";
import { type FakeTrack, track } from "./fakes";
import { Page } from "./page";

let page: Page;
let screen: FakeTrack;

/** What goes out on the line of shares. */
const sent = () => page.made[0]?.lines[2]?.sender.track ?? null;
const shown = () => Object.keys(page.media.read().pictures);
const START = { type: "StartSharing", what: "window" } as const;
const STOP = { type: "StopSharing" } as const;
const started = (what: "window" | "handout" = "window") =>
  page.happens({ type: "SharingStarted", seat: "s_bob", what });
const stopped = (by: string) => page.happens({ type: "SharingStopped", seat: "s_bob", by });

/** Bob has media, and shares a window where `on`. */
async function inside({ on = false, ...more }: Partial<Snapshot> & { on?: boolean } = {}) {
  await page.welcome({ you: { ...asBob().you, may_share: true }, ...more });
  page.ready({ engine: "sfu" });
  if (on) await shares();
}

async function shares(): Promise<void> {
  void page.media.shareScreen();
  await page.settle();
  started();
  await page.answers();
}

/** Ask for a screen; the answer is what the person picks in the end. */
function picking(): (picked: FakeTrack) => Promise<void> {
  let grant: (picked: FakeTrack) => void = () => undefined;
  page.picker = () => new Promise((done) => (grant = done));
  void page.media.shareScreen();
  return (picked) => {
    grant(picked);
    return page.settle();
  };
}

beforeEach(() => {
  page = new Page();
  screen = track("video", "screen");
  page.picker = () => Promise.resolve(screen);
});

afterEach(() => page.end());

test("a window is sent and shown once the room says that it is shared, and not before", async () => {
  await inside();
  void page.media.shareScreen();
  await page.settle();
  page.happens({ type: "HandRaised", seat: "s_eve" });
  expect([page.given(), sent(), shown()]).toEqual([[START], null, []]);
  started();
  await page.answers();
  expect(sent()).toBe(screen);
  expect([screen.contentHint, shown()]).toEqual(["detail", ["s_bob share"]]);
});

test("a whole screen is told as one", async () => {
  await inside();
  screen = track("video", "screen", { displaySurface: "monitor" });
  void page.media.shareScreen();
  await page.settle();
  expect(page.given()).toEqual([{ type: "StartSharing", what: "screen" }]);
});

test("a handout is told as one, and its letters stay sharp", async () => {
  await inside();
  const sheet = track("video", "sheet");
  const done = page.media.shareTrack(sheet);
  started("handout");
  await page.answers();
  expect([await done, sent()]).toEqual([true, sheet]);
  expect(page.given()).toEqual([{ type: "StartSharing", what: "handout" }]);
  expect(sheet.contentHint).toBe("text");
});

test.each<[string, string[]]>([
  ["NotAllowedError", []],
  ["NotFoundError", ["notice.notShared"]],
])("%s of a screen tells the person %o, and the room nothing", async (name, notices) => {
  await inside();
  page.picker = () => Promise.reject(new DOMException("", name));
  await page.media.shareScreen();
  expect([page.given(), sent(), shown()]).toEqual([[], null, []]);
  expect(page.store.view.said.map((one) => one.key)).toEqual(notices);
});

test("what the room refuses is let go, is not sent, and the person is told", async () => {
  await inside();
  const done = page.media.shareTrack(screen);
  await page.answers("already_shared");
  expect(await done).toBe(false);
  expect([screen.readyState, sent()]).toEqual(["ended", null]);
  expect(page.store.view.said.map((one) => one.code)).toEqual(["already_shared"]);
});

test("what the room never says is shared is let go", async () => {
  await inside();
  void page.media.shareScreen();
  await page.settle();
  await page.answers();
  expect(screen.readyState).toBe("live");
  await page.pass(5);
  expect(screen.readyState).toBe("ended");
});

test.each<[string, () => unknown]>([
  ["the browser's own bar", () => screen.onended?.(new globalThis.Event("ended"))],
  ["one's own button", () => page.media.stopSharing()],
])("%s ends a share at once, and the room is told", async (_, end) => {
  await inside({ on: true });
  end();
  expect([screen.readyState, sent()]).toEqual(["ended", null]);
  expect(page.given()).toEqual([START, STOP]);
  stopped("s_bob");
  await page.answers();
  expect([page.given(), shown()]).toEqual([[START, STOP], []]);
});

test("a share that ends before the room has said yes is taken back", async () => {
  await inside();
  void page.media.shareScreen();
  await page.settle();
  screen.onended?.(new globalThis.Event("ended"));
  started();
  expect([page.given(), sent()]).toEqual([[START, STOP], null]);
});

test.each<[string, Event]>([
  ["a facilitator's stop", { type: "SharingStopped", seat: "s_bob", by: "s_alice" }],
  ["a hold", { type: "Held" }],
  ["a quiet break", { type: "BreakStarted", until: 0, by: "s_alice" }],
  ["a removal", { type: "Removed", seat: "s_bob", reason: "safety" }],
  ["being asked to wait outside", { type: "SentBack", seat: "s_bob" }],
  ["a move", { type: "Moved", seat: "s_bob", place: "p_1", by: "s_alice" }],
  ["stepping away", { type: "SteppedAway", seat: "s_bob" }],
  ["going on by text", { type: "Following", seat: "s_bob", mode: "text" }],
  ["the end", { type: "Ended", cause: "time" }],
])("%s stops the capture in the same moment", async (_, event) => {
  await inside({ on: true, break_quiet: true });
  page.happens(event);
  expect([screen.readyState, sent(), shown()]).toEqual(["ended", null, []]);
  expect(page.given()).toEqual([START]);
});

test("the end of somebody else's share leaves one's own", async () => {
  await inside({ on: true });
  page.happens({ type: "SharingStopped", seat: "s_eve", by: "s_alice" });
  page.happens({ type: "Moved", seat: "s_eve", place: "p_1", by: "s_alice" });
  expect([screen.readyState, sent()]).toEqual(["live", screen]);
});

test("where the room lets nobody share anew, what is shared goes on", async () => {
  await inside({ on: true });
  const sheet = track("video", "sheet");
  const done = page.media.shareTrack(sheet);
  await page.answers("not_invited");
  expect([await done, sheet.readyState]).toEqual([false, "ended"]);
  expect([sent(), screen.readyState]).toEqual([screen, "live"]);
});

test("another window is let go at once too when a facilitator stops it", async () => {
  await inside({ on: true });
  screen = track("video", "other");
  void page.media.shareScreen();
  await page.settle();
  await page.answers();
  expect(sent()).toBe(screen);
  stopped("s_alice");
  expect([screen.readyState, sent()]).toEqual(["ended", null]);
});

test.each<[string, () => void]>([
  ["they have left the page", () => page.leave()],
  [
    "they are elsewhere",
    () => page.happens({ type: "Moved", seat: "s_bob", place: "p_1", by: "s_alice" }),
  ],
  ["they have stepped away", () => page.happens({ type: "SteppedAway", seat: "s_bob" })],
])("a screen that is picked when %s is captured for nobody", async (_, happens) => {
  await inside();
  const pick = picking();
  happens();
  await pick(screen);
  expect([page.given(), screen.readyState]).toEqual([[], "ended"]);
});

test("a second share takes the place of the first once it may, and only it is captured", async () => {
  await inside({ on: true });
  const sheet = track("video", "sheet");
  const done = page.media.shareTrack(sheet);
  page.happens({ type: "HandRaised", seat: "s_eve" });
  expect(sent()).toBe(screen);
  started("handout");
  await page.answers();
  expect([await done, sent(), screen.readyState]).toEqual([true, sheet, "ended"]);
  stopped("s_alice");
  expect([sheet.readyState, sent()]).toEqual(["ended", null]);
});

test("the picker that is closed again leaves the share that is going", async () => {
  await inside({ on: true });
  page.picker = () => Promise.reject(new DOMException("", "NotAllowedError"));
  await page.media.shareScreen();
  expect([screen.readyState, sent(), page.given()]).toEqual(["live", screen, [START]]);
});

test.each<[string, Event, string]>([
  ["one was removed", { type: "Removed", seat: "s_bob", reason: "safety" }, "not_here"],
  ["one's invitation went", { type: "InvitationWithdrawn", seat: "s_bob" }, "not_invited"],
])("a screen that is picked after %s is let go, and never sent", async (_, event, code) => {
  await inside();
  const pick = picking();
  page.happens(event);
  await pick(screen);
  await page.answers(code);
  expect([screen.readyState, sent()]).toEqual(["ended", null]);
});

test("a screen that is picked after the room has closed is let go at once", async () => {
  await inside();
  const pick = picking();
  page.socket.onclose?.({ code: 4503, reason: "" });
  await pick(screen);
  expect([screen.readyState, sent(), page.given()]).toEqual(["ended", null, []]);
});

test("where another device takes the media, the share ends here and that device says so", async () => {
  await inside({ on: true });
  page.told({ kind: "over", why: "elsewhere" });
  expect([screen.readyState, page.given()]).toEqual(["ended", [START]]);
});

test("media that are over end the share, and the room is told", async () => {
  await inside({ on: true });
  page.told({ kind: "over", why: "failed" });
  expect([screen.readyState, page.given()]).toEqual(["ended", [START, STOP]]);
});

test("where media are over nobody is asked for a screen, and the room hears nothing", async () => {
  await inside();
  page.told({ kind: "over", why: "failed" });
  let asked = false;
  page.picker = async () => {
    asked = true;
    return screen;
  };
  await page.media.shareScreen();
  expect([asked, page.given()]).toEqual([false, []]);
  expect(page.store.view.said.map((one) => one.key)).toEqual(["notice.notShared"]);
});

test("a page that is loaded anew does not pretend that it shares", async () => {
  await inside({ people: [alice, { ...bob, shares: "window" }] });
  expect(page.given()).toEqual([STOP]);
});
