// Whether two values show the same: the same value, or alike in each of their parts. Pure.

type Parts = Readonly<Record<string, unknown>>;

/** Compares arrays and plain objects one level deep, everything else by identity. */
export function alike(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (!parted(one) || !parted(other)) return false;
  const names = Object.keys(one);
  if (names.length !== Object.keys(other).length) return false;
  return names.every((name) => name in other && Object.is(one[name], other[name]));
}

function parted(value: unknown): value is Parts {
  return typeof value === "object" && value !== null;
}
