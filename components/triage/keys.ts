export type KeyAction = "take" | "route" | "dismiss" | "overrule" | "next" | "previous" | "help";

const actions: Readonly<Record<string, KeyAction>> = {
  a: "take",
  r: "route",
  d: "dismiss",
  o: "overrule",
  j: "next",
  k: "previous",
  "?": "help",
};

/** What a key asks for; null while somebody types, for shortcuts of the browser, and for keys without a meaning here. */
export function keyAction(event: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "target">): KeyAction | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  if (event.target instanceof Element && event.target.closest("input, textarea, select, [role=menu]")) return null;
  return Object.hasOwn(actions, event.key) ? (actions[event.key] ?? null) : null;
}
