import browser from "webextension-polyfill";
import { isolated } from "./isolated.ts";

const text = (key: string) => browser.i18n.getMessage(key.replaceAll(".", "_"));

/** The part of `lib/i18n/i18n.ts` that the page script uses: texts with named values, set apart, without plurals. */
export const i18n = {
  t: (key: string, values: Readonly<Record<string, unknown>> = {}): string =>
    text(key).replace(/\{(\w+)\}/g, (_, name: string) => isolated(String(values[name] ?? ""), text("ui.direction") === "rtl")),
};
