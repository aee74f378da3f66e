import { inOwnLanguage } from "./spoken.ts";

const names = inOwnLanguage((language) => new Intl.DisplayNames(language, { type: "language" }));

/** Name of a language in the interface's own; the tag itself when the browser knows none, null when it is unknown. */
export function languageText(tag: string | null): string | null {
  if (tag === null || tag === "unknown") return null;
  try {
    return names().of(tag) ?? tag;
  } catch {
    return tag;
  }
}
