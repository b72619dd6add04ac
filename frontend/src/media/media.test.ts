import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Event } from "../api/protocol.gen";
import { asBob, bob } from "../room/stage";
import { Page } from "./page";

let page: Page;

const kinds = () => page.said().map((one) => one.kind);
const isOn = (on = true) => page.happens({ type: "MicrophoneSet", seat: "s_bob", on });

beforeEach(() => {
  page = new Page();
});

afterEach(() => page.end());

test("whoever is inside joins, and whoever steps away leaves, and comes again", async () => {
  await page.welcome();
  expect(kinds()).toEqual(["join"]);
  page.ready();
  expect(page.media.read().state).toBe("open");
  page.happens({ type: "SteppedAway", seat: "s_bob" });
  expect([kinds().at(-1), page.media.read().state]).toEqual(["leave", "none"]);
  page.happens({ type: "SteppedBack", seat: "s_bob" });
  await page.settle();
  expect(kinds()).toEqual(["join", "leave", "join"]);
});

test("nobody who waits outside, or who only reads, has media", async () => {
  await page.welcome({ you: { ...asBob().you, standing: "waiting" }, people: [] });
  await page.welcome({ people: [{ ...bob, follows: "text" }] });
  expect(kinds()).toEqual([]);
});

test("a new page.socket joins anew, and the microphone stays on", async () => {
  await page.welcome();
  page.ready();
  await page.media.open("microphone");
  isOn();
  page.socket.onclose?.({ code: 1006, reason: "" });
  await vi.advanceTimersByTimeAsync(500);
  await page.welcome({ people: [{ ...bob, microphone: true }] });
  expect(kinds().filter((one) => one === "join").length).toBeGreaterThan(1);
  expect(page.opened.map((one) => one.readyState)).toEqual(["live"]);
});

test.each<[string, Event]>([
  ["a facilitator's mute", { type: "Muted", seat: "s_bob" }],
  ["a mute of all", { type: "AllMuted" }],
  ["one's own turning off", { type: "MicrophoneSet", seat: "s_bob", on: false }],
  ["stepping away", { type: "SteppedAway", seat: "s_bob" }],
])("%s stops the microphone in the same moment", async (_, event) => {
  await page.welcome();
  page.ready();
  await page.media.open("microphone");
  isOn();
  expect(page.opened[0]?.readyState).toBe("live");
  page.happens(event);
  expect(page.opened[0]?.readyState).toBe("ended");
});

test("a microphone that the room does not let on is let go again", async () => {
  await page.welcome();
  page.ready();
  await page.media.open("microphone");
  await vi.advanceTimersByTimeAsync(4_000);
  expect(page.opened[0]?.readyState).toBe("live");
  await vi.advanceTimersByTimeAsync(1_500);
  expect(page.opened[0]?.readyState).toBe("ended");
});

test("a mute that comes between the device and the room's word lets it go", async () => {
  await page.welcome();
  page.ready();
  await page.media.open("microphone");
  page.happens({ type: "AllMuted" });
  expect(page.opened[0]?.readyState).toBe("ended");
});

test.each([
  ["NotAllowedError", "denied"],
  ["NotFoundError", "none"],
  ["NotReadableError", "busy"],
])("%s of a device is told as %s, and the room hears nothing", async (name, why) => {
  await page.welcome();
  page.ready();
  page.refused = name;
  expect(await page.media.open("camera")).toBe(false);
  expect(page.media.read().trouble.camera).toBe(why);
  expect(page.given()).toEqual([]);
});

test("a device that is pulled out is said to be lost, and off", async () => {
  await page.welcome();
  page.ready();
  await page.media.open("microphone");
  isOn();
  page.opened[0]?.onended?.(new globalThis.Event("ended"));
  expect(page.media.read().trouble.microphone).toBe("lost");
  expect(page.given()).toEqual([{ type: "SetMicrophone", on: false }]);
});

test("a page that is loaded anew does not pretend that its devices are on", async () => {
  await page.welcome({ people: [{ ...bob, microphone: true, camera: true }] });
  page.ready();
  expect(page.given()).toEqual([
    { type: "SetMicrophone", on: false },
    { type: "SetCamera", on: false },
  ]);
});

test("after again it joins anew; after over it waits for the person", async () => {
  await page.welcome();
  page.ready();
  page.told({ kind: "again", why: "moved" });
  await page.settle();
  expect([kinds(), page.media.read().state]).toEqual([["join", "join"], "again"]);
  page.told({ kind: "over", why: "elsewhere" });
  page.happens({ type: "SteppedAway", seat: "s_bob" });
  page.happens({ type: "SteppedBack", seat: "s_bob" });
  await vi.advanceTimersByTimeAsync(8_000);
  expect([kinds().length, page.media.read().why]).toEqual([2, "elsewhere"]);
  page.media.join();
  await page.settle();
  expect(kinds()).toEqual(["join", "join", "join"]);
});

test("where the browser can not encrypt, an encrypted room gets nothing from it", async () => {
  page.agrees = false;
  await page.welcome({ encrypted: true });
  expect([kinds(), page.media.read().why]).toEqual([[], "cannot_encrypt"]);
});

test("once a group was called encrypted nothing is sent openly, whatever the service says", async () => {
  await page.welcome({ encrypted: true });
  page.ready();
  expect(page.keyed).toEqual([]);
  page.keyed = null;
  page.told({ kind: "again", why: "restarted" });
  await page.welcome({ encrypted: false });
  page.ready();
  expect(page.keyed).toEqual([]);
});

test("in a mesh nobody gets a key whom the room does not name", async () => {
  await page.welcome({ encrypted: true, people: [bob, { ...bob, seat: "s_eve", name: "Eve" }] });
  page.ready({ encrypted: true });
  const [eve, nobody] = [
    { leg: "e", seat: "s_eve" },
    { leg: "n", seat: "s_nobody" },
  ];
  page.told({ kind: "peers", peers: [eve, nobody] });
  expect(page.keyed).toEqual(["s_eve"]);
  page.happens({ type: "SteppedAway", seat: "s_eve" });
  expect(page.keyed).toEqual([]);
});

test("devices of a mesh do not speak on for long where the room's word does not reach them", async () => {
  await page.welcome();
  page.ready();
  page.told({ kind: "peers", peers: [{ leg: "e", seat: "s_eve" }] });
  await page.settle();
  for (let second = 0; second < 14; second += 1) {
    page.socket.onclose?.({ code: 1006, reason: "" });
    await vi.advanceTimersByTimeAsync(1_000);
  }
  expect(page.made.map(({ closed }) => closed)).toEqual([false]);
  await vi.advanceTimersByTimeAsync(2_000);
  expect([page.made[0]?.closed, page.media.read().state]).toEqual([true, "again"]);
});

test("whoever chooses only sound says so, and turns the camera off", async () => {
  await page.welcome();
  page.ready();
  await page.media.open("camera");
  page.happens({ type: "CameraSet", seat: "s_bob", on: true });
  page.media.setMode("sound");
  expect(page.given()).toEqual([
    { type: "SetCamera", on: false },
    { type: "Follow", mode: "sound" },
  ]);
});

test("whoever chooses to read only is heard and seen no more, before the room knows", async () => {
  await page.welcome({ text_allowed: true });
  page.ready();
  for (const kind of ["microphone", "camera"] as const) await page.media.open(kind);
  isOn();
  page.media.setMode("text");
  expect(page.opened.map((one) => one.readyState)).toEqual(["ended", "ended"]);
});

test("a way of taking part that the room refuses is not shown as chosen", async () => {
  await page.welcome();
  page.ready();
  page.media.setMode("text");
  expect(page.media.read().mode).toBe("text");
  await page.answers("text_not_allowed");
  expect(page.media.read().mode).toBe("auto");
});

test("of two choices in a row the last one counts", async () => {
  await page.welcome();
  page.ready();
  page.media.setMode("sound");
  page.media.setMode("auto");
  page.happens({ type: "Following", seat: "s_bob", mode: "sound" });
  page.happens({ type: "Following", seat: "s_bob", mode: "all" });
  await page.answers();
  expect(page.given().map((one) => one.type === "Follow" && one.mode)).toEqual(["sound", "all"]);
  expect(page.media.read().mode).toBe("auto");
});

test("a device that was turned on stays until the room has answered, however late", async () => {
  await page.welcome();
  page.ready();
  await page.media.open("microphone");
  void page.store.give({ type: "SetMicrophone", on: true });
  await page.pass(12);
  expect(page.opened[0]?.readyState).toBe("live");
  await page.answers();
  isOn();
  await page.pass(12);
  expect(page.opened[0]?.readyState).toBe("live");
  expect(page.given()).toHaveLength(1);
});

test("the last two captions are shown for a while", async () => {
  await page.welcome();
  for (const text of ["one", "two", "three"]) page.hear({ type: "caption", sender: "s_eve", text });
  expect(page.media.read().captions.map((one) => one.text)).toEqual(["two", "three"]);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(page.media.read().captions).toEqual([]);
});
