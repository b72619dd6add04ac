// The browser's cameras, microphones and speakers: asking for one, listing them, letting go.

export type Kind = "camera" | "microphone";
/** Why a device can not be used. */
export type Why = "denied" | "none" | "busy" | "unable";
export type Device = { readonly id: string; readonly name: string };

export class Unusable extends Error {
  readonly why: Why;

  constructor(why: Why) {
    super(why);
    this.why = why;
  }
}

const KINDS = { camera: "videoinput", microphone: "audioinput", speaker: "audiooutput" } as const;
const REASONS: Readonly<Record<string, Why>> = {
  NotAllowedError: "denied",
  SecurityError: "denied",
  NotFoundError: "none",
  OverconstrainedError: "none",
  NotReadableError: "busy",
  AbortError: "busy",
};

/** Turn a device on, `as` it should be; throws Unusable. Whoever asks lets it go with `stop`. */
export async function open(
  kind: Kind,
  id?: string,
  as: MediaTrackConstraints = {},
): Promise<MediaStream> {
  // An old browser, or a page that is not served over TLS, has none of this.
  if (!navigator.mediaDevices?.getUserMedia) throw new Unusable("unable");
  const wanted = id ? { ...as, deviceId: { exact: id } } : as;
  try {
    return await navigator.mediaDevices.getUserMedia(
      kind === "camera" ? { video: wanted } : { audio: wanted },
    );
  } catch (error) {
    throw new Unusable(REASONS[error instanceof DOMException ? error.name : ""] ?? "unable");
  }
}

/** Ask for a screen or a window to share; null where the person thought better of it. */
export async function display(): Promise<MediaStreamTrack | null> {
  if (!navigator.mediaDevices?.getDisplayMedia) throw new Unusable("unable");
  try {
    const frameRate = { max: 10 };
    const stream = await navigator.mediaDevices.getDisplayMedia({ video: { frameRate } });
    return stream.getVideoTracks()[0] ?? null;
  } catch (error) {
    if (error instanceof DOMException && error.name === "NotAllowedError") return null;
    throw new Unusable("unable");
  }
}

/** Be told when devices are plugged in or pulled out; the answer ends it. */
export function watch(changed: () => void): () => void {
  const all = navigator.mediaDevices;
  all?.addEventListener?.("devicechange", changed);
  return () => all?.removeEventListener?.("devicechange", changed);
}

/** Let a device go: its light goes out. */
export function stop(stream: MediaStream | null): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}

/** The devices the browser tells of; names are empty until one was allowed. */
export async function list(kind: Kind | "speaker"): Promise<readonly Device[]> {
  const all = (await navigator.mediaDevices?.enumerateDevices?.()) ?? [];
  return all
    .filter((one) => one.kind === KINDS[kind] && one.deviceId !== "")
    .map((one) => ({ id: one.deviceId, name: one.label }));
}

/** Whether this browser knows how to blur at all; whether a camera can is known once it is on. */
export function mayBlur(): boolean {
  return navigator.mediaDevices?.getSupportedConstraints?.().backgroundBlur === true;
}

/** Whether a camera that is on can blur what is behind a person. */
export function canBlur(track: MediaStreamTrack): boolean {
  return track.getCapabilities?.().backgroundBlur?.includes(true) ?? false;
}

/** Whether what a camera sends is blurred now. */
export function blurs(track: MediaStreamTrack): boolean {
  return track.getSettings?.().backgroundBlur === true;
}

/** The device a stream is of. */
export function idOf(stream: MediaStream): string {
  return stream.getTracks()[0]?.getSettings().deviceId ?? "";
}
