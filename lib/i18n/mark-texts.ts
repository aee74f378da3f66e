import { BadgeState } from "../schema/messages.ts";

const keys = [
  ...BadgeState.entries.state.options.map((state) => `state.${state}` as const),
  ...(["badge.ask", "badge.praise", "badge.unknown", "time.hours", "time.minutes", "time.over", "ui.someone", "ui.direction"] as const),
];

/**
 * What marks on pages say, with their blanks, by key; `text` gives each. The background sends it: a page script carries no texts, and asks no
 * browser for them.
 */
export const markTexts = (text: (key: (typeof keys)[number]) => string): Record<string, string> =>
  Object.fromEntries(keys.map((key) => [key, text(key)]));
