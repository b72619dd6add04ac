// What is seen and heard of others at this moment: what comes in, what the room lets through, and
// what the page shows.

import { type Room, spotOf } from "../room/state";
import type { Carried } from "./modes";
import { Playing } from "./playing";
import type { Tracks } from "./sending";
import type { Size, Source } from "./sound";
import { lets } from "./stand";
import { Views } from "./views";
import { type Layer, pictureKey } from "./want";

export type Pictures = Readonly<Record<string, MediaStream>>;

export class Scene {
  pictures: Pictures = {};

  private readonly playing: Playing;
  private readonly views: Views;
  private readonly streams = new WeakMap<MediaStreamTrack, MediaStream>();

  constructor(blocked: (on: boolean) => void, looked: () => void) {
    this.playing = new Playing(blocked);
    this.views = new Views(looked);
  }

  readonly want = (key: string, size: Size): (() => void) => this.views.want(key, size);
  readonly pin = (key: string | null): void => this.views.pin(key);
  readonly speaker = (id: string): void => this.playing.speaker(id);
  readonly resume = (): void => this.playing.resume();

  came(seat: string, source: Source, track: MediaStreamTrack | null): void {
    if (source === "microphone") this.playing.play(seat, track);
  }

  /** The pictures to take, and how large. */
  wanted(carried: Carried): ReadonlyMap<string, Layer> {
    return this.views.wanted(carried, document.visibilityState === "hidden");
  }

  /** Show and play what the room lets through, whatever comes in; whether pictures changed. */
  draw(
    room: Room | null,
    incoming: ReadonlyMap<string, MediaStreamTrack>,
    own: Tracks,
    carried: Carried,
  ): boolean {
    this.playing.allow((seat) => lets(room, seat, "microphone"));
    this.views.spot(room === null ? null : spotOf(room));
    const wanted = this.wanted(carried);
    const pictures: Record<string, MediaStream> = {};
    for (const [key, track] of incoming) {
      const [seat = "", source] = key.split(" ");
      if (source !== "microphone" && wanted.has(key) && lets(room, seat, source as Source))
        pictures[key] = this.stream(track);
    }
    for (const source of ["camera", "share"] as const) {
      const track = own[source];
      if (track !== null && room !== null)
        pictures[pictureKey(room.you.seat, source)] = this.stream(track);
    }
    if (same(pictures, this.pictures)) return false;
    this.pictures = pictures;
    return true;
  }

  end(): void {
    this.playing.end();
  }

  /** One stream for each track, so that a picture that goes on is not begun anew. */
  private stream(track: MediaStreamTrack): MediaStream {
    const known = this.streams.get(track) ?? new MediaStream([track]);
    this.streams.set(track, known);
    return known;
  }
}

function same(one: Pictures, other: Pictures): boolean {
  const keys = Object.keys(one);
  const length = Object.keys(other).length;
  return keys.length === length && keys.every((key) => one[key] === other[key]);
}
