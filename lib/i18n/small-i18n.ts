import { marks } from "./mark-words.ts";

type Values = Readonly<Record<string, unknown>>;

/** Every text that marks have was sent: a test asks for each. */
const text = (key: string) => marks.texts[key] as string;

const turning = /[\u0590-\u08ff\u202a-\u202e]/;

/** As `isolated`, in fewer bytes: marks inside of a name or a time are left out instead of weighed. */
const apart = (value: string): string =>
  text("ui.direction") === "rtl" || turning.test(value) ? `\u2068${value.replace(/[\u2066-\u2069]/g, "")}\u2069` : value;

/** The part of `lib/i18n/i18n.ts` that the page script uses: texts with named values, set apart, without plurals. */
export const i18n = {
  t: (key: string, values?: Values): string =>
    text(key).replace(/\{(\w+)\}/g, (_, name: string) => apart(String((values as Values)[name]))),
};
