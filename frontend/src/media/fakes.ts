// Stand-ins for what tests of media have no browser for: connections and tracks.

export type FakeTrack = MediaStreamTrack & { readyState: string };

type Line = {
  mid: string | null;
  direction: string;
  readonly sender: FakeSender;
  readonly receiver: { readonly track: MediaStreamTrack };
};

export function track(
  kind: "audio" | "video",
  id: string = kind,
  settings: MediaTrackSettings = {},
): FakeTrack {
  let constraints: MediaTrackConstraints = {};
  const one = {
    ...{ kind, id, readyState: "live", contentHint: "", onended: null },
    stop: () => {
      one.readyState = "ended";
    },
    getSettings: () => ({ deviceId: id, ...settings }),
    getCapabilities: () => ({}),
    getConstraints: () => constraints,
    applyConstraints: (next: MediaTrackConstraints) => {
      constraints = next;
      return Promise.resolve();
    },
  };
  return one as unknown as FakeTrack;
}

/** Keeps what it was given; parameters are one object, as set. */
class FakeSender {
  track: MediaStreamTrack | null = null;
  parameters: { encodings: RTCRtpEncodingParameters[] };

  constructor(encodings: RTCRtpEncodingParameters[]) {
    this.parameters = { encodings };
  }

  replaceTrack(next: MediaStreamTrack | null): Promise<void> {
    this.track = next;
    return Promise.resolve();
  }

  getParameters() {
    return structuredClone(this.parameters);
  }

  setParameters(next: { encodings: RTCRtpEncodingParameters[] }): Promise<void> {
    this.parameters = next;
    return Promise.resolve();
  }
}

/** A connection that agrees to everything at once; `become` changes how it stands. */
export class FakeConnection {
  connectionState = "new";
  iceGatheringState = "complete";
  localDescription: { sdp: string } | null = null;
  remoteDescription: { sdp: string } | null = null;
  onicecandidate: ((event: { candidate: unknown }) => void) | null = null;
  onconnectionstatechange: (() => void) | null = null;
  onicegatheringstatechange: (() => void) | null = null;
  ontrack: ((event: unknown) => void) | null = null;
  closed = false;
  /** From now: how many of a hundred packets are lost, and how much may be sent. */
  weather: { readonly lost: number; readonly out_kbps: number } | null = null;
  private readonly came = { packetsReceived: 0, packetsLost: 0 };
  readonly candidates: unknown[] = [];
  readonly lines: Line[] = [];

  constructor(readonly configuration: RTCConfiguration) {}

  addTransceiver(kind: "audio" | "video", init: RTCRtpTransceiverInit = {}): Line {
    const line: Line = {
      mid: String(this.lines.length),
      direction: init.direction ?? "sendrecv",
      sender: new FakeSender(init.sendEncodings ?? [{}]),
      receiver: { track: track(kind, `in${this.lines.length}`) },
    };
    this.lines.push(line);
    return line;
  }

  getTransceivers(): Line[] {
    return this.lines;
  }

  setLocalDescription(): Promise<void> {
    this.localDescription = { sdp: `local ${this.lines.length}` };
    return Promise.resolve();
  }

  /** A description `lines <n>` brings so many lines, each with its track. */
  setRemoteDescription(description: { sdp: string }): Promise<void> {
    this.remoteDescription = description;
    const wanted = Number(/^lines (\d+)/.exec(description.sdp)?.[1] ?? 0);
    while (this.lines.length < wanted) this.addTransceiver("video");
    for (const line of this.lines)
      this.ontrack?.({ track: line.receiver.track, receiver: line.receiver, transceiver: line });
    return Promise.resolve();
  }

  addIceCandidate(candidate: unknown): Promise<void> {
    this.candidates.push(candidate);
    return Promise.resolve();
  }

  getStats(): Promise<ReadonlyMap<string, unknown>> {
    if (this.weather === null) return Promise.resolve(new Map());
    this.came.packetsReceived += 100 - this.weather.lost;
    this.came.packetsLost += this.weather.lost;
    const all = [
      { id: "line", type: "inbound-rtp", ...this.came },
      {
        ...{ id: "pair", type: "candidate-pair", nominated: true, currentRoundTripTime: 0.04 },
        availableOutgoingBitrate: this.weather.out_kbps * 1000,
      },
    ];
    return Promise.resolve(new Map(all.map((one) => [one.id, one])));
  }

  close(): void {
    this.closed = true;
  }

  become(state: string): void {
    this.connectionState = state;
    this.onconnectionstatechange?.();
  }
}
