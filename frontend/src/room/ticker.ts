// One clock for the page: it ticks once a second for whoever shows a time, and rests otherwise.

export class Ticker {
  private count = 0;
  private timer: ReturnType<typeof setInterval> | undefined;
  private readonly readers = new Set<() => void>();

  readonly subscribe = (reader: () => void): (() => void) => {
    this.readers.add(reader);
    if (this.readers.size === 1) this.timer = setInterval(() => this.tick(), 1000);
    return () => {
      this.readers.delete(reader);
      if (this.readers.size === 0) clearInterval(this.timer);
    };
  };

  readonly read = (): number => this.count;

  private tick(): void {
    this.count += 1;
    for (const reader of this.readers) reader();
  }
}
