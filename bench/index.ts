import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { untilEnd } from "../scripts/machine/ending.ts";
import { dataFolder, repositoryRoot } from "../scripts/machine/folders.ts";
import { runProgram } from "../scripts/machine/run.ts";
import { withScratch } from "../scripts/machine/scratch.ts";

/**
 * Runs a benchmark (`bench/run.ts`) as a process of its own, which may be ended at any moment, also while it computes. What it makes stands in two short-lived
 * folders: the databases' on the project's disk, as the system's own place may be memory.
 */
await untilEnd(async (signal) => {
  mkdirSync(dataFolder, { recursive: true });
  const { code } = await withScratch(
    (data) =>
      withScratch((temporary) =>
        runProgram(process.execPath, [join(repositoryRoot, "bench/run.ts"), ...process.argv.slice(2)], {
          show: true,
          signal,
          env: { FANSWER_BENCH: data, TMPDIR: temporary },
        }),
      ),
    dataFolder,
  );
  process.exitCode = code;
});
