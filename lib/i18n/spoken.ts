import { type Signal, signal } from "@preact/signals";
import browser from "webextension-polyfill";
import type { InterfaceLanguage, SpokenTexts } from "../schema/interface-language.ts";

/** The texts of the language that was chosen for this device; null: the browser's own speaks. What is drawn from them follows by itself. */
export const spoken: Signal<SpokenTexts | null> = signal(null);

/** What the extension brings of a language, from the file that browsers themselves take their texts from. */
export async function loadTexts(language: InterfaceLanguage, fetch: typeof globalThis.fetch = globalThis.fetch): Promise<SpokenTexts> {
  const answer = await fetch(browser.runtime.getURL(`/_locales/${language.replace("-", "_")}/messages.json`));
  const messages = Object.entries((await answer.json()) as Record<string, { readonly message: string }>);
  return { language, texts: Object.fromEntries(messages.map(([key, { message }]) => [key, message])) };
}

let wanted: InterfaceLanguage | null = null;

/** Speaks this language from here on; null: the browser's own. One whose file cannot be read leaves it as it was. */
export async function speakIn(language: InterfaceLanguage | null, load = loadTexts): Promise<void> {
  wanted = language;
  if (language === (spoken.value?.language ?? null)) return;
  try {
    const texts = language && (await load(language));
    // Of two that were chosen shortly after each other the last one counts.
    if (wanted === language) spoken.value = texts;
  } catch (cause) {
    console.error(`Fanswer: the texts of ${language} cannot be read`, cause);
  }
}

/**
 * A formatter of numbers or times in the language that is spoken, made once for each: to make one takes longer than to use it. `undefined` is the
 * browser's own language, with the ways of its region.
 */
export function inOwnLanguage<T>(make: (language: string | undefined) => T): () => T {
  let made: { readonly language: string | undefined; readonly formatter: T } | null = null;
  return () => {
    const language = spoken.value?.language;
    if (made?.language !== language || made === null) made = { language, formatter: make(language) };
    return made.formatter;
  };
}
