import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { runCommand } from "../machine/run.ts";
import { withScratch } from "../machine/scratch.ts";
import type { Check, Outcome } from "./check.ts";

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
}

/** Failed tests, and files that failed before their first test. */
function failures({ numFailedTests, testResults }: Report): number {
  return numFailedTests + testResults.filter(({ status, assertionResults }) => status === "failed" && assertionResults.length === 0).length;
}

interface Options {
  /** The test files to run; all of the project when left out. */
  readonly files?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** The tests of one vitest project, counted one by one; their output is shown as they run. All that they make for a while stands in one folder. */
export function vitestCheck(project: string, name: string, { files = [], env = {} }: Options = {}): Check {
  return {
    name,
    part: project,
    run: (signal) =>
      withScratch(async (folder): Promise<Outcome> => {
        const file = join(folder, "report.json");
        const args = [
          "run",
          "--project",
          project,
          "--reporter=default",
          "--silent=passed-only",
          "--reporter=json",
          `--outputFile.json=${file}`,
          ...files,
        ];
        const { code } = await runCommand("vitest", args, { show: true, signal, env: { FANSWER_BUILT: "1", TMPDIR: folder, ...env } });
        const report = await readFile(file, "utf8").then(
          (text) => JSON.parse(text) as Report,
          () => null,
        );
        const failed = report ? failures(report) : 0;
        // An error outside of any test makes vitest fail without a failed test.
        return { passed: report?.numPassedTests ?? 0, failed: code !== 0 && failed === 0 ? 1 : failed, output: "" };
      }),
  };
}
