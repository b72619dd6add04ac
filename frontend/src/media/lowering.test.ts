import { afterEach, beforeEach, expect, test } from "vitest";
import { alice, bob, eve } from "../room/stage";
import { Page } from "./page";

let page: Page;

const line = (mid: string, seat: string, source: "camera" | "share") => ({ mid, seat, source });
const LINES = [
  ...[line("0", "s_alice", "camera"), line("1", "s_eve", "camera")],
  line("2", "s_alice", "share"),
];

/** Bob with his camera on, who shows alice, her share and eve, all of them large. */
async function together(): Promise<void> {
  const people = [{ ...alice, camera: true, shares: "window" as const }, bob];
  await page.welcome({ people: [...people, { ...eve, camera: true }] });
  page.ready({ engine: "sfu", video_kbps: 600 });
  await camera();
  page.told({ kind: "offer", n: 1, sdp: "lines 3", streams: LINES });
  for (const { seat, source } of LINES) page.media.want(`${seat} ${source}`, "large");
  await page.pass(1);
  for (const one of page.made) one.become("connected");
}

async function camera(): Promise<void> {
  await page.media.open("camera");
  page.happens({ type: "CameraSet", seat: "s_bob", on: true });
}

/** So many of a hundred packets are lost from now, and so much may be sent, for so long. */
async function weather(lost: number, seconds: number, out_kbps = 900): Promise<void> {
  for (const one of page.made) one.weather = { lost, out_kbps };
  await page.pass(seconds);
}

const lowered = () => page.media.read().lowered;
const shown = () => Object.keys(page.media.read().pictures).sort();
/** The sizes of one's own camera that are sent, by the connection that sends. */
const sizes = (of = 0) =>
  (page.made[of]?.lines[1]?.sender.parameters.encodings ?? [])
    .filter((one) => one.active !== false)
    .map((one) => one.rid);
const rate = () => page.opened[0]?.getConstraints().frameRate;
/** The layer in which each line is wanted; null where it rests. */
function wanted(): Record<string, number | null> {
  const wishes = page.said().flatMap((one) => (one.kind === "want" ? one.streams : []));
  return Object.fromEntries(wishes.map((one) => [one.mid, one.on ? (one.layer ?? 0) : null]));
}

beforeEach(() => {
  page = new Page();
});

afterEach(() => page.end());

test("on a good connection everything is sent and taken large, and nothing is said of it", async () => {
  await together();
  await weather(0, 60);
  expect([lowered(), page.media.read().level]).toEqual([null, 3]);
  expect(sizes()).toEqual(["h", "l"]);
  expect(wanted()).toEqual({ 0: 2, 1: 2, 2: 2 });
});

test("on a bad one, cameras become small both ways, and the page says so; a share does not", async () => {
  await together();
  await weather(15, 9);
  expect([lowered(), page.media.read().level]).toEqual([null, 1]);
  await page.pass(9);
  expect(lowered()).toBe("less");
  expect(sizes()).toEqual(["l"]);
  expect(rate()).toMatchObject({ max: 15 });
  expect(wanted()).toEqual({ 0: 0, 1: 0, 2: 2 });
});

test("where small pictures do not fit either they rest, but for a share and what is pinned", async () => {
  await together();
  page.media.pin("s_eve");
  await weather(30, 30);
  expect([lowered(), sizes()]).toEqual(["sound", ["l"]]);
  expect(wanted()).toEqual({ 0: null, 1: 2, 2: 2 });
  expect(shown()).toEqual(["s_alice share", "s_bob camera", "s_eve camera"]);
  page.media.pin(null);
  await page.pass(1);
  expect([wanted()[1], shown()]).toEqual([null, ["s_alice share", "s_bob camera"]]);
});

test("what rests comes back by steps, each after half a minute of good", async () => {
  await together();
  await weather(30, 30);
  await weather(0, 27);
  expect([lowered(), wanted()]).toEqual(["sound", { 0: null, 1: null, 2: 2 }]);
  await page.pass(9);
  expect([lowered(), sizes(), wanted()]).toEqual(["less", ["l"], { 0: 0, 1: 0, 2: 2 }]);
  await page.pass(36);
  expect([lowered(), sizes()]).toEqual([null, ["h", "l"]]);
  expect(wanted()).toEqual({ 0: 2, 1: 2, 2: 2 });
  expect(rate()).toMatchObject({ max: 30 });
});

test("pictures do not come and go with a connection that does", async () => {
  await together();
  await weather(15, 18);
  for (let minute = 0; minute < 5; minute += 1) {
    await weather(0, 24);
    expect([lowered(), sizes()]).toEqual(["less", ["l"]]);
    await weather(15, 12);
    expect([lowered(), sizes()]).toEqual(["less", ["l"]]);
  }
});

test("what may be sent says something only while one's own camera is on", async () => {
  await page.welcome();
  page.ready({ engine: "sfu" });
  page.made[0]?.become("connected");
  await weather(0, 30, 60);
  expect(lowered()).toBeNull();
  await camera();
  await weather(0, 18, 60);
  expect(lowered()).toBe("less");
});

test("whoever chose all pictures keeps them, however bad it is", async () => {
  await together();
  page.media.setMode("video");
  await weather(30, 60);
  expect([lowered(), page.media.read().level]).toEqual([null, 1]);
  expect(sizes()).toEqual(["h", "l"]);
});

test("whoever chose small pictures has them, and is not told of a weak connection", async () => {
  await together();
  page.media.setMode("less");
  await page.pass(1);
  expect([lowered(), sizes(), wanted()]).toEqual([null, ["l"], { 0: 0, 1: 0, 2: 2 }]);
});

test("choosing anew judges anew", async () => {
  await together();
  await weather(30, 30);
  page.media.setMode("auto");
  expect([lowered(), sizes()]).toEqual([null, ["h", "l"]]);
});

test("whoever saves data has small pictures from the beginning", async () => {
  page.saves = true;
  await together();
  expect([lowered(), sizes(), wanted()]).toEqual(["less", ["l"], { 0: 0, 1: 0, 2: 2 }]);
});

test("a leg that is begun anew begins as small as the last one was", async () => {
  await together();
  await weather(15, 18);
  page.told({ kind: "again", why: "restarted" });
  await page.settle();
  const before = page.made.length;
  page.ready({ engine: "sfu", video_kbps: 600 });
  await page.settle();
  expect([lowered(), sizes(before)]).toEqual(["less", ["l"]]);
});

test("in a mesh each other device is sent a smaller picture of fewer bits", async () => {
  await page.welcome();
  page.ready();
  await camera();
  page.told({ kind: "peers", peers: [{ leg: "e", seat: "s_eve" }] });
  await page.settle();
  const sent = () => page.made[0]?.lines[1]?.sender.parameters.encodings[0];
  expect(sent()).toMatchObject({ maxBitrate: 300_000 });
  page.made[0]?.become("connected");
  await weather(15, 18);
  expect(sent()).toMatchObject({ maxBitrate: 90_000, scaleResolutionDownBy: 2 });
});

test("how well one is connected is told when it changes", async () => {
  await together();
  const told = () => page.said().flatMap((one) => (one.kind === "quality" ? [one.level] : []));
  await weather(0, 18);
  await weather(15, 9);
  expect(told()).toEqual([3, 1]);
});
