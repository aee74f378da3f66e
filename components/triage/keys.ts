import { pressedKey } from "../ui/typing.ts";

/** Keys that open a menu, of one row or of all rows that are selected. */
export const menuKeys = ["route", "assign", "dismiss", "merge"] as const;
export type MenuKey = (typeof menuKeys)[number];
/** Keys that act on one row: the one with the focus, else the open one. */
export type RowKey = MenuKey | "take" | "overrule" | "escalate" | "approve" | "sendBack" | "edit" | "select";
export type KeyAction = RowKey | "next" | "previous" | "nextBest" | "nextReview" | "filter" | "fresh" | "undo" | "help";

const actions: Readonly<Record<string, KeyAction>> = {
  a: "take",
  r: "route",
  s: "assign",
  d: "dismiss",
  o: "overrule",
  m: "merge",
  e: "escalate",
  j: "next",
  k: "previous",
  n: "nextBest",
  v: "nextReview",
  y: "approve",
  b: "sendBack",
  g: "edit",
  x: "select",
  u: "undo",
  ".": "fresh",
  "/": "filter",
  "?": "help",
};

/** Of these a held key does more than one. */
const mayRepeat: ReadonlySet<KeyAction> = new Set(["next", "previous"]);

/** What a key asks for; null for keys without a meaning here, and for a key that is only still held. */
export function keyAction(event: Parameters<typeof pressedKey>[0] & Pick<KeyboardEvent, "repeat">): KeyAction | null {
  const key = pressedKey(event);
  const action = key !== null && Object.hasOwn(actions, key) ? (actions[key] ?? null) : null;
  return action !== null && event.repeat && !mayRepeat.has(action) ? null : action;
}
