// Moments and lengths of a record, on the clinic's clock and in the reader's language.

/** The wall clock of one session, for a reader. */
export type Clock = {
  readonly zone: string;
  /** 6:02 */
  readonly short: (ms: number) => string;
  /** 6:02 PM */
  readonly time: (ms: number) => string;
  /** 6:02:41 */
  readonly exact: (ms: number) => string;
  /** Tue 17 Nov 2026 */
  readonly day: (ms: number) => string;
  /** 6:00 – 8:00 PM */
  readonly range: (since: number, until: number) => string;
  /** Arizona time */
  readonly zoneName: (ms: number) => string;
  /** Nov 17, 2026, 6:02 PM */
  readonly moment: (ms: number) => string;
  /** 63 min; 48 s below a minute */
  readonly length: (ms: number) => string;
  /** one and two */
  readonly all: (words: readonly string[]) => string;
  /** one, two */
  readonly list: (words: readonly string[]) => string;
};

const MINUTE_MS = 60_000;

export function clockOf(zone: string, language: string): Clock {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language, { timeZone: zone, ...options });
  const short = format({ hour: "numeric", minute: "2-digit" });
  const exact = format({ hour: "numeric", minute: "2-digit", second: "2-digit" });
  const day = format({ weekday: "short", day: "numeric", month: "short", year: "numeric" });
  const moment = format({ dateStyle: "medium", timeStyle: "short" });
  const named = format({ timeZoneName: "longGeneric" });
  const all = new Intl.ListFormat(language, { type: "conjunction" });
  const list = new Intl.ListFormat(language, { type: "unit", style: "short" });
  return {
    zone,
    short: (ms) => bare(short, ms),
    time: (ms) => short.format(ms),
    exact: (ms) => bare(exact, ms),
    day: (ms) => day.format(ms),
    range: (since, until) => short.formatRange(since, until),
    zoneName: (ms) =>
      named.formatToParts(ms).find((part) => part.type === "timeZoneName")?.value ?? zone,
    moment: (ms) => moment.format(ms),
    length: (ms) => lengthIn(ms, language),
    all: (words) => all.format(words),
    list: (words) => list.format(words),
  };
}

/** Without "AM" and "PM": the page says once in which part of the day the group met. */
function bare(format: Intl.DateTimeFormat, ms: number): string {
  const parts = format.formatToParts(ms).filter((part) => part.type !== "dayPeriod");
  return parts
    .map((part) => part.value)
    .join("")
    .trim();
}

function lengthIn(ms: number, language: string): string {
  const unit = ms >= MINUTE_MS || ms === 0 ? "minute" : "second";
  const n = Math.floor(ms / (unit === "minute" ? MINUTE_MS : 1000));
  return new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "short" }).format(n);
}

/** A moment of the API as ms. */
export function msOf(moment: string | null | undefined): number | null {
  return moment ? Date.parse(moment) : null;
}
