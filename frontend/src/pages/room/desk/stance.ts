// How one stands with the desk: what a facilitator may do, somebody who looks on may not.

import { createContext, useContext } from "react";
import { useRoom } from "../../../room/hooks";
import { nameOf, person, type Room } from "../../../room/state";

/** Whether this person facilitates; who looks on sees everything and decides little. */
export function facilitates(room: Room): boolean {
  return person(room, room.you.seat)?.facilitates ?? false;
}

export function useFacilitates(): boolean {
  return useRoom(facilitates);
}

/** What somebody is called; empty for whom the room does not know. */
export function useName(seat: string): string {
  return useRoom((room) => nameOf(room, seat));
}

/** Opens somebody's own card. */
export const CardContext = createContext<(seat: string) => void>(() => {});

export function useCard(): (seat: string) => void {
  return useContext(CardContext);
}
