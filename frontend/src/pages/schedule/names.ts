// Days and hours of the schedule, as the clinic's clock on the wall has them.

import { useTranslation } from "react-i18next";
import type { Session } from "../../api/sessions";
import { usePlace } from "../../components/Place";
import { type Day, later, noon } from "../../words/days";
import { hours } from "../../words/wall";

/** Names a day: today and tomorrow by those words. */
export function useDayName(): (day: Day, now: Day) => string {
  const { t, i18n } = useTranslation();
  return (day, now) => {
    if (day === now) return t("schedule.today");
    if (day === later(now, 1)) return t("schedule.tomorrow");
    if (day === later(now, -1)) return t("schedule.yesterday");
    const long = { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" } as const;
    return new Intl.DateTimeFormat(i18n.language, long).format(noon(day));
  };
}

/** From when to when a session is, by the clinic's clock. */
export function useHours(): (session: Session) => string {
  const { i18n } = useTranslation();
  const { clinic } = usePlace();
  return (session) => hours({ ...session, zone: clinic.zone }, i18n.language);
}
