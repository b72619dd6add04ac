// A time of day of a session as a moment, on the wall clock of the clinic.

import type { Meeting } from "../../api/record";

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** `19:30` as a moment with a zone; after midnight it is the next day's. Nothing for nothing. */
export function momentOn(meeting: Meeting, time: string): string | undefined {
  const local = meeting.opened_local ?? meeting.planned_start_local;
  const found = /^(\d{4}-\d\d-\d\d)T.*?(Z|[+-]\d\d:\d\d)$/.exec(local ?? "");
  if (found === null || !/^\d\d:\d\d/.test(time)) return undefined;
  const same = Date.parse(`${found[1]}T${time.slice(0, 5)}:00${found[2]}`);
  const begun = Date.parse(local ?? "");
  return new Date(same < begun - HOUR_MS ? same + DAY_MS : same).toISOString();
}
