// How long everyone has been present so far: the record's figure, carried on by the clock.

import { useQuery } from "@tanstack/react-query";
import { attendance } from "../../../api/meeting";
import type { PersonView } from "../../../api/protocol.gen";
import { useAround, useRoom } from "../../../room/hooks";
import { live, type Room } from "../../../room/state";

// Each reading is written down, so it is done seldom.
const AGAIN_MS = 10 * 60_000;

/** When the record was read, and everyone's presence at that moment, in ms. */
export type Read = { readonly at: number; readonly present: ReadonlyMap<string, number> } | null;

/** The presence that the record tells of; null until it has been read. */
export function useRead(): Read {
  const { session } = useAround();
  const running = useRoom((room) => live(room.times.phase));
  const { data } = useQuery({
    queryKey: ["attendance", session, "desk"],
    queryFn: () => read(session),
    enabled: running,
    staleTime: AGAIN_MS,
    refetchInterval: AGAIN_MS,
    retry: false,
  });
  return data ?? null;
}

async function read(session: string): Promise<NonNullable<Read>> {
  const { meeting, people } = await attendance(session);
  const present = people.map((one) => [one.seat ?? "", one.present_ms] as const);
  return { at: Date.parse(meeting.upto ?? ""), present: new Map(present) };
}

/** Whole minutes: what the record says, and since then the time of whoever is here. */
export function soFar(
  read: NonNullable<Read>,
  one: Pick<PersonView, "seat" | "state">,
  times: Pick<Room["times"], "phase" | "started_at">,
  now: number,
): number {
  const since = Math.max(read.at, times.started_at ?? now);
  const counts = times.phase === "running" && one.state === "here";
  const more = counts ? Math.max(0, now - since) : 0;
  return Math.floor(((read.present.get(one.seat) ?? 0) + more) / 60_000);
}
