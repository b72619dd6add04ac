// One's own microphone and camera: off at first, one at a time, and let go when turned off.

import type { Why } from "../api/devices";
import * as devices from "../api/devices";
import type { OwnKind } from "./sound";

const SOUND: MediaTrackConstraints = {
  echoCancellation: true,
  noiseSuppression: true,
  autoGainControl: true,
};
const PICTURE: MediaTrackConstraints = {
  width: { ideal: 640 },
  height: { ideal: 360 },
  frameRate: { ideal: 24, max: 30 },
};
/** Fewer pictures; their size is seen to where they are sent. */
const FEWER: MediaTrackConstraints = { ...PICTURE, frameRate: { ideal: 12, max: 15 } };

export type Own = {
  readonly track: MediaStreamTrack | null;
  readonly trouble: Why | "lost" | null;
  /** The device in use, else the one chosen; empty where the browser chooses. */
  readonly id: string;
};

const OFF: Own = { track: null, trouble: null, id: "" };

export class Local {
  readonly own: Record<OwnKind, Own> = { microphone: OFF, camera: OFF };
  known: Record<devices.Kind | "speaker", readonly devices.Device[]> = {
    ...{ microphone: [], camera: [], speaker: [] },
  };
  /** Whether the background is blurred, or will be; null where it can not be. */
  blur: boolean | null = devices.mayBlur() ? false : null;

  private small = false;
  private blurs = false;
  private ended = false;
  // What was asked for last counts: an answer to an earlier question is let go again.
  private readonly asked: Record<OwnKind, number> = { microphone: 0, camera: 0 };
  private readonly opening: Record<OwnKind, Promise<boolean> | null> = {
    ...{ microphone: null, camera: null },
  };
  private readonly unwatch: () => void;

  /** `changed` says what is to be sent from now. */
  constructor(private readonly changed: (kind: OwnKind) => void) {
    this.unwatch = devices.watch(() => void this.look());
  }

  /** Turn a device on; whether it is. Who asks twice is answered once. */
  open(kind: OwnKind, id = this.own[kind].id): Promise<boolean> {
    if (this.own[kind].track !== null && id === this.own[kind].id) return Promise.resolve(true);
    this.asked[kind] += 1;
    const opened = this.begin(kind, id, this.asked[kind]);
    this.opening[kind] = opened;
    return opened;
  }

  private async begin(kind: OwnKind, id: string, mine: number): Promise<boolean> {
    try {
      const stream = await this.take(kind, id);
      if (kind === "camera") await this.prepare(stream);
      if (this.ended || mine !== this.asked[kind]) {
        devices.stop(stream);
        return await this.last(kind, mine);
      }
      this.hold(kind, stream);
      void this.look();
      // The room may have taken it again while it was being held.
      return this.own[kind].track !== null;
    } catch (error) {
      if (mine !== this.asked[kind]) return await this.last(kind, mine);
      this.letGo(kind);
      const trouble = error instanceof devices.Unusable ? error.why : "unable";
      this.set(kind, { track: null, trouble });
      return false;
    } finally {
      if (mine === this.asked[kind]) this.opening[kind] = null;
    }
  }

  /** What became of a question that was asked since; false where there is none. */
  private async last(kind: OwnKind, mine: number): Promise<boolean> {
    if (mine === this.asked[kind]) return false;
    return (await this.opening[kind]) ?? this.own[kind].track !== null;
  }

  /** Nothing of a room is seen before it is as its person wants it. */
  private async prepare(stream: MediaStream): Promise<void> {
    const [track] = stream.getTracks();
    if (track === undefined) return;
    let blurs: boolean;
    do {
      blurs = this.blurs;
      await this.shape(track);
    } while (blurs !== this.blurs);
  }

  /** Turn a device off: its light goes out. */
  close(kind: OwnKind): void {
    this.asked[kind] += 1;
    this.opening[kind] = null;
    if (this.own[kind].track === null) return;
    this.letGo(kind);
    this.set(kind, { track: null });
  }

  forget(kind: OwnKind): void {
    this.set(kind, { trouble: null });
  }

  /** Take another device from now, or at the next turn on. */
  async choose(kind: OwnKind, id: string): Promise<void> {
    const off = this.own[kind].track === null && this.opening[kind] === null;
    if (off) this.set(kind, { id, trouble: null });
    else await this.open(kind, id);
  }

  async setBlur(on: boolean): Promise<void> {
    this.blurs = on;
    const { track } = this.own.camera;
    if (track !== null) await this.shape(track);
    else if (this.blur !== null) this.blur = on;
    this.changed("camera");
  }

  /** Take small pictures, to spare the connection and the battery. */
  async setSmall(small: boolean): Promise<void> {
    if (this.small === small) return;
    this.small = small;
    const { track } = this.own.camera;
    if (track !== null) await this.shape(track);
  }

  end(): void {
    this.ended = true;
    this.unwatch();
    this.letGo("microphone");
    this.letGo("camera");
  }

  /** A device that was chosen and is gone must not stand in the way of another. */
  private async take(kind: OwnKind, id: string): Promise<MediaStream> {
    const as = kind === "microphone" ? SOUND : this.size;
    try {
      return await devices.open(kind, id, as);
    } catch (error) {
      const why = error instanceof devices.Unusable ? error.why : null;
      if (why === "none" && id !== "") return await devices.open(kind, "", as);
      if (why !== "busy" || this.own[kind].track === null) throw error;
      // Phones give out one camera at a time: the other first lets go of it.
      this.letGo(kind);
      return await devices.open(kind, id, as);
    }
  }

  private get size(): MediaTrackConstraints {
    const blur = this.blurs && this.blur !== null ? { backgroundBlur: true } : {};
    return { ...(this.small ? FEWER : PICTURE), ...blur };
  }

  private hold(kind: OwnKind, stream: MediaStream): void {
    this.letGo(kind);
    const track = stream.getTracks()[0] ?? null;
    if (track !== null) {
      track.contentHint = kind === "microphone" ? "speech" : "motion";
      track.onended = () => this.lost(kind, track);
    }
    this.set(kind, { track, trouble: track === null ? "none" : null, id: devices.idOf(stream) });
  }

  private lost(kind: OwnKind, track: MediaStreamTrack): void {
    if (this.own[kind].track !== track) return;
    this.letGo(kind);
    this.set(kind, { track: null, trouble: "lost", id: "" });
  }

  private letGo(kind: OwnKind): void {
    const { track } = this.own[kind];
    if (track === null) return;
    track.onended = null;
    track.stop();
  }

  private async shape(track: MediaStreamTrack): Promise<void> {
    const offers = devices.canBlur(track);
    const blur = offers ? { backgroundBlur: this.blurs } : {};
    const size = this.small ? FEWER : PICTURE;
    await track.applyConstraints({ ...size, ...blur }).catch(() => undefined);
    this.blur = offers ? devices.blurs(track) : null;
    if (this.own.camera.track === track) this.changed("camera");
  }

  private async look(): Promise<void> {
    const [microphone, camera, speaker] = await Promise.all([
      devices.list("microphone"),
      devices.list("camera"),
      devices.list("speaker"),
    ]).catch(() => [[], [], []] as const);
    if (this.ended) return;
    this.known = { microphone, camera, speaker };
    this.changed("microphone");
  }

  private set(kind: OwnKind, change: Partial<Own>): void {
    this.own[kind] = { ...this.own[kind], ...change };
    this.changed(kind);
  }
}
