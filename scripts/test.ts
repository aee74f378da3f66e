import type { Check } from "./checks/check.ts";
import { commandCheck } from "./checks/command.ts";
import { vitestCheck } from "./checks/vitest.ts";
import { browserNames } from "./machine/browser-path.ts";
import { untilEnd } from "./machine/ending.ts";
import { needBrowser } from "./machine/need-browser.ts";

const checks: readonly Check[] = [
  commandCheck("types", "types", [
    ["wxt", "prepare"],
    ["tsc", "-p", "."],
    ["tsc", "-p", "tsconfig.server.json"],
  ]),
  commandCheck("lint", "lint and format", [["biome", "check", "."]]),
  commandCheck("knip", "nothing unused", [["knip"]]),
  commandCheck("build", "the extension for both browsers and the demo pages", [
    ["wxt", "build"],
    ["wxt", "build", "-b", "firefox"],
    ["vite", "build", "-c", "scripts/demo/sites/vite.config.ts"],
  ]),
  commandCheck("size", "size of the content script", [["size-limit"]]),
  vitestCheck("unit", "structure and units"),
  vitestCheck("server", "the server on a real PostgreSQL"),
  vitestCheck("e2e", "end to end in Chromium and Firefox"),
];

/** What must be there before the end-to-end tests: the browsers, and what they open. */
const partsFor = (part: string) => (part === "e2e" ? ["build", "e2e"] : [part]);

const wanted = process.argv.slice(2).flatMap(partsFor);
const unknown = wanted.find((part) => !checks.some((check) => check.part === part));
if (unknown) {
  console.error(`There is no part "${unknown}"; the parts are ${checks.map(({ part }) => part).join(", ")}.`);
  process.exit(1);
}

const chosen = wanted.length === 0 ? checks : checks.filter(({ part }) => wanted.includes(part));
if (chosen.some(({ part }) => part === "e2e")) {
  for (const name of browserNames) {
    await needBrowser(name).catch((error: Error) => {
      console.error(error.message);
      process.exit(1);
    });
  }
}

await untilEnd(async (signal) => {
  const sum = { passed: 0, failed: 0 };
  for (const [index, { name, run }] of chosen.entries()) {
    console.log(`[${index + 1}/${chosen.length}] ${name}`);
    const startMs = performance.now();
    const { passed, failed, output } = await run(signal);
    if (signal.aborted) return;
    if (output) console.log(output);
    console.log(`  ${passed} passed, ${failed} failed, ${((performance.now() - startMs) / 1000).toFixed(1)} s`);
    sum.passed += passed;
    sum.failed += failed;
  }
  process.exitCode = sum.failed === 0 ? 0 : 1;
  console.log(`${sum.passed} passed, ${sum.failed} failed`);
});
