// What this device shares: one track at a time, let go as soon as it is shared no more.

export class Share {
  track: MediaStreamTrack | null = null;

  /** `ended` tells that it ended by itself, as by the browser's own button. */
  constructor(private readonly ended: () => void) {}

  /** Letters must stay sharp in it, whatever it costs in movement. */
  hold(track: MediaStreamTrack, hint: "detail" | "text"): void {
    this.stop();
    track.contentHint = hint;
    track.onended = () => {
      if (this.track === track) this.ended();
    };
    this.track = track;
  }

  stop(): void {
    if (this.track === null) return;
    this.track.onended = null;
    this.track.stop();
    this.track = null;
  }
}
