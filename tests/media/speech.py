"""A voice that nobody has: bursts of harmonics with known seconds of speech, as a WAV file."""

import math
import struct
import wave
from itertools import cycle, islice
from pathlib import Path

RATE = 48_000
PITCH, HARMONICS, LOUDNESS = 140.0, 12, 0.5
# Seconds of speech and of silence, again and again: 6 of 10 are speech.
PHRASES = ((2.5, 1.5), (1.5, 1.0), (2.0, 1.5))
ROUND_S = sum(said + pause for said, pause in PHRASES)


def share() -> float:
    """How much of the time is speech."""
    return sum(said for said, _ in PHRASES) / ROUND_S


def samples(seconds: float, *, always: bool = False) -> list[int]:
    """The voice as 16-bit samples; `always` leaves no pause."""
    period = [_sample(number / RATE) for number in range(RATE)]  # a second, which repeats
    wanted = int(seconds * RATE)
    if always:
        return list(islice(cycle(period), wanted))
    said: list[int] = []
    for talk, pause in cycle(PHRASES):
        said += islice(cycle(period), int(talk * RATE))
        said += [0] * int(pause * RATE)
        if len(said) >= wanted:
            return said[:wanted]
    return said


def write(path: Path, seconds: float, *, always: bool = False) -> Path:
    """The voice as a file."""
    voice = samples(seconds, always=always)
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(struct.pack(f"<{len(voice)}h", *voice))
    return path


def _sample(at: float) -> int:
    # Syllables: four a second, loud and less loud, as noise suppression expects of a voice.
    syllable = 0.55 + 0.45 * math.sin(2 * math.pi * 4 * at)
    tone = sum(math.sin(2 * math.pi * PITCH * n * at + n * n) / n for n in range(1, HARMONICS + 1))
    return int(32_767 * LOUDNESS * syllable * max(-1.0, min(1.0, tone / 2)))
