// Commands on their way: each is kept under its ref until it is answered, refused or given up.
// Asking for help is never given up.

import type { ClientFrame, Command } from "../api/protocol.gen";

const GIVE_UP_MS = 30_000;

export class Refused extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

type Errand = {
  readonly frame: ClientFrame;
  readonly done: () => void;
  readonly failed: (error: Refused) => void;
  readonly timer: ReturnType<typeof setTimeout> | undefined;
};

export class Errands {
  private readonly kept = new Map<string, Errand>();

  /** Keep a command, and say it once there is somebody to hear it. */
  give(command: Command, ref: string, say: ((frame: ClientFrame) => void) | null): Promise<void> {
    // The same errand given again: the newer promise speaks for both.
    this.refused(ref, new Refused("again", ""));
    return new Promise((done, failed) => {
      const frame: ClientFrame = { type: "command", ref, command };
      const timer =
        command.type === "AskForHelp"
          ? undefined
          : setTimeout(() => this.refused(ref, offline()), GIVE_UP_MS);
      this.kept.set(ref, { frame, done, failed, timer });
      say?.(frame);
    });
  }

  done(ref: string): void {
    this.settled(ref)?.done();
  }

  refused(ref: string, error: Refused): void {
    this.settled(ref)?.failed(error);
  }

  refuseAll(error: Refused): void {
    for (const ref of [...this.kept.keys()]) this.refused(ref, error);
  }

  /** What was not answered yet, in the order it was given. */
  open(): readonly ClientFrame[] {
    return [...this.kept.values()].map((errand) => errand.frame);
  }

  private settled(ref: string): Errand | undefined {
    const errand = this.kept.get(ref);
    clearTimeout(errand?.timer);
    this.kept.delete(ref);
    return errand;
  }
}

function offline(): Refused {
  return new Refused("offline", "You are not connected. Try again when you are back.");
}
