import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { track } from "./fakes";
import { Playing } from "./playing";

type Player = HTMLAudioElement & { sinkId: string };

let playing: Playing;
let blocked: boolean[];
/** Whether the browser plays nothing before somebody touches the page. */
let held: boolean;
let system: { metadata: { title: string } | null; playbackState: string };

const players = () => [...document.querySelectorAll("audio")] as Player[];
const heard = () => players().map((one) => !one.paused && !one.muted);
const settle = () => new Promise((done) => setTimeout(done));
const hear = async (...seats: string[]) => {
  for (const seat of seats) playing.play(seat, track("audio", seat));
  await settle();
};

beforeEach(() => {
  [blocked, held] = [[], false];
  const play = HTMLMediaElement.prototype.play;
  vi.spyOn(HTMLMediaElement.prototype, "play").mockImplementation(function (
    this: HTMLMediaElement,
  ) {
    return held ? Promise.reject(new DOMException("", "NotAllowedError")) : play.call(this);
  });
  system = { metadata: null, playbackState: "none" };
  vi.stubGlobal("navigator", { mediaSession: system });
  vi.stubGlobal(
    "MediaMetadata",
    class {
      readonly title: string;
      constructor({ title }: { title: string }) {
        this.title = title;
      }
    },
  );
  playing = new Playing((on) => blocked.push(on));
});

afterEach(() => {
  playing.end();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

test("each voice has a player of its own, which nobody sees", async () => {
  await hear("s_alice", "s_eve");
  expect(heard()).toEqual([true, true]);
  expect(players().every((one) => one.hidden)).toBe(true);
  expect(blocked).toEqual([]);
});

test("a voice that comes anew takes the place of the one before", async () => {
  await hear("s_eve");
  const [before] = players();
  await hear("s_eve");
  expect(players()).toHaveLength(1);
  expect([before?.srcObject, before?.paused]).toEqual([null, true]);
});

test("only those are heard whom one may hear", async () => {
  await hear("s_alice", "s_eve");
  playing.allow((seat) => seat === "s_alice");
  expect(heard()).toEqual([true, false]);
  playing.allow(() => true);
  expect(heard()).toEqual([true, true]);
});

test("a speaker that is chosen plays whoever is heard, and whoever comes later", async () => {
  await hear("s_alice");
  playing.speaker("headset");
  await hear("s_eve");
  expect(players().map((one) => one.sinkId)).toEqual(["headset", "headset"]);
  playing.speaker("");
  expect(players().map((one) => one.sinkId)).toEqual(["", ""]);
});

test("a browser that can not choose its speaker plays on", async () => {
  Object.assign(HTMLAudioElement.prototype, { setSinkId: undefined });
  await hear("s_alice");
  playing.speaker("headset");
  await hear("s_eve");
  expect(heard()).toEqual([true, true]);
  Reflect.deleteProperty(HTMLAudioElement.prototype, "setSinkId");
});

test("a speaker that is gone leaves the voices where they are", async () => {
  vi.spyOn(HTMLMediaElement.prototype, "setSinkId").mockRejectedValue(new DOMException());
  await hear("s_alice");
  playing.speaker("gone");
  await hear("s_eve");
  expect(heard()).toEqual([true, true]);
});

test("what the browser holds back is said once, and played at a touch", async () => {
  held = true;
  await hear("s_alice", "s_eve");
  expect([heard(), blocked]).toEqual([[false, false], [true]]);
  held = false;
  playing.resume();
  await settle();
  expect([heard(), blocked]).toEqual([
    [true, true],
    [true, false],
  ]);
});

test("a touch that the browser does not count leaves it said", async () => {
  held = true;
  await hear("s_alice");
  playing.resume();
  await settle();
  expect(blocked).toEqual([true]);
});

test("nothing is held back any more once whoever was to be heard is gone", async () => {
  held = true;
  await hear("s_alice");
  playing.play("s_alice", null);
  expect(blocked).toEqual([true, false]);
});

test("whoever goes before the browser has answered is not waited for", async () => {
  held = true;
  playing.play("s_alice", track("audio"));
  playing.stop("s_alice");
  await settle();
  expect(blocked).toEqual([]);
});

test("what a phone call has paused goes on, and what has ended does not", async () => {
  await hear("s_alice");
  const [player] = players();
  vi.spyOn(performance, "now").mockReturnValue(performance.now() + 5_000);
  player?.pause();
  await settle();
  expect(heard()).toEqual([true]);
  // Paused again at once: it is not fought over, and one touch brings it back.
  player?.pause();
  await settle();
  expect([heard(), blocked]).toEqual([[false], [true]]);
  playing.resume();
  await settle();
  expect([heard(), blocked]).toEqual([[true], [true, false]]);
  playing.stop("s_alice");
  await settle();
  expect(player?.paused).toBe(true);
});

test("a lock screen says that something plays, and nothing of the group", async () => {
  await hear("s_alice", "s_eve");
  expect(system).toEqual({ metadata: { title: "vgroup" }, playbackState: "playing" });
  playing.stop("s_alice");
  expect(system.playbackState).toBe("playing");
  playing.stop("s_eve");
  expect(system).toEqual({ metadata: null, playbackState: "none" });
});

test("a browser without a lock screen plays as well", async () => {
  vi.stubGlobal("navigator", {});
  await hear("s_alice");
  expect(heard()).toEqual([true]);
});

test("at the end every player is released", async () => {
  held = true;
  await hear("s_alice");
  held = false;
  await hear("s_eve");
  const all = players();
  playing.end();
  expect(players()).toEqual([]);
  expect(all.map((one) => [one.srcObject, one.paused])).toEqual([
    [null, true],
    [null, true],
  ]);
  expect([blocked.at(-1), system.playbackState]).toEqual([false, "none"]);
});
