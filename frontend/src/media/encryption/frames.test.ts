// @vitest-environment node
// Frames that open once, for those who have the key, and tell whose they are.

import { expect, test } from "vitest";
import { type Bytes, chance } from "./bytes";
import { GRACE_MS, type Material, Opener, Seal } from "./frames";

const KEYFRAME = Uint8Array.from({ length: 60 }, (_, at) => (at === 0 ? 0x10 : at));
const DELTA = Uint8Array.from({ length: 60 }, (_, at) => (at === 0 ? 0x11 : at));

async function material(generation = 1, context = "bob"): Promise<Material> {
  const key = await crypto.subtle.importKey("raw", chance(32), "HKDF", false, ["deriveKey"]);
  return { generation, key, context };
}

function opener(...known: Material[]): Opener {
  const made = new Opener(() => 0);
  for (const one of known) made.learn(one);
  return made;
}

async function sealed(seal: Seal, frame: Bytes, by: Material): Promise<Bytes> {
  const done = await seal.seal(frame, by);
  if (done === null) throw new Error("not sealed");
  return done;
}

test("a frame comes out as it went in", async () => {
  const key = await material();
  for (const [source, frame] of [
    ["microphone", DELTA],
    ["camera", KEYFRAME],
    ["camera", DELTA],
    ["share", KEYFRAME],
    ["microphone", new Uint8Array()],
    ["microphone", Uint8Array.of(8)],
    ["camera", Uint8Array.of(0, 1)],
  ] as const) {
    const frames = await sealed(new Seal(source), frame, key);
    expect(await opener(key).open(frames, source)).toEqual(frame);
  }
});

test("what a decoder's outside needs stays readable, and nothing else", async () => {
  const key = await material();
  for (const [source, frame, clear] of [
    ["microphone", DELTA, 1],
    ["camera", KEYFRAME, 10],
    ["camera", DELTA, 3],
  ] as const) {
    const done = await sealed(new Seal(source), frame, key);
    expect(done.slice(0, clear)).toEqual(frame.slice(0, clear));
    expect(done.slice(clear, 60)).not.toEqual(frame.slice(clear, 60));
    expect(done.length).toBe(60 + 31);
  }
});

test("without a key nothing leaves", async () => {
  expect(await new Seal("microphone").seal(DELTA, null)).toBeNull();
});

test("a frame that was changed anywhere is not played", async () => {
  const key = await material();
  const frame = await sealed(new Seal("camera"), DELTA, key);
  for (let at = 0; at < frame.length; at += 1) {
    const changed = frame.slice();
    changed[at] = (changed[at] ?? 0) ^ 4;
    expect(await opener(key).open(changed, "camera")).toBeNull();
  }
  for (let length = 0; length < frame.length; length += 1)
    expect(await opener(key).open(frame.slice(0, length), "camera")).toBeNull();
  expect(await opener(key).open(DELTA, "camera")).toBeNull();
});

test("a frame is opened as its sender's and as what it is, or not at all", async () => {
  const key = await material();
  const frame = await sealed(new Seal("camera"), DELTA, key);
  expect(await opener(key).open(frame, "share")).toBeNull();
  expect(await opener({ ...key, context: "eve" }).open(frame, "camera")).toBeNull();
  expect(await opener(await material()).open(frame, "camera")).toBeNull();
});

test("a frame is played once, and frames out of order are", async () => {
  const key = await material();
  const seal = new Seal("microphone");
  const frames = [];
  for (let at = 0; at < 5; at += 1) frames.push(await sealed(seal, DELTA, key));
  const one = opener(key);
  for (const at of [2, 0, 4, 1, 3])
    expect(await one.open(frames[at] ?? DELTA, "microphone")).toEqual(DELTA);
  for (const frame of frames) expect(await one.open(frame, "microphone")).toBeNull();
});

test("the same frame on two lines at once is played once", async () => {
  const key = await material();
  const frame = await sealed(new Seal("microphone"), DELTA, key);
  const one = opener(key);
  const both = await Promise.all([one.open(frame, "microphone"), one.open(frame, "microphone")]);
  expect(both.filter((opened) => opened !== null)).toHaveLength(1);
});

test("no stream that was opened can be played again, however many streams there are", async () => {
  const key = await material();
  const one = opener(key);
  const first = await sealed(new Seal("microphone"), DELTA, key);
  expect(await one.open(first, "microphone")).toEqual(DELTA);
  for (let at = 0; at < 1_100; at += 1)
    await one.open(await sealed(new Seal("microphone"), DELTA, key), "microphone");
  expect(await one.open(first, "microphone")).toBeNull();
});

test("streams of many connections begun anew all open, among others that were invented", async () => {
  const key = await material();
  const one = opener(key);
  for (let at = 0; at < 200; at += 1) {
    const frame = await sealed(new Seal("camera"), DELTA, key);
    const invented = frame.slice();
    invented.set([1, 2, 3, at], frame.length - 15);
    expect(await one.open(invented, "camera")).toBeNull();
    expect(await one.open(frame, "camera")).toEqual(DELTA);
  }
});

test("no two frames share an IV under one key: each line and generation has its own salt", async () => {
  const [first, second] = [await material(1), await material(2)];
  const [one, two] = [new Seal("camera"), new Seal("camera")];
  const marks = new Set<string>();
  for (const key of [first, second, first])
    for (const seal of [one, two])
      for (let at = 0; at < 20; at += 1)
        marks.add((await sealed(seal, DELTA, key)).slice(-15).join(" "));
  expect(marks.size).toBe(120);
});

test("an older key opens what is on its way, for a while", async () => {
  let now = 0;
  const one = new Opener(() => now);
  const [old, fresh] = [await material(1), await material(2)];
  const [seal, next] = [new Seal("microphone"), new Seal("microphone")];
  const frames = [];
  for (let at = 0; at < 4; at += 1) frames.push(await sealed(seal, DELTA, old));
  one.learn(old);
  one.learn(fresh);
  now = 5000;
  expect(await one.open(frames[0] ?? DELTA, "microphone")).toEqual(DELTA);
  expect(await one.open(await sealed(next, DELTA, fresh), "microphone")).toEqual(DELTA);
  now += GRACE_MS;
  expect(await one.open(frames[1] ?? DELTA, "microphone")).toEqual(DELTA);
  now += 1;
  expect(await one.open(frames[2] ?? DELTA, "microphone")).toBeNull();
  // And it does not come back.
  one.learn(old);
  expect(await one.open(frames[3] ?? DELTA, "microphone")).toBeNull();
});

test("an older key is given up even if the newer one is never used", async () => {
  let now = 0;
  const one = new Opener(() => now);
  const [old, fresh] = [await material(1), await material(2)];
  one.learn(old);
  one.learn(fresh);
  now = 10_001;
  expect(await one.open(await sealed(new Seal("microphone"), DELTA, old), "microphone")).toBeNull();
});
