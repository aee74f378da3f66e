/** Items of the same key together, in their order. */
export function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

/** The first item of each key. */
export function firsts<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T> {
  return new Map([...grouped(items, keyOf)].map(([key, group]) => [key, group[0] as T]));
}
