import { expect, test } from "vitest";
import { BEST, carried, type Judged, judge, level, type Sample } from "./modes";

const GOOD: Sample = { out_kbps: 900, round_trip_ms: 40, loss: 0, frozen: 0, through: true };
const with_ = (more: Partial<Sample>): Sample => ({ ...GOOD, ...more });

test.each<[string, Sample, number]>([
  ["all is well", GOOD, 3],
  ["a browser that says little", with_({ out_kbps: null, round_trip_ms: null }), 3],
  ["a long way", with_({ round_trip_ms: 400 }), 2],
  ["some is lost", with_({ loss: 0.05 }), 2],
  ["pictures stand still now and then", with_({ frozen: 0.2 }), 2],
  ["hardly anything goes out", with_({ out_kbps: 60 }), 1],
  ["much is lost", with_({ loss: 0.2 }), 1],
  ["nothing comes through", with_({ through: false }), 0],
])("%s: how well a device is connected", (_, sample, expected) => {
  expect(level(sample)).toBe(expected);
});

/** What is carried after samples every 3 s. */
function after(samples: readonly Sample[], from: Judged = BEST): Judged {
  return samples.reduce((now, sample, index) => judge(now, sample, index * 3_000), from);
}
const times = (count: number, sample: Sample) => Array.from({ length: count }, () => sample);
const BAD = with_({ loss: 0.25 });
const CUT = with_({ through: false });
const LESS: Judged = { ...BEST, carried: "less" };
const SOUND: Judged = { ...BEST, carried: "sound" };

test.each<[string, Judged, readonly Sample[], string]>([
  ["three seconds of bad change nothing", BEST, times(2, BAD), "video"],
  ["six seconds of bad take the large pictures", BEST, times(3, BAD), "less"],
  ["one good moment in between begins anew", BEST, [BAD, BAD, GOOD, BAD, BAD], "video"],
  ["fair is good enough for pictures", BEST, times(40, with_({ loss: 0.05 })), "video"],
  ["small pictures that do not fit go too", LESS, times(3, BAD), "sound"],
  ["small pictures stay on a poor connection", LESS, times(20, with_({ out_kbps: 70 })), "less"],
  [
    "after long good six seconds of bad are enough",
    BEST,
    [...times(11, GOOD), ...times(3, BAD)],
    "less",
  ],
  ["27 seconds of good bring nothing back", LESS, times(10, GOOD), "less"],
  ["30 seconds of good bring the large pictures back", LESS, times(11, GOOD), "video"],
  ["fair brings nothing back", SOUND, times(40, with_({ loss: 0.05 })), "sound"],
  ["from sound it goes up by steps", SOUND, times(11, GOOD), "less"],
  [
    "a browser that tries out no more is no reason",
    SOUND,
    times(11, with_({ out_kbps: 70 })),
    "less",
  ],
  ["where nothing comes through pictures are no burden", BEST, times(9, CUT), "video"],
  ["a break does not count towards six seconds of bad", BEST, [BAD, BAD, CUT, BAD, BAD], "video"],
  ["sound stays whatever happens", SOUND, times(20, CUT), "sound"],
])("%s", (_, from, samples, expected) => {
  expect(after(samples, from).carried).toBe(expected);
});

test("a rise that does not last is tried again later each time, and a steady one soon", () => {
  const rises: number[] = [];
  let now = LESS;
  for (let at = 0; at < 900_000; at += 3_000) {
    const next = judge(now, now.carried === "video" ? BAD : GOOD, at);
    if (next.carried === "video" && now.carried === "less") rises.push(at / 1_000);
    now = next;
  }
  const waits = rises.slice(1).map((at, index) => at - (rises[index] ?? 0));
  expect(waits[0]).toBeGreaterThan(60);
  expect(waits[1]).toBeGreaterThan(120);
  expect(Math.max(...waits)).toBeLessThan(270);
  const calm = times(40, GOOD).reduce((was, sample, n) => judge(was, sample, 1e6 + n * 3_000), now);
  const later = times(3, BAD).reduce((was, sample, n) => judge(was, sample, 2e6 + n * 3_000), {
    ...calm,
    carried: "video",
    rose_at: 1e6,
  } as Judged);
  expect([later.carried, later.patience_ms]).toEqual(["less", BEST.patience_ms]);
});

test.each([
  ["auto", "less", false, "less"],
  ["auto", "video", true, "less"],
  ["auto", "sound", true, "sound"],
  ["video", "sound", true, "video"],
  ["less", "video", false, "less"],
  ["sound", "video", false, "sound"],
  ["text", "video", false, "sound"],
] as const)("chosen %s, judged %s, saving data %s: %s", (mode, judged, saves, expected) => {
  expect(carried(mode, judged, saves)).toBe(expected);
});
