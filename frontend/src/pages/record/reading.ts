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

/** The entries that the picture is drawn from; none for who may not read them. */
export function usePictured(id: string, enabled: boolean) {
  return useQuery({
    ...ONCE,
    queryKey: ["record", id, "pictured"],
    queryFn: () => record.everyEntry(id, { kinds: PICTURED }),
    enabled,
  });
}

/** The entries behind the chosen figure; those that are not `known` already are asked for. */
export function useTraced(
  id: string,
  attendance: record.Attendance,
  chosen: Chosen | null,
  known: readonly record.Entry[],
  ledger: boolean,
) {
  const numbers = chosen ? sourcesOf(attendance, chosen) : [];
  const found = known.filter((one) => numbers.includes(one.entry));
  const entries = numbers.filter((number) => !found.some((one) => one.entry === number));
  const { data, error, refetch } = useQuery({
    ...ONCE,
    queryKey: ["record", id, "entries", entries.join()],
    queryFn: () => record.everyEntry(id, { entries }),
    enabled: ledger && entries.length > 0,
  });
  const all = entries.length === 0 ? found : data && [...found, ...data];
  return { data: all?.toSorted((a, b) => a.entry - b.entry), error, refetch, numbers };
}

export function isNothing(error: unknown): boolean {
  return error instanceof Problem && (error.status === 404 || error.status === 403);
}
