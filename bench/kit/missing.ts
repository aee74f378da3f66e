import { stat } from "node:fs/promises";
import { join } from "node:path";
import { type BrowserName, browserNames } from "../../scripts/machine/browser-path.ts";
import { needBrowser } from "../../scripts/machine/need-browser.ts";

const isThere = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );

/** A sentence where the folder of labelled sets is not named, or does not hold the set `name`. */
export async function missingSet(data: string | null, name: string): Promise<string | null> {
  if (data === null) return `Say with --data which folder holds the labelled sets; it is not part of the project.`;
  return (await isThere(join(data, name))) ? null : `There is no ${name} in ${data}.`;
}

/** A sentence where one of these browsers is not here and cannot be installed. */
export async function missingBrowser(names: readonly BrowserName[] = browserNames): Promise<string | null> {
  for (const name of names) {
    const sentence = await needBrowser(name).then(
      () => null,
      (error: Error) => error.message,
    );
    if (sentence !== null) return sentence;
  }
  return null;
}

/** A sentence where the memory and the time of processes cannot be read. */
export const missingProc = async (): Promise<string | null> =>
  process.platform === "linux" ? null : "This benchmark reads what processes use from /proc: run it on Linux.";
