// The rules of a group's room that a clinic sets, where they belong, and between what bounds.

import type { Group, GroupFields } from "../../api/groups";

type Unit = "min" | "s" | "days";
type NumberRule = { readonly name: Measured; readonly unit: Unit; readonly max: number };
type Section = {
  readonly key: "door" | "running" | "media" | "alone" | "kept";
  readonly numbers: readonly NumberRule[];
  readonly ticks: readonly Ticked[];
};

export type Ticked = "away_credited" | "may_unmute" | "break_quiet" | "text_allowed" | "encrypted";
export type Measured =
  | "door_min"
  | "late_grace_min"
  | "late_cutoff_min"
  | "return_gap_min"
  | "break_min"
  | "extension_cap_min"
  | "prompt_every_min"
  | "reconnect_s"
  | "lead_grace_s"
  | "hold_after_s"
  | "end_after_s"
  | "chat_kept_days";

export const SECTIONS: readonly Section[] = [
  {
    key: "door",
    numbers: [
      { name: "door_min", unit: "min", max: 120 },
      { name: "late_grace_min", unit: "min", max: 240 },
      { name: "late_cutoff_min", unit: "min", max: 240 },
      { name: "return_gap_min", unit: "min", max: 240 },
    ],
    ticks: [],
  },
  {
    key: "running",
    numbers: [
      { name: "break_min", unit: "min", max: 60 },
      { name: "extension_cap_min", unit: "min", max: 240 },
      { name: "prompt_every_min", unit: "min", max: 240 },
      { name: "reconnect_s", unit: "s", max: 600 },
    ],
    ticks: ["away_credited"],
  },
  {
    key: "media",
    numbers: [],
    ticks: ["may_unmute", "break_quiet", "text_allowed", "encrypted"],
  },
  {
    key: "alone",
    numbers: [
      { name: "lead_grace_s", unit: "s", max: 600 },
      { name: "hold_after_s", unit: "s", max: 3600 },
      { name: "end_after_s", unit: "s", max: 7200 },
    ],
    ticks: [],
  },
  { key: "kept", numbers: [{ name: "chat_kept_days", unit: "days", max: 365 }], ticks: [] },
];

/** What a new group begins with. */
export const USUAL: Required<Pick<Group, Measured | Ticked | "capacity" | "licensed_states">> = {
  capacity: 12,
  door_min: 15,
  late_grace_min: 5,
  late_cutoff_min: 15,
  return_gap_min: 30,
  break_min: 10,
  extension_cap_min: 30,
  prompt_every_min: 0,
  reconnect_s: 90,
  lead_grace_s: 10,
  hold_after_s: 120,
  end_after_s: 600,
  chat_kept_days: 0,
  away_credited: false,
  may_unmute: true,
  break_quiet: false,
  text_allowed: true,
  encrypted: false,
  licensed_states: [],
};

/** Two rules that contradict each other, by the one to change. */
export function contradiction(
  read: (name: Measured) => number,
): "late_cutoff_min" | "end_after_s" | undefined {
  if (read("late_grace_min") > read("late_cutoff_min")) return "late_cutoff_min";
  return read("hold_after_s") > read("end_after_s") ? "end_after_s" : undefined;
}

/** States as they are typed (`az, nm`), and as they are kept. */
export function states(text: string): string[] {
  return text
    .toUpperCase()
    .split(/[\s,;]+/)
    .filter(Boolean);
}

/** The fields of a group, from its form. */
export function groupFields(form: FormData): GroupFields {
  const text = (name: string) => String(form.get(name) ?? "").trim();
  const numbers = SECTIONS.flatMap((section) =>
    section.numbers.map(({ name }) => [name, Number(text(name))] as const),
  );
  const ticks = SECTIONS.flatMap((section) =>
    section.ticks.map((name) => [name, form.has(name)] as const),
  );
  return {
    ...Object.fromEntries([...numbers, ...ticks]),
    name: text("name"),
    kind: text("kind") as Group["kind"],
    capacity: Number(text("capacity")),
    licensed_states: states(text("licensed_states")),
  };
}
