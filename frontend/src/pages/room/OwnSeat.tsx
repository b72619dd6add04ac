import type { ReactNode } from "react";
import { useRoom } from "../../room/hooks";
import { FreeSeat } from "./FreeSeat";

/** The circle with one's own seat, by the alias the group knows. */
export function OwnSeat(props: { whole?: boolean; live?: boolean; children?: ReactNode }) {
  const name = useRoom((room) => room.you.name);
  return <FreeSeat {...props} name={name} />;
}
