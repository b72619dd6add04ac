// What the pages of a record ask the server for. Each answer is a look that is written down, so
// what was read stays read until somebody asks anew.

import { useQuery } from "@tanstack/react-query";
import { Problem } from "../../api/http";
import * as record from "../../api/record";
import { type Chosen, sourcesOf } from "./figures";
import { PICTURED } from "./kinds";

const ONCE = {
  staleTime: Number.POSITIVE_INFINITY,
  refetchOnWindowFocus: false,
  refetchOnReconnect: false,
} as const;

export function useSession(id: string) {
  return useQuery({ queryKey: ["session", id], queryFn: () => record.session(id) });
}

export function useAttendance(id: string, enabled: boolean) {
  return useQuery({
    ...ONCE,
    queryKey: ["record", id, "attendance"],
    queryFn: () => record.attendance(id),
    enabled,
  });
}

export function useVerification(id: string, enabled: boolean) {
  return useQuery({
    ...ONCE,
    queryKey: ["record", id, "verification"],
    queryFn: () => record.verification(id),
    enabled,
  });
}

/** When the clinic sealed the record's last entry; null while one waits for its signature. */
export function useSealed(session: record.Session | undefined, enabled: boolean) {
  return useQuery({
    ...ONCE,
    queryKey: ["record", session?.id, "sealed"],
    queryFn: async () => {
      if (session === undefined) return null;
      const day = session.planned_date;
      const where = { clinic: session.clinic, group: session.group.id, since: day, until: day };
      const { results } = await record.glances({ ...where, page_size: 50 }, []);
      return results.find((one) => one.id === session.id)?.glance?.sealed_at ?? null;
    },
    enabled: enabled && session !== undefined,
  });
}

/** The entries that the picture is drawn from; none for who may not read them. */
export function usePictured(id: string, enabled: boolean) {
  return useQuery({
    ...ONCE,
    queryKey: ["record", id, "pictured"],
    queryFn: () => record.everyEntry(id, { kinds: PICTURED }),
    enabled,
  });
}

/** The entries behind the chosen figure. */
export function useTraced(
  id: string,
  attendance: record.Attendance | undefined,
  chosen: Chosen | null,
  ledger: boolean,
) {
  const entries = attendance && chosen ? sourcesOf(attendance, chosen) : [];
  const traced = useQuery({
    ...ONCE,
    queryKey: ["record", id, "entries", entries.join()],
    queryFn: () => record.everyEntry(id, { entries }),
    enabled: ledger && entries.length > 0,
  });
  return { ...traced, numbers: entries };
}

export function isNothing(error: unknown): boolean {
  return error instanceof Problem && (error.status === 404 || error.status === 403);
}
