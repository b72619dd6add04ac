// Who goes to which side room: evenly and by chance, or as somebody decides. Pure.

/** For each person the number of a side room; null stays with the group. */
export type Spread = Readonly<Record<string, number | null>>;

/** Everyone to one of so many rooms, by chance and as evenly as it goes. */
export function spread(seats: readonly string[], rooms: number, chance: () => number): Spread {
  const mixed = shuffled(seats, chance);
  // Which rooms get one more is chance too, for the shuffle says who is first.
  return Object.fromEntries(mixed.map((seat, index) => [seat, index % rooms]));
}

function shuffled(seats: readonly string[], chance: () => number): readonly string[] {
  const mixed = [...seats];
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const other = Math.floor(chance() * (last + 1));
    const [one, two] = [mixed[last], mixed[other]];
    if (one === undefined || two === undefined) continue;
    [mixed[last], mixed[other]] = [two, one];
  }
  return mixed;
}

/** Who is in a room of a spread, in the order of the list. */
export function members(spread: Spread, seats: readonly string[], room: number): readonly string[] {
  return seats.filter((seat) => spread[seat] === room);
}

/** A spread for fewer rooms: whoever was in one that is gone stays with the group. */
export function within(spread: Spread, rooms: number): Spread {
  return Object.fromEntries(
    Object.entries(spread).map(([seat, room]) => [
      seat,
      room !== null && room < rooms ? room : null,
    ]),
  );
}

/** So many names, the person's own first, then of a list, none of them taken. */
export function named(
  given: readonly string[],
  count: number,
  list: readonly string[],
  taken: readonly string[],
): readonly string[] {
  const used = new Set([...given, ...taken]);
  const free = list.filter((name) => !used.has(name));
  return Array.from({ length: count }, (_, room) => {
    const own = given[room];
    if (own !== undefined) return own;
    return free.shift() ?? `${room + 1}`;
  });
}
