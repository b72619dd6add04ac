// What a connection sends: three lines in a fixed order, turned on and off without negotiating.

import type { Protection } from "./encryption/protection";
import { codecs } from "./encryption/support";
import type { Carried } from "./modes";
import type { Source } from "./sound";

/** By the order of a connection's lines. */
export const SOURCES = ["microphone", "camera", "share"] as const satisfies readonly Source[];
const KIND = { microphone: "audio", camera: "video", share: "video" } as const;
const SOUND_KBPS = 32;
const SHARE_FPS = 10;
// What a camera sends at once, and its part of the bits: the whole picture, and half of it. Of
// cameras as wide as ours Chromium would never send a third one.
const LAYERS = ["h", "l"] as const;
const WHOLE = { scale: 1, part: 0.75 } as const;
const HALF = { scale: 2, part: 0.25 } as const;
/** Where hardly anything goes: a quarter, with a third of the half's bits. */
const QUARTER = { scale: 4, part: 0.08 } as const;

export type Tracks = Readonly<Record<Source, MediaStreamTrack | null>>;
export const NO_TRACKS: Tracks = { microphone: null, camera: null, share: null };

export type Way = {
  readonly direction: "sendonly" | "sendrecv";
  /** Two sizes of the camera at once, of which the SFU passes one to each. */
  readonly simulcast: boolean;
  readonly kbps: number;
  readonly protection: Protection | null;
};

export class Sending {
  private readonly senders = new Map<Source, RTCRtpSender>();

  private constructor(private readonly way: Way) {}

  /** On the side that offers: add the lines. */
  static offered(connection: RTCPeerConnection, way: Way): Sending {
    const sending = new Sending(way);
    for (const source of SOURCES) {
      const line = connection.addTransceiver(KIND[source], {
        direction: way.direction,
        sendEncodings: encodings(source, way),
      });
      sending.use(source, line);
    }
    return sending;
  }

  /** On the side that answers: take the lines that came with the offer. */
  static answered(connection: RTCPeerConnection, way: Way): Sending {
    const sending = new Sending(way);
    connection.getTransceivers().forEach((line, index) => {
      const source = SOURCES[index];
      if (source === undefined) return;
      line.direction = way.direction;
      sending.use(source, line);
    });
    return sending;
  }

  /** Send a track from now, or nothing. */
  async put(source: Source, track: MediaStreamTrack | null): Promise<void> {
    const sender = this.senders.get(source);
    if (sender === undefined || sender.track === track) return;
    // A connection that has just closed sends nothing anyway.
    await sender.replaceTrack(track).catch(() => undefined);
  }

  /** Send no more of the camera than the connection carries. */
  async carry(carried: Carried): Promise<void> {
    const sender = this.senders.get("camera");
    if (sender === undefined) return;
    const now = sender.getParameters();
    if (!now.encodings?.length) return;
    for (const encoding of now.encodings) shrink(encoding, carried, this.way);
    await sender.setParameters(now).catch(() => undefined);
  }

  /** Once it is negotiated: the caps that an answering side could not give before. */
  async limit(): Promise<void> {
    for (const [source, sender] of this.senders) {
      const now = sender.getParameters();
      const first = now.encodings?.[0];
      if (first === undefined || now.encodings.length > 1) continue;
      Object.assign(first, encodings(source, this.way)[0]);
      await sender.setParameters(now).catch(() => undefined);
    }
  }

  private use(source: Source, line: RTCRtpTransceiver): void {
    this.senders.set(source, line.sender);
    const { protection } = this.way;
    if (protection === null) return;
    line.setCodecPreferences?.(codecs(KIND[source]));
    protection.sender(line.sender, source);
  }
}

function encodings(source: Source, { simulcast, kbps }: Way): RTCRtpEncodingParameters[] {
  switch (source) {
    case "microphone":
      return [{ maxBitrate: SOUND_KBPS * 1000, priority: "high", networkPriority: "high" }];
    case "share":
      return [{ maxBitrate: kbps * 1000, maxFramerate: SHARE_FPS }];
    case "camera":
      if (!simulcast) return [{ maxBitrate: kbps * 1000 }];
      return LAYERS.map((rid) => ({ rid, ...layer(rid, "video", kbps) }));
  }
}

/** One of the camera's sizes, where so much is carried. */
function layer(rid: (typeof LAYERS)[number], carried: Carried, kbps: number) {
  const { scale, part } = rid === "h" ? WHOLE : carried === "sound" ? QUARTER : HALF;
  return {
    active: carried === "video" || rid === "l",
    scaleResolutionDownBy: scale,
    maxBitrate: Math.round(kbps * part) * 1000,
  };
}

function shrink(encoding: RTCRtpEncodingParameters, carried: Carried, way: Way): void {
  if (way.simulcast) {
    Object.assign(encoding, layer(encoding.rid === "l" ? "l" : "h", carried, way.kbps));
    return;
  }
  const part = { video: 1, less: 0.3, sound: 0.15 }[carried];
  encoding.maxBitrate = Math.round(way.kbps * part) * 1000;
  encoding.scaleResolutionDownBy = { video: 1, less: 2, sound: 4 }[carried];
}
