// The worker through which every encrypted frame goes; it holds the keys and never lets them out.
//
// It fails closed: without a key nothing leaves, and what can not be opened is not played.

import type { Bytes } from "./bytes";
import { type Material, Opener, Seal } from "./frames";
import type { Source } from "./protection";

/** A line: what a device sends, or what comes from a seat. */
export type Line = { readonly source: Source; readonly from: string | null };

export type ToWorker =
  | { readonly kind: "own"; readonly material: Material | null }
  | { readonly kind: "learn"; readonly seat: string; readonly material: Material }
  | { readonly kind: "forget"; readonly seat: string }
  | {
      readonly kind: "line";
      readonly id: number;
      readonly line: Line;
      /** Once for each line, where a browser has only the older way to reach frames. */
      readonly streams: Streams | null;
    };

type Frame = { data: ArrayBuffer; readonly type?: "key" | "delta" | "empty" };
export type Streams = {
  readonly readable: ReadableStream<Frame>;
  readonly writable: WritableStream<Frame>;
};
type Ask = { readonly keyFrame: () => void; readonly request: () => void };
/** What workers of media have beyond the DOM's types. */
type Transformer = Streams & {
  readonly options: Line;
  generateKeyFrame?: () => Promise<unknown>;
  sendKeyFrameRequest?: () => Promise<unknown>;
};
type Place = {
  onmessage: ((event: { data: ToWorker }) => void) | null;
  onrtctransform: ((event: { transformer: Transformer }) => void) | null;
};

const NEVER: Ask = { keyFrame: () => undefined, request: () => undefined };
const PATIENCE_MS = 500;
const DEVICES = 1024;

// By device, and kept when it goes: what was opened once is never opened again.
const openers = new Map<string, Opener>();
const current = new Map<string, Opener>();
const lines = new Map<number, Line>();
const senders = new Set<() => void>();
let own: Material | null = null;

const place = globalThis as unknown as Place;

place.onmessage = ({ data }) => {
  switch (data.kind) {
    case "own":
      own = data.material;
      // Whoever has just come can begin to see only with a whole picture.
      for (const keyFrame of senders) keyFrame();
      return;
    case "learn":
      learn(data.seat, data.material);
      return;
    case "forget":
      current.delete(data.seat);
      return;
    case "line":
      lines.set(data.id, data.line);
      if (data.streams !== null) run(() => lines.get(data.id) ?? data.line, data.streams, NEVER);
  }
};

function learn(seat: string, material: Material): void {
  const { context } = material;
  const opener = openers.get(context) ?? new Opener(() => performance.now());
  if (openers.size >= DEVICES && !openers.has(context)) return;
  openers.set(context, opener);
  current.set(seat, opener);
  opener.learn(material);
}

place.onrtctransform = ({ transformer }) => {
  const ask = {
    keyFrame: () => void transformer.generateKeyFrame?.().catch(() => undefined),
    request: () => void transformer.sendKeyFrameRequest?.().catch(() => undefined),
  };
  run(() => transformer.options, transformer, ask);
};

function run(line: () => Line, pipe: Streams, ask: Ask): void {
  const transform = line().from === null ? sealing(line, ask) : opening(line, ask);
  // A connection that ends breaks the pipe; there is nothing to be done about it.
  void pipe.readable
    .pipeThrough(new TransformStream<Frame, Frame>({ transform }))
    .pipeTo(pipe.writable)
    .catch(() => undefined);
}

type Out = TransformStreamDefaultController<Frame>;
type Step = (frame: Frame, out: Out) => Promise<void>;

function sealing(line: () => Line, ask: Ask): Step {
  const { source } = line();
  const seal = new Seal(source);
  if (source !== "microphone") senders.add(ask.keyFrame);
  return async (frame, out) => pass(frame, await seal.seal(bytes(frame), own), out);
}

function opening(line: () => Line, ask: Ask): Step {
  // Pictures build on those before: at first, and after each gap, a whole one is needed. Without it
  // a decoder shows grey, and believes that all is well.
  let needs = true;
  let askedAt = Number.NEGATIVE_INFINITY;
  return async (frame, out) => {
    const { source, from } = line();
    const opener = from === null ? undefined : current.get(from);
    const opened = (await opener?.open(bytes(frame), source)) ?? null;
    // Who can not ask for one passes on what there is: its decoder asks, late, when it fails.
    if (source === "microphone" || ask === NEVER) return pass(frame, opened, out);
    if (opened === null) needs = true;
    else if (frame.type === "key") needs = false;
    if (!needs) return pass(frame, opened, out);
    if (opener === undefined || performance.now() - askedAt < PATIENCE_MS) return;
    askedAt = performance.now();
    ask.request();
  };
}

function bytes(frame: Frame): Bytes {
  return new Uint8Array(frame.data);
}

function pass(frame: Frame, data: Bytes | null, out: Out): void {
  if (data === null) return;
  frame.data = data.buffer;
  out.enqueue(frame);
}
