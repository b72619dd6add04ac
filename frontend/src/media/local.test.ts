import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type FakeTrack, track } from "./fakes";
import { Local } from "./local";

type Wanted = Readonly<Record<string, unknown>>;

let local: Local;
let asked: Wanted[];
let given: FakeTrack[];
/** What the browser gives for what is wanted; it may keep the person waiting. */
let gives: (wanted: Wanted) => FakeTrack | Promise<FakeTrack>;
let plugged: { kind: string; deviceId: string; label: string }[];
let page: EventTarget;
/** The camera that is to be sent after each change, or null. */
let sent: (string | null)[];

const settle = () => vi.advanceTimersByTimeAsync(0);
const refusal = (name: string) => Promise.reject(new DOMException("", name));
const states = () => given.map((one) => one.readyState);
const named = (wanted: Wanted) => (wanted.deviceId as { exact: string } | undefined)?.exact;
/** The devices that were asked for by name, in turn. */
const ids = () => asked.map(named);

/** A camera that can blur, as few browsers have them; it takes a moment to. */
function blurring(id: string): FakeTrack {
  const one = track("video", id);
  const settings = () => ({
    deviceId: id,
    backgroundBlur: (one.getConstraints() as Wanted).backgroundBlur ?? false,
  });
  const apply = one.applyConstraints.bind(one);
  return Object.assign(one, {
    getCapabilities: () => ({ backgroundBlur: [false, true] }),
    getSettings: settings,
    applyConstraints: (next?: MediaTrackConstraints) =>
      new Promise<void>((done) => setTimeout(() => void apply(next).then(done), 100)),
  });
}

beforeEach(() => {
  vi.useFakeTimers();
  [asked, given, plugged, page, sent] = [[], [], [], new EventTarget(), []];
  gives = (wanted) => track("video", named(wanted) ?? "usual");
  vi.stubGlobal("navigator", {
    mediaDevices: Object.assign(page, {
      getUserMedia: async ({ audio, video }: { audio?: Wanted; video?: Wanted }) => {
        const wanted = audio ?? video ?? {};
        asked.push(wanted);
        const one = await gives(wanted);
        given.push(one);
        return { getTracks: () => [one] };
      },
      enumerateDevices: () => Promise.resolve(plugged),
      getSupportedConstraints: () => ({ backgroundBlur: true }),
    }),
  });
  local = new Local((kind) => {
    if (kind === "camera") sent.push(local.own.camera.track?.id ?? null);
  });
});

afterEach(() => {
  local.end();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("a microphone is asked to keep echoes and noise out", async () => {
  expect(await local.open("microphone")).toBe(true);
  expect(asked).toEqual([
    { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
  ]);
});

test("a camera is asked for no more than a tile shows, and not to blur where nobody asked", async () => {
  await local.open("camera");
  expect(asked[0]).toMatchObject({ width: { ideal: 640 }, height: { ideal: 360 } });
  expect(asked[0]).not.toHaveProperty("backgroundBlur");
  expect(given[0]?.getConstraints()).not.toHaveProperty("backgroundBlur");
});

test("a background is blurred where the camera can, and said to be", async () => {
  gives = () => blurring("good");
  const opening = local.open("camera");
  await vi.advanceTimersByTimeAsync(100);
  expect([await opening, local.blur]).toEqual([true, false]);
  void local.setBlur(true);
  await vi.advanceTimersByTimeAsync(100);
  expect(given[0]?.getConstraints()).toMatchObject({ backgroundBlur: true });
  expect(local.blur).toBe(true);
});

test("a camera that can not blur is not asked to, and is not said to", async () => {
  await local.open("camera");
  await local.setBlur(true);
  expect(given[0]?.getConstraints()).not.toHaveProperty("backgroundBlur");
  expect(local.blur).toBeNull();
});

test("nothing of a room is sent before it is blurred, also from another camera", async () => {
  gives = (wanted) => blurring(named(wanted) ?? "usual");
  void local.setBlur(true);
  const opening = local.open("camera");
  await vi.advanceTimersByTimeAsync(99);
  expect(sent).not.toContain("usual");
  await vi.advanceTimersByTimeAsync(1);
  await opening;
  void local.choose("camera", "other");
  await vi.advanceTimersByTimeAsync(99);
  expect(sent.at(-1)).toBe("usual");
  await vi.advanceTimersByTimeAsync(1);
  expect([sent.at(-1), local.blur]).toEqual(["other", true]);
});

test("another device takes the place of the one in use, which goes out only then", async () => {
  await local.open("camera");
  let grant: (one: FakeTrack) => void = () => undefined;
  gives = () => new Promise((done) => (grant = done));
  const changing = local.choose("camera", "other");
  expect([ids(), states()]).toEqual([[undefined, "other"], ["live"]]);
  grant(track("video", "other"));
  await changing;
  expect([states(), local.own.camera.id]).toEqual([["ended", "live"], "other"]);
  expect(sent.at(-1)).toBe("other");
});

test("a phone that gives out one camera at a time lets go of the first for the second", async () => {
  await local.open("camera");
  gives = (wanted) =>
    states().includes("live") ? refusal("NotReadableError") : track("video", named(wanted));
  await local.choose("camera", "back");
  expect([states(), local.own.camera]).toMatchObject([["ended", "live"], { id: "back" }]);
});

test("a device that somebody else holds is told as busy, and the one in use goes off", async () => {
  await local.open("camera");
  gives = () => refusal("NotReadableError");
  await local.choose("camera", "other");
  expect(states()).toEqual(["ended"]);
  expect(local.own.camera).toMatchObject({ track: null, trouble: "busy" });
  expect(sent.at(-1)).toBeNull();
});

test("a chosen device that is gone does not stand in the way of another", async () => {
  await local.choose("camera", "gone");
  gives = (wanted) =>
    named(wanted) === "gone" ? refusal("OverconstrainedError") : track("video", "usual");
  expect(await local.open("camera")).toBe(true);
  expect([ids(), local.own.camera.id]).toEqual([["gone", undefined], "usual"]);
});

test("a device that disappears is told, and is not asked for by its name again", async () => {
  await local.choose("microphone", "headset");
  await local.open("microphone");
  given[0]?.onended?.(new Event("ended"));
  expect(local.own.microphone).toMatchObject({ track: null, trouble: "lost" });
  await local.open("microphone");
  expect(ids()).toEqual(["headset", undefined]);
  expect(local.own.microphone.trouble).toBeNull();
});

test("what is plugged in and pulled out is known, until the page goes", async () => {
  plugged = [
    { kind: "audioinput", deviceId: "headset", label: "Headset" },
    { kind: "videoinput", deviceId: "", label: "" },
  ];
  page.dispatchEvent(new Event("devicechange"));
  await settle();
  expect(local.known).toEqual({
    ...{ microphone: [{ id: "headset", name: "Headset" }], camera: [], speaker: [] },
  });
  local.end();
  plugged = [];
  page.dispatchEvent(new Event("devicechange"));
  await settle();
  expect(local.known.microphone).toHaveLength(1);
});

test("on a weak connection a camera takes fewer pictures, from now and at the next turn on", async () => {
  await local.open("camera");
  await local.setSmall(true);
  expect(given[0]?.getConstraints().frameRate).toEqual({ ideal: 12, max: 15 });
  local.close("camera");
  await local.open("camera");
  expect(asked[1]?.frameRate).toEqual({ ideal: 12, max: 15 });
  await local.setSmall(false);
  expect(given[1]?.getConstraints().frameRate).toEqual({ ideal: 24, max: 30 });
});

test.each<[string, () => void]>([
  ["turning off again", () => local.close("camera")],
  ["leaving the page", () => local.end()],
])("after %s a device that is allowed then is let go, and nothing is on", async (_, end) => {
  let grant: (one: FakeTrack) => void = () => undefined;
  gives = () => new Promise((done) => (grant = done));
  const opening = local.open("camera");
  end();
  grant(track("video", "usual"));
  expect(await opening).toBe(false);
  expect([states(), local.own.camera.track]).toEqual([["ended"], null]);
  expect(sent).not.toContain("usual");
});

test("who asks twice is answered once, and who chooses meanwhile gets what they chose", async () => {
  const grants: ((one: FakeTrack) => void)[] = [];
  gives = () => new Promise((done) => grants.push(done));
  const both = [local.open("microphone"), local.open("microphone")];
  const chosen = local.choose("microphone", "headset");
  for (const grant of grants) grant(track("audio", "headset"));
  await chosen;
  expect(await Promise.all(both)).toEqual([true, true]);
  expect(local.own.microphone.id).toBe("headset");
  expect(states().filter((one) => one === "live")).toHaveLength(1);
});

test("whoever asks for blur while the camera comes on is never seen without", async () => {
  gives = (wanted) => blurring(named(wanted) ?? "usual");
  const opening = local.open("camera");
  await vi.advanceTimersByTimeAsync(50);
  void local.setBlur(true);
  await vi.advanceTimersByTimeAsync(50);
  expect(sent).not.toContain("usual");
  await vi.advanceTimersByTimeAsync(200);
  await opening;
  expect([sent.at(-1), local.blur]).toEqual(["usual", true]);
});

test("of two questions only the answer to the last one counts", async () => {
  const grants: ((one: FakeTrack) => void)[] = [];
  await local.open("camera");
  gives = () => new Promise((done) => grants.push(done));
  const [first, second] = [local.choose("camera", "one"), local.choose("camera", "two")];
  grants[1]?.(track("video", "two"));
  await second;
  grants[0]?.(track("video", "one"));
  await first;
  expect(local.own.camera.id).toBe("two");
  const live = given.filter((one) => one.readyState === "live");
  expect(live.map((one) => one.id)).toEqual(["two"]);
});
