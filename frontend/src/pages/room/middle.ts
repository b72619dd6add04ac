// What stands in the middle of the circle: a time that counts down, and what it counts to.

import { useTranslation } from "react-i18next";
import { useNow, useRoom } from "../../room/hooks";
import { clockTime, span } from "../../words/time";

export function useMiddle(): { readonly time: string; readonly line: string } {
  const { t, i18n } = useTranslation();
  const times = useRoom((room) => room.times);
  const now = useNow();
  const at = (ms: number) => clockTime(ms, i18n.language);
  switch (times.phase) {
    case "scheduled":
    case "door_open":
      return {
        time: times.starts_at > now ? span(times.starts_at - now) : at(now),
        line:
          times.starts_at > now
            ? t("room.startsAt", { time: at(times.starts_at) })
            : t("room.notStarted"),
      };
    case "on_break":
      return {
        time: span((times.break_until ?? now) - now),
        line: t("room.breakUntil", { time: at(times.break_until ?? now) }),
      };
    case "on_hold":
      return { time: span(times.ends_at - now), line: t("room.held") };
    default:
      return {
        time: span(times.ends_at - now),
        line: t("room.until", { time: at(times.ends_at) }),
      };
  }
}
