// QR codes of short texts (ISO/IEC 18004: bytes, error correction L, versions 1 to 6). Pure.

/** Rows of modules, true where dark; null for a text that is too long. */
export function qr(text: string): readonly (readonly boolean[])[] | null {
  const bytes = [...new TextEncoder().encode(text)];
  const index = VERSIONS.findIndex(({ data, blocks }) => bytes.length + 2 <= data * blocks);
  const version = VERSIONS[index];
  if (version === undefined) return null;
  const words = interleaved(dataWords(bytes, version.data * version.blocks), version);
  const bare = new Grid(17 + 4 * (index + 1));
  bare.fixed(index + 1);
  bare.fill(words);
  const masked = MASKS.map((_, mask) => bare.masked(mask));
  return masked.reduce((best, one) => (one.penalty() < best.penalty() ? one : best)).rows();
}

type Version = { readonly data: number; readonly check: number; readonly blocks: number };

/** Data and check words a block, and how many blocks. */
const VERSIONS: readonly Version[] = [
  { data: 19, check: 7, blocks: 1 },
  { data: 34, check: 10, blocks: 1 },
  { data: 55, check: 15, blocks: 1 },
  { data: 80, check: 20, blocks: 1 },
  { data: 108, check: 26, blocks: 1 },
  { data: 68, check: 18, blocks: 2 },
];

type Mask = (row: number, column: number) => boolean;
const MASKS: readonly Mask[] = [
  (r, c) => (r + c) % 2 === 0,
  (r) => r % 2 === 0,
  (_, c) => c % 3 === 0,
  (r, c) => (r + c) % 3 === 0,
  (r, c) => (Math.floor(r / 2) + Math.floor(c / 3)) % 2 === 0,
  (r, c) => ((r * c) % 2) + ((r * c) % 3) === 0,
  (r, c) => (((r * c) % 2) + ((r * c) % 3)) % 2 === 0,
  (r, c) => (((r + c) % 2) + ((r * c) % 3)) % 2 === 0,
];

/** Mode and length, the bytes, an end, and padding: as words of eight bits. */
function dataWords(bytes: readonly number[], length: number): number[] {
  const bits = [4, bytes.length >> 4, bytes.length & 15, ...bytes.flatMap((b) => [b >> 4, b & 15])];
  bits.push(0);
  const words: number[] = [];
  for (let at = 0; at < bits.length; at += 2)
    words.push(((bits[at] ?? 0) << 4) | (bits[at + 1] ?? 0));
  for (let pad = 0; words.length < length; pad++) words.push(pad % 2 === 0 ? 0xec : 0x11);
  return words.slice(0, length);
}

function interleaved(words: readonly number[], { data, check, blocks }: Version): number[] {
  const parts = Array.from({ length: blocks }, (_, n) => words.slice(n * data, (n + 1) * data));
  const checks = parts.map((part) => checkWords(part, check));
  const woven = (all: readonly (readonly number[])[], length: number) =>
    Array.from({ length }, (_, n) => all.map((part) => part[n] ?? 0)).flat();
  return [...woven(parts, data), ...woven(checks, check)];
}

/** Reed and Solomon's, over the field of 256. */
function checkWords(words: readonly number[], count: number): number[] {
  let generator = [1];
  for (let n = 0; n < count; n++) {
    const power = exp(n);
    generator = [...generator, 0].map((value, at) => value ^ times(generator[at - 1] ?? 0, power));
  }
  const rest = [...words, ...Array<number>(count).fill(0)];
  for (let at = 0; at < words.length; at++) {
    const lead = rest[at] ?? 0;
    generator.forEach((value, n) => {
      rest[at + n] = (rest[at + n] ?? 0) ^ times(value, lead);
    });
  }
  return rest.slice(words.length);
}

function exp(power: number): number {
  let value = 1;
  for (let n = 0; n < power; n++) value = value & 128 ? (value << 1) ^ 0x11d : value << 1;
  return value;
}

function times(one: number, other: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit--) {
    product = product & 128 ? (product << 1) ^ 0x11d : product << 1;
    if ((other >> bit) & 1) product ^= one;
  }
  return product;
}

/** The modules; those that are fixed are never masked. */
class Grid {
  private readonly dark: boolean[];
  private readonly held: boolean[];

  constructor(private readonly size: number) {
    this.dark = Array<boolean>(size * size).fill(false);
    this.held = Array<boolean>(size * size).fill(false);
  }

  rows(): readonly (readonly boolean[])[] {
    const { size, dark } = this;
    return Array.from({ length: size }, (_, row) => dark.slice(row * size, (row + 1) * size));
  }

  /** Finders, timing, alignment, and the places of the format. */
  fixed(version: number): void {
    const end = this.size - 7;
    for (const [row, column] of [
      [0, 0],
      [0, end],
      [end, 0],
    ] as const)
      this.finder(row, column);
    for (let n = 8; n < this.size - 8; n++) {
      this.set(6, n, n % 2 === 0);
      this.set(n, 6, n % 2 === 0);
    }
    if (version > 1) this.ring(this.size - 7, this.size - 7, 2);
    this.format(0);
  }

  fill(words: readonly number[]): void {
    const bits = words.flatMap((word) =>
      Array.from({ length: 8 }, (_, n) => (word >> (7 - n)) & 1),
    );
    let next = 0;
    let up = true;
    for (let right = this.size - 1; right > 0; right -= 2) {
      // The column of the timing is left out.
      if (right === 6) right = 5;
      for (let step = 0; step < this.size; step++) {
        const row = up ? this.size - 1 - step : step;
        for (const column of [right, right - 1])
          if (!this.held[row * this.size + column])
            this.dark[row * this.size + column] = bits[next++] === 1;
      }
      up = !up;
    }
  }

  masked(mask: number): Grid {
    const made = new Grid(this.size);
    const flips = MASKS[mask] ?? (() => false);
    this.dark.forEach((dark, at) => {
      const held = this.held[at] ?? false;
      const flip = !held && flips(Math.floor(at / this.size), at % this.size);
      made.dark[at] = dark !== flip;
      made.held[at] = held;
    });
    made.format(mask);
    return made;
  }

  /** How hard it is to read: long runs, blocks, what looks like a finder, an odd balance. */
  penalty(): number {
    const { size } = this;
    const at = (row: number, column: number) => this.dark[row * size + column] ?? false;
    let sum = 0;
    for (let line = 0; line < size; line++)
      for (const pick of [(n: number) => at(line, n), (n: number) => at(n, line)]) {
        const text = Array.from({ length: size }, (_, n) => (pick(n) ? "1" : "0")).join("");
        for (const run of text.match(/0{5,}|1{5,}/g) ?? []) sum += run.length - 2;
        sum += 40 * [...text.matchAll(/(?=00001011101|10111010000)/g)].length;
      }
    for (let row = 0; row < size - 1; row++)
      for (let column = 0; column < size - 1; column++) {
        const same = at(row, column);
        if (at(row, column + 1) === same && at(row + 1, column) === same)
          if (at(row + 1, column + 1) === same) sum += 3;
      }
    const share = this.dark.filter(Boolean).length / (size * size);
    return sum + 10 * Math.floor(Math.abs(share * 100 - 50) / 5);
  }

  private set(row: number, column: number, dark: boolean): void {
    if (row < 0 || column < 0 || row >= this.size || column >= this.size) return;
    this.dark[row * this.size + column] = dark;
    this.held[row * this.size + column] = true;
  }

  private finder(row: number, column: number): void {
    this.ring(row + 3, column + 3, 4);
  }

  /** Squares in one another around a middle, dark and light in turn; the finder's has a light rim. */
  private ring(row: number, column: number, radius: number): void {
    for (let r = -radius; r <= radius; r++)
      for (let c = -radius; c <= radius; c++) {
        const far = Math.max(Math.abs(r), Math.abs(c));
        const dark = radius === 4 ? far !== 2 && far !== 4 : far !== 1;
        this.set(row + r, column + c, dark);
      }
  }

  /** Level L and the mask, guarded by check bits, in two places. */
  private format(mask: number): void {
    const told = (1 << 3) | mask;
    let rest = told << 10;
    for (let bit = 14; bit >= 10; bit--) if ((rest >> bit) & 1) rest ^= 0x537 << (bit - 10);
    const bits = ((told << 10) | rest) ^ 0x5412;
    for (let n = 0; n < 15; n++) {
      const dark = ((bits >> n) & 1) === 1;
      const [row, column] = n < 6 ? [n, 8] : n < 8 ? [n + 1, 8] : [8, n === 8 ? 7 : 14 - n];
      this.set(row, column, dark);
      if (n < 8) this.set(8, this.size - 1 - n, dark);
      else this.set(this.size - 15 + n, 8, dark);
    }
    this.set(this.size - 8, 8, true);
  }
}
