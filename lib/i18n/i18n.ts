import { isolate } from "./isolate.ts";
import { texts } from "./texts.ts";

/** Every value that fills a blank, set apart; a count alone fills its text's `$1`. */
function isolatedArgs(args: readonly unknown[]): unknown[] {
  const each = args.map((arg) => {
    if (Array.isArray(arg)) return arg.map((value) => isolate(String(value)));
    if (typeof arg !== "object" || arg === null) return arg;
    return Object.fromEntries(Object.entries(arg).map(([name, value]) => [name, isolate(String(value))]));
  });
  return typeof args[0] === "number" && !args.some(Array.isArray) ? [...each, [isolate(String(args[0]))]] : each;
}

const fill = texts.t as (key: string, ...args: unknown[]) => string;

/** The interface's texts. What fills a blank keeps its own direction of writing, whoever calls. */
export const i18n: typeof texts = { t: (key: string, ...args: unknown[]) => fill(key, ...isolatedArgs(args)) };
