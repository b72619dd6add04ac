// For tests in a real browser: devices in one page, with real connections, workers and codecs.

import { Encryption } from "../encryption";
import type { Protected } from "../protection";
import { agrees, codecs, configuration, unsupported } from "../support";

/** `none` has the worker and no keys; `bare` gives what comes to the decoder as it is. */
type Kind = "member" | "none" | "bare";
type Heard = { from: string; to: string; frames: number; energy: number; bytes: number };

class Device {
  state: Protected = { safety: null, ready: false, waiting: [] };
  readonly encryption: Encryption | null;
  readonly opened: RTCPeerConnection[] = [];

  constructor(
    readonly seat: string,
    readonly kind: Kind,
    readonly tracks: readonly MediaStreamTrack[],
  ) {
    const terms = {
      seat,
      leg: crypto.randomUUID(),
      place: "main",
      session: "proof",
      send: (to: string, data: Record<string, unknown>) => {
        const text = JSON.stringify(data);
        if (kind === "member") members.get(to)?.encryption?.heard(seat, JSON.parse(text));
      },
      changed: (state: Protected) => {
        this.state = state;
      },
    };
    this.encryption = kind === "bare" ? null : new Encryption(terms);
  }
}

const members = new Map<string, Device>();
const devices = new Map<string, Device>();
const screens = new Map<string, HTMLVideoElement>();
const sounds: HTMLVideoElement[] = [];
const listening: { from: string; to: string; connection: RTCPeerConnection }[] = [];

async function join(seat: string, kind: Kind = "member"): Promise<void> {
  const media = await navigator.mediaDevices.getUserMedia({
    audio: true,
    video: { width: 320, height: 240, frameRate: 15 },
  });
  const device = new Device(seat, kind, media.getTracks());
  const before = [...devices.values()];
  devices.set(seat, device);
  if (kind === "member") members.set(seat, device);
  list();
  await Promise.all(before.flatMap((other) => [connect(other, device), ...back(device, other)]));
}

/** Only members are worth hearing. */
function back(device: Device, other: Device): Promise<void>[] {
  return device.kind === "member" ? [connect(device, other)] : [];
}

/** The room no longer names somebody; their connections stay, as a service that lies would have it. */
function leave(seat: string): void {
  members.delete(seat);
  list();
}

function list(): void {
  const seats = [...members.keys()].map((seat) => ({ seat }));
  for (const member of members.values())
    member.encryption?.members(seats.filter(({ seat }) => seat !== member.seat));
}

async function connect(from: Device, to: Device): Promise<void> {
  if (from.kind !== "member") return;
  const sending = new RTCPeerConnection(configuration());
  const receiving = new RTCPeerConnection(to.encryption === null ? {} : configuration());
  from.opened.push(sending);
  to.opened.push(receiving);
  listening.push({ from: from.seat, to: to.seat, connection: receiving });
  sending.onicecandidate = ({ candidate }) =>
    void receiving.addIceCandidate(candidate ?? undefined);
  receiving.onicecandidate = ({ candidate }) =>
    void sending.addIceCandidate(candidate ?? undefined);
  receiving.ontrack = ({ receiver, track }) => {
    to.encryption?.receiver(receiver, from.seat, track.kind === "audio" ? "microphone" : "camera");
    play(from, to, track);
  };
  for (const kind of ["audio", "video"] as const) {
    const line = sending.addTransceiver(kind, { direction: "sendonly" });
    from.encryption?.sender(line.sender, kind === "audio" ? "microphone" : "camera");
    line.setCodecPreferences(codecs(kind));
    await line.sender.replaceTrack(from.tracks.find((track) => track.kind === kind) ?? null);
  }
  await sending.setLocalDescription();
  await receiving.setRemoteDescription(sending.localDescription as RTCSessionDescription);
  await receiving.setLocalDescription();
  await sending.setRemoteDescription(receiving.localDescription as RTCSessionDescription);
}

/** Browsers decode only for somebody. */
function play(from: Device, to: Device, track: MediaStreamTrack): void {
  const element = document.createElement("video");
  element.srcObject = new MediaStream([track]);
  // A picture that never comes is never played.
  void element.play().catch(() => undefined);
  if (track.kind === "video") screens.set(`${from.seat} ${to.seat}`, element);
  else sounds.push(element);
}

/** How bright the picture is that one device has of another, in a few fields. */
function picture(from: string, to: string): number[] {
  const canvas = document.createElement("canvas");
  canvas.width = 16;
  canvas.height = 12;
  const drawing = canvas.getContext("2d");
  const screen = screens.get(`${from} ${to}`);
  if (drawing === null || screen === undefined) return [];
  drawing.drawImage(screen, 0, 0, canvas.width, canvas.height);
  const { data } = drawing.getImageData(0, 0, canvas.width, canvas.height);
  return Array.from({ length: data.length / 4 }, (_, at) => data[at * 4 + 1] ?? 0);
}

/** What was decoded so far, of everyone by everyone. */
async function heard(): Promise<Heard[]> {
  const all = [];
  for (const { from, to, connection } of listening) {
    const found: Heard = { from, to, frames: 0, energy: 0, bytes: 0 };
    for (const report of (await connection.getStats()).values()) {
      if (report.type !== "inbound-rtp") continue;
      found.frames += report.framesDecoded ?? 0;
      found.energy += report.kind === "audio" ? (report.totalAudioEnergy ?? 0) : 0;
      found.bytes += report.bytesReceived ?? 0;
    }
    all.push(found);
  }
  return all;
}

function states(): Record<string, Protected> {
  return Object.fromEntries([...devices].map(([seat, { state }]) => [seat, state]));
}

/** The camera off and on again, as the page does it: the line stays. */
async function replace(seat: string): Promise<void> {
  const device = devices.get(seat);
  const track = device?.tracks.find(({ kind }) => kind === "video") ?? null;
  for (const connection of device?.opened ?? [])
    for (const { sender, currentDirection } of connection.getTransceivers()) {
      if (currentDirection !== "sendonly" || sender.track?.kind !== "video") continue;
      await sender.replaceTrack(null);
      await sender.replaceTrack(track?.clone() ?? null);
    }
}

/** A line is used anew for somebody else, as an SFU does it. */
function reuse(from: string, to: string, seat: string): void {
  for (const line of listening.filter((one) => one.from === from && one.to === to))
    for (const { receiver } of line.connection.getTransceivers()) {
      const source = receiver.track.kind === "audio" ? "microphone" : "camera";
      devices.get(to)?.encryption?.receiver(receiver, seat, source);
    }
}

/** Whether each line that is sent has the level of its sound beside the encrypted frames. */
function levels(): boolean {
  const sending = [...members.values()].flatMap(({ opened }) => opened);
  const offers = sending.map((one) => one.localDescription?.sdp ?? "");
  return offers.every((sdp) => sdp.includes("urn:ietf:params:rtp-hdrext:ssrc-audio-level"));
}

Object.assign(globalThis, {
  proof: { join, leave, heard, picture, states, replace, reuse, levels, agrees, unsupported },
});
