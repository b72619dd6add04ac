// Who talks, where this page must tell it itself: with a little patience, so that nothing flickers.

const ON = 0.02;
const OFF = 0.012;
/** Between two words nobody has stopped talking. */
const HANG_MS = 500;
const EVERY_MS = 50;

/** Whether one source of sound is a voice that talks. Pure but for what it remembers. */
export class Talker {
  talking = false;
  /** Whether it was loud at the last moment, and not only a moment before. */
  loud = false;
  private loudAt = Number.NEGATIVE_INFINITY;

  /** Take a loudness of 0 to 1, and answer whether somebody talks. */
  take(loudness: number, at: number): boolean {
    this.loud = loudness >= (this.talking ? OFF : ON);
    if (this.loud) this.loudAt = at;
    this.talking = at - this.loudAt < HANG_MS;
    return this.talking;
  }
}

/** How loud a track is, twenty times a second, until the answer is called. */
export function measure(track: MediaStreamTrack, heard: (loudness: number) => void): () => void {
  if (typeof AudioContext === "undefined") return () => undefined;
  const context = new AudioContext();
  const meter = context.createAnalyser();
  meter.fftSize = 1024;
  context.createMediaStreamSource(new MediaStream([track])).connect(meter);
  const wave = new Float32Array(meter.fftSize);
  const timer = setInterval(() => {
    // A page that nobody has touched yet, or a phone call, suspends it.
    if (context.state !== "running") void context.resume().catch(() => undefined);
    meter.getFloatTimeDomainData(wave);
    heard(Math.sqrt(wave.reduce((sum, one) => sum + one * one, 0) / wave.length));
  }, EVERY_MS);
  return () => {
    clearInterval(timer);
    void context.close();
  };
}
