// What a lost connection has cost somebody, told from the events that follow their return. Pure.

import type { EventFrame } from "../api/protocol.gen";
import type { Notice } from "./notices";
import type { Room } from "./state";

const WORTH_SAYING_MS = 1500;

/** Begins when the connection is lost, hears what followed, and then has a sentence. */
export class Returning {
  private readonly counted: boolean;
  private since: number | null = null;
  private until: number | null = null;
  private elsewhere = false;

  constructor(room: Room | null) {
    this.counted = counts(room);
  }

  hear({ at, event }: EventFrame, seat: string): void {
    if (!("seat" in event) || event.seat !== seat) return;
    if (event.type === "ConnectionLost" && event.last) this.since = event.as_of;
    if (event.type === "ConnectionLost" && !event.last) this.elsewhere = true;
    if (event.type === "Connected" && event.first) this.until = at;
  }

  /** What to say once the page is back. */
  notice(room: Room | null): Notice {
    if (!this.counted || !counts(room)) return { key: "notice.back", tone: "pine" };
    if (this.since !== null && this.until !== null) return lost(this.until - this.since);
    // Another page of the same person was connected all the while.
    if (this.elsewhere) return { key: "notice.back", tone: "pine" };
    return { key: "notice.backUncounted", tone: "pine" };
  }
}

function lost(ms: number): Notice {
  if (ms < WORTH_SAYING_MS) return { key: "notice.back", tone: "pine" };
  const seconds = Math.round(ms / 1000);
  if (seconds < 120) return { key: "notice.backSeconds", tone: "pine", values: { count: seconds } };
  const minutes = Math.round(seconds / 60);
  return { key: "notice.backMinutes", tone: "pine", values: { count: minutes } };
}

function counts(room: Room | null): boolean {
  if (room === null) return false;
  return room.you.standing === "inside" && room.times.phase === "running" && !room.you.away;
}
