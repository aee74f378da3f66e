import { errorSentence } from "../lib/schema/error-sentences.ts";
import { FanswerError } from "../lib/schema/errors.ts";

/** Runs a script: its number is the exit code; what it throws is said in one line, exit code 2. */
export async function runScript(main: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await main();
  } catch (thrown) {
    console.error(thrown instanceof FanswerError ? errorSentence(thrown) : thrown instanceof Error ? thrown.message : thrown);
    process.exitCode = 2;
  }
}
