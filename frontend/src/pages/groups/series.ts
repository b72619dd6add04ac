// The days of a weekly series, by the calendar alone: a day has no hours that clocks could shift.

import { type Day, later, weekday } from "../../words/days";

/** As many as are planned at once; more are a mistake of the finger. */
export const MOST = 100;

export type Series = {
  readonly from: Day;
  /** Monday is 0. */
  readonly weekdays: readonly number[];
  /** The last day that may be one of them. */
  readonly until?: Day;
  readonly count?: number;
};

/** Every day of a series, in order; none where no day of the week is chosen. */
export function seriesDays({ from, weekdays, until, count = MOST }: Series): readonly Day[] {
  const found: Day[] = [];
  if (weekdays.length === 0 || from === "") return found;
  for (let day = from; found.length < Math.min(count, MOST); day = later(day, 1)) {
    if (until !== undefined && day > until) break;
    if (weekdays.includes(weekday(day))) found.push(day);
  }
  return found;
}
