// What a connection sends and receives goes through the worker that encrypts it, line by line.

import type { Streams, ToWorker } from "./frames.worker";
import type { Source } from "./protection";
import { modern } from "./support";

export type Frames = {
  postMessage(data: ToWorker, transfer?: Transferable[]): void;
  terminate(): void;
};
type Older = { createEncodedStreams(): Streams };

export class Lines {
  private readonly ids = new WeakMap<object, number>();
  private readonly said = new WeakMap<object, string>();
  private counted = 0;

  constructor(private readonly frames: Frames) {}

  /** A line carries this now; what comes in is `from` a seat. */
  carries(end: RTCRtpSender | RTCRtpReceiver, source: Source, from: string | null): void {
    const line = { source, from };
    const said = JSON.stringify(line);
    if (this.said.get(end) === said) return;
    this.said.set(end, said);
    if (modern()) {
      end.transform = new RTCRtpScriptTransform(this.frames as Worker, line);
      return;
    }
    // The older way gives a line's frames out once; the worker is told what it carries now.
    const known = this.ids.get(end);
    const id = known ?? ++this.counted;
    this.ids.set(end, id);
    const streams = known === undefined ? (end as unknown as Older).createEncodedStreams() : null;
    const transfer = streams === null ? [] : [streams.readable, streams.writable];
    this.frames.postMessage({ kind: "line", id, line, streams }, transfer);
  }
}

export function worker(): Worker {
  return new Worker(new URL("./frames.worker.ts", import.meta.url), { type: "module" });
}
