import { isTyping } from "../ui/typing.ts";

/** With which a menu of the open row, or of all that are selected, comes down. */
export const menuKeys = ["route", "assign", "dismiss", "merge"] as const;
export type KeyAction =
  | (typeof menuKeys)[number]
  | "take"
  | "overrule"
  | "escalate"
  | "next"
  | "previous"
  | "nextBest"
  | "nextReview"
  | "approve"
  | "sendBack"
  | "edit"
  | "select"
  | "filter"
  | "help";

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
  "/": "filter",
  "?": "help",
};

/** What a key asks for; null while somebody types, for shortcuts of the browser, and for keys without a meaning here. */
export function keyAction(event: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "target">): KeyAction | null {
  if (isTyping(event)) return null;
  return Object.hasOwn(actions, event.key) ? (actions[event.key] ?? null) : null;
}
