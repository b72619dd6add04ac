// Whom a session expects, and the line that says it beside what else is known.

import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { expected } from "../../api/meeting";
import type { Session } from "../../api/sessions";
import { may } from "../meeting/reach";

/** How many the group expects: null until it is known, undefined where it is not theirs to know. */
export function useExpected(session: Session): number | null | undefined {
  const { data, isLoading } = useQuery({
    queryKey: ["members", session.group.id, "count"],
    queryFn: () => expected(session.group.id),
    enabled: may(session, "see_members"),
    staleTime: 10 * 60_000,
    retry: false,
  });
  return isLoading ? null : data;
}

/** What is known of a session, and how many it expects; what is not known yet keeps its line. */
export function useBesides(
  count: number | null | undefined,
  known: readonly (string | false | null | undefined)[],
): string {
  const { t } = useTranslation();
  const people = typeof count === "number" && t("schedule.expected", { count });
  return [...known, people].filter(Boolean).join(" · ") || (count === null ? "\u00a0" : "");
}
