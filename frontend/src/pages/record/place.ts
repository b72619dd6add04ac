// Where lanes and labels of the picture stand, in pixels.

import type { TFunction } from "i18next";
import type { Clock } from "./clock";
import type { Label, Lane, Picture, Span } from "./timeline";

export const NAMES = 148;
export const NAMES_NARROW = 104;
const LABEL = 18;
const AXIS = 28;

export type PlacedLane = {
  readonly lane: Lane;
  readonly top: number;
  /** Where another kind of people begins. */
  readonly heading: "staff" | "guests" | null;
};

export type Place = {
  readonly head: number;
  readonly lane: number;
  /** What a heading takes. */
  readonly gap: number;
  readonly lanes: readonly PlacedLane[];
  /** Where the lanes end and the axis begins. */
  readonly bottom: number;
  readonly height: number;
};

const HEADINGS = { staff: "staff", guest: "guests" } as const;

export function layout(
  picture: Picture,
  labels: readonly { readonly line: number }[],
  narrow: boolean,
): Place {
  const head = (Math.max(-1, ...labels.map((label) => label.line)) + 1) * LABEL + 10;
  const [lane, gap] = [narrow ? 44 : 32, 24];
  let top = head + 4;
  let role: string | null = "participant";
  const lanes = picture.lanes.map((one) => {
    const next = one.person.role;
    const heading = next !== role ? (HEADINGS[next as keyof typeof HEADINGS] ?? null) : null;
    if (heading) top += gap;
    role = next;
    const placed = { lane: one, top, heading };
    top += lane;
    return placed;
  });
  return { head, lane, gap, lanes, bottom: top + 4, height: top + 4 + AXIS };
}

/** How high a line of labels stands. */
export function baseline(line: number): number {
  return line * LABEL + 14;
}

/** What is written above the lanes; what matters most comes first and so stands lowest. */
export function labelsOf(
  picture: Picture,
  x: (at: number) => number,
  clock: Clock,
  t: TFunction,
): readonly Label[] {
  const { started, ended, plannedStart, plannedEnd, running } = picture;
  const found: Label[] = [];
  const put = (at: number, text: string, anchor: Label["anchor"]) =>
    found.push({ x: x(at), text, anchor });
  const end = ended ?? running.at(-1)?.until ?? null;
  if (started !== null)
    put(started, t("record.line.started", { at: clock.short(started) }), "start");
  if (end !== null && started !== null) {
    const key = ended === null ? "now" : "ended";
    put(end, t(`record.line.${key}`, { at: clock.short(end) }), "end");
  }
  const centred = (spans: readonly Span[], text: string) => {
    for (const span of spans) put((span.since + span.until) / 2, text, "middle");
  };
  centred(picture.breaks, t("record.line.break"));
  centred(picture.holds, t("record.line.hold"));
  if (plannedStart !== null && far(plannedStart, started))
    put(plannedStart, t("record.line.plannedStart", { at: clock.short(plannedStart) }), "start");
  if (plannedEnd !== null && far(plannedEnd, ended))
    put(plannedEnd, t("record.line.plannedEnd", { at: clock.short(plannedEnd) }), "end");
  return found;
}

// Nearer than this, a plan was kept.
const KEPT_MS = 30_000;

function far(planned: number, actual: number | null): boolean {
  return actual === null || Math.abs(planned - actual) > KEPT_MS;
}
