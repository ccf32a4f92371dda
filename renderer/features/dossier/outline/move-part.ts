/**
 * Behind which part one goes when it is moved by a number of places: its id, null for the front;
 * undefined when it cannot go further.
 */
export function placeAfterMove(ids: readonly string[], id: string, by: number): string | null | undefined {
  const from = ids.indexOf(id);
  const to = from + by;
  if (from < 0 || by === 0 || to < 0 || to >= ids.length) return undefined;
  return placeBeforeIndex(ids, id, by > 0 ? to + 1 : to);
}

/**
 * Behind which part one goes when it is dropped before the part at `index` (the length: at the end);
 * undefined when that is where it stands.
 */
export function placeBeforeIndex(
  ids: readonly string[],
  id: string,
  index: number,
): string | null | undefined {
  const from = ids.indexOf(id);
  if (from < 0 || index === from || index === from + 1) return undefined;
  return index === 0 ? null : (ids[index - 1] ?? null);
}

/** The order after a part has gone behind another one (null: to the front). */
export function movePart<T extends { id: string }>(
  parts: readonly T[],
  id: string,
  after: string | null,
): T[] {
  const moved = parts.find(part => part.id === id);
  const others = parts.filter(part => part.id !== id);
  if (!moved) return others;
  const index = after === null ? 0 : others.findIndex(part => part.id === after) + 1;
  return [...others.slice(0, index), moved, ...others.slice(index)];
}
