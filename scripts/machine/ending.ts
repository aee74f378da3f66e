import { constants } from "node:os";
import { type Ending, listenForEnd } from "../../server/process/ending.ts";

/** From now on this script ends in order: see `listenForEnd`. What nobody caught is printed. */
export const endInOrder = (): Ending =>
  listenForEnd((error) => {
    process.exitCode = 1;
    console.error(error);
  });

/** Runs a script's work; once it is asked to end, the exit code says by what, as a shell has it. */
export async function untilEnd(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
  const { signal, reason } = endInOrder();
  try {
    await work(signal);
  } catch (thrown) {
    process.exitCode = 1;
    if (!signal.aborted) console.error(thrown instanceof Error ? thrown.message : thrown);
  }
  if (signal.aborted) process.exitCode = codeOf((await reason).name);
}

function codeOf(name: string): number {
  const number = (constants.signals as Record<string, number>)[name];
  return number === undefined ? 1 : 128 + number;
}
