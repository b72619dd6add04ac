// One's own microphone, camera and share made one with what the room says of them: the device comes
// first, the room's word is done at once, and nobody's light says what is not so.

import * as devices from "../api/devices";
import type { Command, Event, You } from "../api/protocol.gen";
import { Local } from "./local";
import type { Tracks } from "./sending";
import { Share } from "./share";
import type { OwnKind, Source } from "./sound";
import { NOWHERE, type Stand, silenced } from "./stand";

export const OWN = ["microphone", "camera", "share"] as const satisfies readonly Source[];
/** How long a device that was turned on waits for the room to say so. */
const GRACE_MS = 5_000;

export type Voice = {
  /** Give the room a command; whether it was done. */
  readonly give: (command: Command) => Promise<boolean>;
  /** Whether the room hears at this moment, and has answered all that was given. */
  readonly answered: () => boolean;
  /** Whether this device has media, so that it speaks for what is on. */
  readonly speaks: () => boolean;
  readonly changed: (source: Source) => void;
};

export class Accord {
  readonly local = new Local((kind) => this.moved(kind));
  stand: Stand = NOWHERE;

  private readonly share = new Share(() => void this.stopSharing());
  /** What is on, or about to be, and of which the room does not say so yet. */
  private readonly soon = new Map<Source, ReturnType<typeof setTimeout> | null>();

  constructor(private readonly voice: Voice) {}

  /** Only what the room says is on is sent. */
  sent(source: Source): MediaStreamTrack | null {
    return this.stand[source] ? this.track(source) : null;
  }

  get tracks(): Tracks {
    const [microphone, camera] = [this.sent("microphone"), this.sent("camera")];
    return { microphone, camera, share: this.sent("share") };
  }

  /** Do what the room says from now. */
  follow(stand: Stand): void {
    this.stand = stand;
    for (const source of OWN) {
      // Nothing is about to come either, where one may not have media at all.
      if (stand[source] || !stand.may) this.settle(source);
      this.moved(source);
    }
  }

  /** A device that was turned on a moment ago does not outlive what a facilitator says since. */
  silence(event: Event, you: You): void {
    for (const source of silenced(event, you)) this.settle(source);
  }

  /** Turn a device on and say whether it is; the room is told afterwards. */
  async open(kind: OwnKind): Promise<boolean> {
    this.await(kind);
    const opened = await this.local.open(kind);
    if (opened) this.await(kind, GRACE_MS);
    else this.settle(kind);
    return opened;
  }

  /** Let something go at once; whoever asks tells the room. */
  shut(source: Source): void {
    if (this.stand[source]) this.await(source, GRACE_MS);
    else this.settle(source);
    this.letGo(source);
    this.voice.changed(source);
  }

  /** Ask for a screen and share it; false where the browser gives none, which nobody has said. */
  async shareScreen(): Promise<boolean> {
    const { place } = this.stand;
    const track = await devices.display().catch(() => undefined);
    if (track === undefined) return false;
    if (track === null) return true;
    // It was chosen for those who were there.
    if (place === null || this.stand.place !== place) {
      track.stop();
      return true;
    }
    const surface = track.getSettings().displaySurface;
    await this.offer(track, surface === "monitor" ? "screen" : "window");
    return true;
  }

  /** Share a track; what is shared already goes on until the room says that it may be another. */
  async offer(track: MediaStreamTrack, what: "handout" | "screen" | "window"): Promise<boolean> {
    const hint = what === "handout" ? "text" : "detail";
    const another = this.share.track !== null;
    if (!another) {
      this.await("share");
      this.share.hold(track, hint);
    }
    const done = await this.voice.give({ type: "StartSharing", what });
    if (another && done && this.stand.share) this.share.hold(track, hint);
    else if (another) track.stop();
    else if (!done) this.settle("share");
    if (this.soon.has("share")) this.await("share", GRACE_MS);
    this.moved("share");
    return done;
  }

  async stopSharing(): Promise<void> {
    this.shut("share");
    if (this.stand.share) await this.voice.give(off("share"));
  }

  /** Let everything go; `tell` the room that it is off. */
  close(tell: boolean): void {
    for (const source of OWN) {
      this.settle(source);
      this.letGo(source);
      if (tell && this.stand[source]) void this.voice.give(off(source));
    }
  }

  end(): void {
    this.close(false);
    this.local.end();
  }

  private moved(source: Source): void {
    this.agree(source);
    this.voice.changed(source);
  }

  private agree(source: Source): void {
    if (this.soon.has(source)) return;
    const on = this.track(source) !== null;
    if (on && !this.stand[source]) this.letGo(source);
    if (on || !this.stand[source] || !this.voice.speaks()) return;
    // Said once; the room's answer settles it.
    this.await(source, GRACE_MS);
    void this.voice.give(off(source));
  }

  private await(source: Source, ms?: number): void {
    clearTimeout(this.soon.get(source) ?? undefined);
    const timer = ms === undefined ? null : setTimeout(() => this.late(source), ms);
    this.soon.set(source, timer);
  }

  private late(source: Source): void {
    // What was given and not answered yet may still come to be.
    if (!this.voice.answered()) return void this.await(source, GRACE_MS);
    this.settle(source);
    this.moved(source);
  }

  private settle(source: Source): void {
    clearTimeout(this.soon.get(source) ?? undefined);
    this.soon.delete(source);
  }

  private track(source: Source): MediaStreamTrack | null {
    return source === "share" ? this.share.track : this.local.own[source].track;
  }

  private letGo(source: Source): void {
    if (source === "share") this.share.stop();
    else this.local.close(source);
  }
}

function off(source: Source): Command {
  if (source === "share") return { type: "StopSharing" };
  return { type: source === "camera" ? "SetCamera" : "SetMicrophone", on: false };
}
