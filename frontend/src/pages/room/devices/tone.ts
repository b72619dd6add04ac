// Two soft notes, to hear whether the sound works.

const NOTES = [392, 523.25];
const NOTE_S = 0.5;
const LOUDNESS = 0.18;

type Routed = AudioContext & { setSinkId?: (id: string) => Promise<void> };

/** Play them, on a certain speaker where the browser can; resolves when they have sounded. */
export async function tone(speaker?: string): Promise<void> {
  const context: Routed = new AudioContext();
  try {
    if (speaker) await context.setSinkId?.(speaker);
    NOTES.forEach((pitch, index) => {
      note(context, pitch, context.currentTime + index * NOTE_S);
    });
    await new Promise((done) => setTimeout(done, (NOTES.length * NOTE_S + 0.3) * 1000));
  } finally {
    await context.close();
  }
}

function note(context: AudioContext, pitch: number, at: number): void {
  const [voice, loudness] = [context.createOscillator(), context.createGain()];
  voice.frequency.value = pitch;
  loudness.gain.setValueAtTime(0, at);
  loudness.gain.linearRampToValueAtTime(LOUDNESS, at + 0.06);
  loudness.gain.exponentialRampToValueAtTime(0.001, at + NOTE_S + 0.2);
  voice.connect(loudness).connect(context.destination);
  voice.start(at);
  voice.stop(at + NOTE_S + 0.25);
}
