// How loud a microphone hears, ten times a second, while something shows it.

import { useEffect, useState } from "react";

const EVERY_MS = 100;
const LOUD = 0.25;
const HEARD = 0.08;

/** The loudness of a stream as 0 to 1, and whether a voice was heard yet. */
export function useLevel(stream: MediaStream | null): readonly [number, boolean] {
  const [level, setLevel] = useState(0);
  const [heard, setHeard] = useState(false);
  useEffect(() => {
    setLevel(0);
    setHeard(false);
    if (stream === null || typeof AudioContext === "undefined") return;
    const context = new AudioContext();
    const meter = context.createAnalyser();
    meter.fftSize = 1024;
    context.createMediaStreamSource(stream).connect(meter);
    const wave = new Float32Array(meter.fftSize);
    const timer = setInterval(() => {
      meter.getFloatTimeDomainData(wave);
      const now = loudness(wave);
      setLevel(now);
      if (now > HEARD) setHeard(true);
    }, EVERY_MS);
    return () => {
      clearInterval(timer);
      void context.close();
    };
  }, [stream]);
  return [level, heard];
}

/** The root mean square of a wave, on a scale on which a voice fills the meter. */
export function loudness(wave: Float32Array): number {
  let sum = 0;
  for (const sample of wave) sum += sample * sample;
  const root = Math.sqrt(sum / Math.max(wave.length, 1));
  return Math.round(Math.min(1, root / LOUD) * 100) / 100;
}
