import type { createI18n } from "@wxt-dev/i18n";
import browser from "webextension-polyfill";
import type { GeneratedI18nStructure } from "../../.wxt/i18n/structure.d.ts";
import { spoken } from "./spoken.ts";

type Values = Readonly<Record<string, unknown>>;

/** As the browser's own, of the language that was chosen where one was. */
function message(key: string, blanks: string[]): string {
  const text = spoken.value?.texts[key];
  return text === undefined ? browser.i18n.getMessage(key, blanks) : text.replace(/\$([1-9])/g, (_, place) => blanks[place - 1] ?? "");
}

/** `args`, in any order: a count, which chooses between the text's two forms; the list that fills `$1` and on; the values of named blanks. */
function fill(key: string, ...args: unknown[]): string {
  const count = args.find((arg) => typeof arg === "number");
  const blanks = args.find(Array.isArray) ?? (count === undefined ? [] : [count]);
  const values = args.find((arg): arg is Values => typeof arg === "object" && arg !== null && !Array.isArray(arg)) ?? {};
  const text = message(key.replaceAll(".", "_"), blanks.map(String));
  const [one = "", many = one] = count === undefined ? [text] : text.split(" | ");
  return (count === 1 ? one : many).replace(/\{(\w+)\}/g, (blank, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : blank,
  );
}

/** A text with its blanks open, and both of its forms where it has two. */
export const rawText = (key: keyof GeneratedI18nStructure): string => message(key.replaceAll(".", "_"), []);

/** The texts as they stand in `assets/locales`. Everybody else takes them through `#i18n`, which sets apart what fills their blanks. */
export const texts: ReturnType<typeof createI18n<GeneratedI18nStructure>> = { t: fill };
