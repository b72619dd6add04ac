// One person's asking for help: over the socket, over HTTP where that does not answer, again and
// again under one ref until the server has it. It outlives the dialog; it draws nothing.

import type { Command, ServerFrame } from "../api/protocol.gen";
import { Refused } from "./errands";
import type { RoomStore } from "./store";

/** How long an open socket may take before HTTP is tried as well. */
export const PATIENCE_MS = 4_000;
export const AGAIN_MS = 10_000;
// What the server's clock may be off by, as it is known here.
const SLACK_MS = 2_000;

// These say nothing of the asking itself: the same may go well in a moment.
const PASSING = new Set(["offline", "busy", "unavailable", "restarting", "too_fast", "failed"]);

/** `failed`: not sent so far, and tried again; `refused`: not sent, and given up. */
export type Asking = "no" | "asking" | "sent" | "failed" | "refused";

export type PleaView = {
  readonly state: Asking;
  /** What is typed, or was sent. */
  readonly words: string;
  /** Whether what the room says of help is of this asking, and not of one before. */
  readonly answered: boolean;
  /** Whether its dialog is open, and says how it stands. */
  readonly open: boolean;
};

const NOTHING = { state: "no", words: "", answered: false } as const;

type Ways = Pick<RoomStore, "give" | "listen" | "say" | "view" | "now">;
type ByHttp = (command: Command, ref: string) => Promise<unknown>;

export class Plea {
  view: PleaView = { ...NOTHING, open: false };

  private ref = "";
  private said = "";
  private since = 0;
  // Counts the askings: what belongs to an older one changes nothing any more.
  private turn = 0;
  private readonly readers = new Set<() => void>();

  constructor(
    private readonly ways: Ways,
    private readonly byHttp: ByHttp,
    private readonly mint: () => string = () => crypto.randomUUID(),
  ) {}

  /** Listen to the room; the answer ends that, and every further try. */
  readonly start = (): (() => void) => {
    const deaf = this.ways.listen({ heard: (frame) => this.hear(frame), became: () => undefined });
    return () => {
      this.turn += 1;
      deaf();
    };
  };

  readonly subscribe = (reader: () => void): (() => void) => {
    this.readers.add(reader);
    return () => this.readers.delete(reader);
  };

  readonly read = (): PleaView => this.view;

  readonly write = (words: string): void => this.show({ words });

  readonly open = (): void => this.show({ open: true });

  /** The dialog is closed; what it has said to the end is not said again. */
  readonly close = (): void => {
    if (this.view.state === "sent" && this.view.answered) this.renew();
    this.show({ open: false });
  };

  /** Be ready for another asking. */
  readonly renew = (): void => {
    this.turn += 1;
    this.ref = "";
    const { state, words } = this.view;
    this.show({ ...NOTHING, words: state === "sent" ? "" : words });
  };

  /** Ask, and do not give up. */
  readonly ask = (): void => {
    const said = this.view.words.trim();
    // The same words again are the same asking: whichever way arrives first, staff see one alert.
    if (this.ref === "" || this.said !== said) {
      this.ref = this.mint();
      this.since = this.ways.now();
      this.show({ answered: false });
    }
    this.said = said;
    this.turn += 1;
    this.show({ state: "asking" });
    const command = { type: "AskForHelp", words: said } as const;
    void this.bySocket(command, this.ref, this.turn);
    void this.elsewise(command, this.ref, this.turn);
  };

  private async bySocket(command: Command, ref: string, turn: number): Promise<void> {
    while (this.wanted(turn)) {
      try {
        await this.ways.give(command, ref);
        return this.settle(turn, "sent");
      } catch (error) {
        const code = error instanceof Refused ? error.code : "failed";
        // The socket is gone for good: the other way has the last word.
        if (code === "closed" || code === "again") return;
        if (!PASSING.has(code)) return this.settle(turn, "refused");
        await pause(AGAIN_MS);
      }
    }
  }

  private async elsewise(command: Command, ref: string, turn: number): Promise<void> {
    if (this.ways.view.status.kind === "open") await pause(PATIENCE_MS);
    while (this.wanted(turn)) {
      try {
        await this.byHttp(command, ref);
        return this.settle(turn, "sent");
      } catch {
        if (this.ways.view.status.kind === "closed") return this.settle(turn, "refused");
        this.settle(turn, "failed");
        await pause(AGAIN_MS);
      }
    }
  }

  private wanted(turn: number): boolean {
    const { state } = this.view;
    return turn === this.turn && (state === "asking" || state === "failed");
  }

  private settle(turn: number, state: Asking): void {
    if (this.wanted(turn)) this.show({ state });
  }

  private hear(frame: ServerFrame): void {
    const { state } = this.view;
    // Where the asking was put aside meanwhile, nothing else on the page says it.
    if (state === "no" && frame.type === "event" && frame.event.type === "HelpComing")
      this.ways.say({ key: "help.coming", tone: "pine" });
    if (state === "no" || state === "refused") return;
    // A snapshot from after the sending knows of it; one from before may speak of an older one.
    const fresh =
      frame.type === "welcome"
        ? state === "sent" && frame.snapshot !== null && frame.snapshot.you.helped !== null
        : frame.type === "event" &&
          frame.event.type === "HelpAsked" &&
          frame.at > this.since - SLACK_MS;
    if (fresh) this.show({ answered: true });
  }

  private show(change: Partial<PleaView>): void {
    this.view = { ...this.view, ...change };
    for (const reader of this.readers) reader();
  }
}

const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));
