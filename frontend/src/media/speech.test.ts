import { expect, test, vi } from "vitest";
import { Talker } from "./levels";
import { Speech } from "./speech";

const NOON = 1_790_000_000_000;

/** So many ms of talking or not, measured twenty times a second. */
function run(speech: Speech, from: number, ms: number, talks: boolean): number {
  for (let at = from; at <= from + ms; at += 50) {
    speech.take(talks, at);
    speech.tick(at);
  }
  return from + ms;
}

test("each minute is told once, with how much of it was talk", () => {
  const report = vi.fn();
  const speech = new Speech(report);
  let at = run(speech, NOON, 20_000, true);
  at = run(speech, at, 40_000, false);
  expect(report).toHaveBeenCalledExactlyOnceWith({
    ...{ type: "ReportSpeech", since: NOON, until: NOON + 60_000, ms: 20_000 },
  });
});

test("a minute of silence is not told", () => {
  const report = vi.fn();
  run(new Speech(report), NOON, 61_000, false);
  expect(report).not.toHaveBeenCalled();
});

test("a short word is kept for the minute it is in, also with the microphone off since", () => {
  const report = vi.fn();
  const speech = new Speech(report);
  speech.stop(run(speech, NOON, 3_000, true));
  expect(report).not.toHaveBeenCalled();
  speech.tick(NOON + 60_000);
  expect(report).toHaveBeenCalledWith(expect.objectContaining({ ms: 3_000, until: NOON + 60_000 }));
});

test("whoever leaves tells the rest at once, and no time twice", () => {
  const report = vi.fn();
  const speech = new Speech(report);
  const at = run(speech, NOON, 62_000, true);
  speech.stop(at, true);
  const [[first], [second]] = report.mock.calls as [[{ until: number }], [{ since: number }]];
  expect(second.since).toBeGreaterThanOrEqual(first.until);
});

test("a page that slept has not talked all the while", () => {
  const report = vi.fn();
  const speech = new Speech(report);
  speech.take(true, NOON);
  speech.take(true, NOON + 50_000);
  speech.stop(NOON + 50_000, true);
  expect(report).toHaveBeenCalledWith(expect.objectContaining({ ms: 1_000 }));
});

test("a pause between two words is talk, and the one after the last word is none", () => {
  const report = vi.fn();
  const [speech, talker] = [new Speech(report), new Talker()];
  const say = (from: number, ms: number, loudness: number) => {
    for (let at = from; at < from + ms; at += 50)
      speech.take(talker.take(loudness, at), at, talker.loud);
    return from + ms;
  };
  let at = NOON;
  for (let phrase = 0; phrase < 4; phrase += 1) {
    at = say(at, 2_000, 0.2);
    at = say(at, 300, 0);
    at = say(at, 1_000, 0.2);
    at = say(at, 1_700, 0);
  }
  speech.stop(at, true);
  const [[{ ms }]] = report.mock.calls as [[{ ms: number }]];
  expect(Math.abs(ms - 4 * 3_300)).toBeLessThanOrEqual(4 * 100);
});

test("between two words nobody has stopped talking", () => {
  const talker = new Talker();
  expect(talker.take(0.3, 0)).toBe(true);
  expect(talker.take(0, 400)).toBe(true);
  expect(talker.take(0, 600)).toBe(false);
  // Louder than what keeps it on, and not loud enough to begin.
  expect(talker.take(0.015, 700)).toBe(false);
});
