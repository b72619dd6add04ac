// What the signs of the picture say, for those who point at them and those who listen.

import { useTranslation } from "react-i18next";
import type { Clock } from "./clock";
import type { Figure } from "./figures";
import type { Lane, Stop } from "./timeline";

const TIMES: readonly Figure[] = ["waiting", "present", "gaps", "away"];

export function useSays(clock: Clock) {
  const { t } = useTranslation();
  const what = (figure: Figure): string => {
    if (figure === "status") return t("record.line.out");
    if (TIMES.includes(figure)) return t(`record.figure.${figure}`);
    return t(`record.counted.${figure as "hands_raised"}`, { count: 1 });
  };
  return {
    stop: (stop: Stop): string => {
      if (stop.until === undefined)
        return t("record.line.stopAt", { what: what(stop.what), at: clock.exact(stop.at) });
      const range = clock.range(stop.at, stop.until);
      const length = clock.length(stop.until - stop.at);
      return t("record.line.stopFor", { what: what(stop.what), range, length });
    },
    lane: ({ person }: Lane): string => {
      const values = {
        name: person.person ?? "",
        credited: clock.length(person.credited_ms),
        present: clock.length(person.present_ms),
      };
      if (person.role !== "participant") return t("record.line.laneTime", values);
      const status = t(`record.status.${person.status as "present"}`);
      return t("record.line.lane", { ...values, status });
    },
  };
}
