import browser from "webextension-polyfill";

/** The part of the i18n package that the page script uses: texts with named values, without plurals. */
export function createI18n(): { t: (key: string, values?: Readonly<Record<string, unknown>>) => string } {
  return {
    t: (key, values = {}) =>
      browser.i18n.getMessage(key.replaceAll(".", "_")).replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? "")),
  };
}
