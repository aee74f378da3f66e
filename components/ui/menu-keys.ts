/** Which entry a key leads to, from the one that has the focus; null for keys that lead to none. A letter leads to the next entry that begins with it. */
export function entryFor(
  event: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey">,
  texts: readonly string[],
  at: number,
): number | null {
  const { key } = event;
  const last = texts.length - 1;
  if (key === "ArrowDown") return at >= last ? 0 : at + 1;
  if (key === "ArrowUp") return at <= 0 ? last : at - 1;
  if (key === "Home") return 0;
  if (key === "End") return last;
  if ([...key].length !== 1 || key === " " || event.ctrlKey || event.metaKey || event.altKey) return null;
  const order = texts.map((_, place) => (at + 1 + place) % texts.length);
  return order.find((place) => texts[place]?.toLocaleLowerCase().startsWith(key.toLocaleLowerCase())) ?? null;
}
