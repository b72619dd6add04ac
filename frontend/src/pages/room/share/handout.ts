// A handout under way: the page at hand drawn to a canvas, whose picture is what is shared.

import { open, type Sheet } from "./file";
import { back, drawn, frame, onward, type Size, type Step, top, type Zoom } from "./steps";

const FRAMES = 4;
// A picture that stands still is drawn again, so that whoever comes in later sees it too.
const AGAIN_MS = 500;

export type Leaf = {
  readonly name: string;
  readonly page: number;
  readonly pages: number;
  readonly zoom: Zoom;
  readonly first: boolean;
  readonly last: boolean;
};

export class Handout {
  leaf: Leaf;
  readonly canvas = document.createElement("canvas");

  private at: Step = { page: 0, part: 0 };
  private zoom: Zoom = "page";
  private size: Size = { width: 16, height: 9 };
  private shown: { readonly key: string; readonly image: CanvasImageSource } | null = null;
  private timer: ReturnType<typeof setInterval> | undefined;
  private readonly readers = new Set<() => void>();
  private turn = Promise.resolve();

  private constructor(private readonly sheet: Sheet) {
    this.leaf = this.told();
  }

  /** Open a file and draw its first page; throws Unshowable. */
  static async of(file: File): Promise<Handout> {
    const handout = new Handout(await open(file));
    await handout.go({ page: 0, part: 0 });
    return handout;
  }

  readonly subscribe = (reader: () => void): (() => void) => {
    this.readers.add(reader);
    return () => this.readers.delete(reader);
  };

  readonly read = (): Leaf => this.leaf;

  /** The picture as a track to be shared, until `close`. */
  track(): MediaStreamTrack | null {
    this.timer ??= setInterval(() => this.paint(), AGAIN_MS);
    const track = this.canvas.captureStream(FRAMES).getVideoTracks()[0] ?? null;
    // Letters must stay sharp; movement there is none.
    if (track) track.contentHint = "text";
    return track;
  }

  readonly next = (): Promise<void> =>
    this.go(onward(this.at, this.size, this.zoom, this.sheet.pages));

  readonly previous = (): Promise<void> => this.go(back(this.at));

  readonly zoomTo = (zoom: Zoom): Promise<void> => {
    this.zoom = zoom;
    return this.go({ page: this.at.page, part: 0 });
  };

  close(): void {
    clearInterval(this.timer);
    this.readers.clear();
    this.sheet.close();
  }

  /** One after another: who taps twice gets two pages on, in order. */
  private go(step: Step): Promise<void> {
    this.at = step;
    this.turn = this.turn.then(() => this.draw(step)).catch(() => undefined);
    return this.turn;
  }

  private async draw(step: Step): Promise<void> {
    if (step !== this.at) return;
    this.size = await this.sheet.size(step.page);
    const { width } = drawn(this.size, this.zoom);
    const key = `${step.page} ${this.zoom}`;
    if (this.shown?.key !== key)
      this.shown = { key, image: await this.sheet.draw(step.page, width) };
    this.paint();
    this.leaf = this.told();
    for (const reader of this.readers) reader();
  }

  private paint(): void {
    const pen = this.canvas.getContext("2d");
    if (pen === null || this.shown === null) return;
    const seen = frame(this.size, this.zoom);
    // To set a size empties a canvas, also to the same one.
    if (this.canvas.width !== seen.width) this.canvas.width = seen.width;
    if (this.canvas.height !== seen.height) this.canvas.height = seen.height;
    const { width, height } = drawn(this.size, this.zoom);
    pen.fillStyle = "#ffffff";
    pen.fillRect(0, 0, seen.width, seen.height);
    pen.drawImage(this.shown.image, 0, -top(this.size, this.zoom, this.at.part), width, height);
  }

  private told(): Leaf {
    const { at, size, zoom, sheet } = this;
    const [before, after] = [back(at), onward(at, size, zoom, sheet.pages)];
    return {
      ...{ name: sheet.name, page: at.page + 1, pages: sheet.pages, zoom },
      first: before === at,
      last: after === at,
    };
  }
}
