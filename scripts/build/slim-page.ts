import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** Modules that the page scripts get in place of larger ones. */
const replaced: Record<string, string> = {
  "webextension-polyfill": at("lib/page/native-browser.ts"),
  "@wxt-dev/i18n": at("lib/page/small-i18n.ts"),
};

/** What a page script needs of a file, by the end of its path. */
const slimmed: readonly (readonly [RegExp, (code: string) => string])[] = [
  // The proofs are for the tests, the rest of these for the card, which writes.
  [/\/assets\/packs\/\w+\.json/, (code) => JSON.stringify(JSON.parse(code), (key, value) => (writing.has(key) ? undefined : value))],
  [/\/assets\/theme\/tokens\.css/, keepUsedTokens],
  // The framework's life-cycle of a content script: ours lives by an `AbortSignal`.
  [
    /content-script-isolated-world-entrypoint/,
    (code) => `${/import definition from .*/.exec(code)?.[0]}\nexport default definition.main();`,
  ],
];
const writing = new Set(["proof", "editor", "toast", "postReply", "commentReply"]);

function keepUsedTokens(css: string): string {
  const used = readFileSync(at("entrypoints/page.content/badge.css"), "utf8");
  return css.replace(/^ *(--[\w-]+):[^;]*;\n/gm, (line, name: string) => (used.includes(`var(${name})`) ? line : ""));
}

/** Makes the scripts small that every page of a site loads. */
export function slimPage(): Plugin {
  return {
    name: "fanswer:slim-page",
    enforce: "pre",
    resolveId: (id) => replaced[id] ?? null,
    transform: (code, id) => slimmed.find(([path]) => path.test(id))?.[1](code) ?? null,
  };
}
