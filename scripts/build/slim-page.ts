import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** Modules that the page scripts get in place of larger ones. */
const replaced: Record<string, string> = {
  "webextension-polyfill": at("lib/page/native-browser.ts"),
  [at("lib/i18n/i18n.ts")]: at("lib/i18n/small-i18n.ts"),
};

/** What a page script needs of a file, by the end of its path. */
const slimmed: readonly (readonly [RegExp, (code: string) => string])[] = [
  // The framework's life-cycle of a content script: ours lives by an `AbortSignal`.
  [
    /content-script-isolated-world-entrypoint/,
    (code) => `${/import definition from .*/.exec(code)?.[0]}\nexport default definition.main();`,
  ],
  // The background tells what is known of letters.
  [/letters\/tables\.ts$/, () => 'export const letterTables = { kinds: [], optionalMark: "", lookalikes: "" };'],
];
/** Makes the scripts small that every page of a site loads. */
export function slimPage(): Plugin {
  return {
    name: "fanswer:slim-page",
    enforce: "pre",
    resolveId: (id) => replaced[id] ?? null,
    transform: (code, id) => slimmed.find(([path]) => path.test(id))?.[1](code) ?? null,
  };
}
