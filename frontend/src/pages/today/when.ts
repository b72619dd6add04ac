// When a session is, in words.

import { useTranslation } from "react-i18next";
import type { Session } from "../../api/sessions";
import { clockTime, day, daysFrom, otherClock, zoneName } from "../../words/time";

type When = {
  readonly day: string;
  readonly hours: string;
  readonly whole: string;
  /** The same start by the clinic's clock, where that shows something else. */
  readonly clinic: string | null;
};

/** A session's day and hours by the reader's own clock. */
export function useWhen(session: Session): When {
  const { t, i18n } = useTranslation();
  const dayWord = useDay();
  const { language } = i18n;
  const [from, to] = [Date.parse(session.starts_at), Date.parse(session.ends_at)];
  const named = dayWord(from);
  const hours = { from: clockTime(from, language), to: clockTime(to, language) };
  const clinic = otherClock(from, session.zone)
    ? t("today.clinicClock", {
        time: clockTime(from, language, session.zone),
        zone: zoneName(from, language, session.zone),
      })
    : null;
  return {
    day: named,
    hours: `${hours.from} – ${hours.to}`,
    whole: t("today.at", { day: named, ...hours }),
    clinic,
  };
}

/** A day as people say it: today, tomorrow, or its name. */
export function useDay(): (ms: number) => string {
  const { t, i18n } = useTranslation();
  return (ms) => {
    const days = daysFrom(Date.now(), ms);
    if (days === 0) return t("today.today");
    if (days === 1) return t("today.tomorrow");
    return days === -1 ? t("today.yesterday") : day(ms, i18n.language);
  };
}
