// Which numbers of a stream were seen already, so that nothing is played twice.

const WIDTH = 512;

export class Window {
  private highest = -1;
  private readonly seen = new Uint8Array(WIDTH);

  /** Whether a number may still come; asked before a frame is opened. */
  fresh(number: number): boolean {
    if (number > this.highest) return true;
    return this.highest - number < WIDTH && this.seen[number % WIDTH] === 0;
  }

  /** A frame with this number was opened. */
  mark(number: number): void {
    if (number - this.highest >= WIDTH) this.seen.fill(0);
    else for (let gone = this.highest + 1; gone < number; gone += 1) this.seen[gone % WIDTH] = 0;
    this.seen[number % WIDTH] = 1;
    this.highest = Math.max(this.highest, number);
  }
}
