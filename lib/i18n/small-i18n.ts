import browser from "webextension-polyfill";

const text = (key: string) => browser.i18n.getMessage(key.replaceAll(".", "_"));

const turning = /[\u0590-\u08ff\u202a-\u202e]/;
const marks = /[\u2066-\u2069]/g;

/** As `isolated`, in fewer bytes: marks inside of a name or a time are left out instead of weighed. */
const apart = (value: string): string =>
  text("ui.direction") === "rtl" || turning.test(value) ? `\u2068${value.replace(marks, "")}\u2069` : value;

/** The part of `lib/i18n/i18n.ts` that the page script uses: texts with named values, set apart, without plurals. */
export const i18n = {
  t: (key: string, values: Readonly<Record<string, unknown>> = {}): string =>
    text(key).replace(/\{(\w+)\}/g, (_, name: string) => apart(String(values[name] ?? ""))),
};
