// The last lines of what is said, typed by somebody: two at most, each for a while.

import type { Caption } from "./sound";

const SHOWN = 2;
const SHOWN_MS = 9_000;

export class Captions {
  private lines: readonly Caption[] = [];
  private count = 0;
  private readonly timers = new Set<ReturnType<typeof setTimeout>>();

  constructor(private readonly changed: (lines: readonly Caption[]) => void) {}

  add(sender: string, text: string): void {
    this.count += 1;
    const line: Caption = { id: this.count, sender, text };
    this.become([...this.lines, line].slice(-SHOWN));
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      this.become(this.lines.filter((one) => one !== line));
    }, SHOWN_MS);
    this.timers.add(timer);
  }

  end(): void {
    for (const timer of this.timers) clearTimeout(timer);
  }

  private become(lines: readonly Caption[]): void {
    this.lines = lines;
    this.changed(lines);
  }
}
