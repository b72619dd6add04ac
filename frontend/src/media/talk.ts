// Who talks at this moment: as the SFU says, or in a mesh as this page hears it.

import type { ReportSpeech } from "../api/protocol.gen";
import type { Client } from "./client";
import { measure, Talker } from "./levels";
import { Speech } from "./speech";

const EVERY_MS = 150;

export class Talk {
  private talking: ReadonlySet<string> = new Set();
  private readonly talkers = new Map<string, Talker>();
  private readonly speech: Speech;
  private client: Client | null = null;
  private timer: ReturnType<typeof setInterval> | undefined;
  private measured: MediaStreamTrack | null = null;
  private unmeasure: () => void = () => undefined;
  private may: (seat: string) => boolean = () => false;

  constructor(
    private readonly now: () => number,
    private readonly changed: (talking: ReadonlySet<string>) => void,
    report: (command: ReportSpeech) => void,
  ) {
    this.speech = new Speech(report);
  }

  /** The SFU says it. */
  told(seat: string, on: boolean): void {
    if (this.talking.has(seat) === on) return;
    const talking = new Set(this.talking);
    if (on) talking.add(seat);
    else talking.delete(seat);
    this.become(talking);
  }

  /** Listen to a mesh from now, or to none. */
  listen(client: Client | null): void {
    clearInterval(this.timer);
    this.client = client;
    this.talkers.clear();
    this.become(new Set());
    if (client !== null) this.timer = setInterval(() => this.hear(), EVERY_MS);
  }

  /** Whose microphone is on: nobody else talks. */
  allow(may: (seat: string) => boolean): void {
    this.may = may;
    const rest = [...this.talking].filter(may);
    if (rest.length < this.talking.size) this.become(new Set(rest));
  }

  /** Measure one's own voice from now, in a mesh, or not. */
  own(seat: string, track: MediaStreamTrack | null): void {
    if (track === this.measured) return;
    this.unmeasure();
    this.unmeasure = () => undefined;
    this.measured = track;
    if (track === null) {
      this.speech.stop(this.now());
      this.told(seat, false);
      return;
    }
    const talker = new Talker();
    this.unmeasure = measure(track, (loudness) => {
      const now = this.now();
      const talks = talker.take(loudness, now);
      this.speech.take(talks, now, talker.loud);
      this.told(seat, talks && this.may(seat));
    });
  }

  /** One leaves: what was measured is told now or never. */
  stop(): void {
    this.speech.stop(this.now(), true);
  }

  end(): void {
    this.own("", null);
    this.listen(null);
  }

  private hear(): void {
    const now = this.now();
    this.speech.tick(now);
    for (const [seat, loudness] of this.client?.loudness() ?? []) {
      const talker = this.talkers.get(seat) ?? new Talker();
      this.talkers.set(seat, talker);
      this.told(seat, talker.take(loudness, now) && this.may(seat));
    }
  }

  private become(talking: ReadonlySet<string>): void {
    if (talking.size === 0 && this.talking.size === 0) return;
    this.talking = talking;
    this.changed(talking);
  }
}
