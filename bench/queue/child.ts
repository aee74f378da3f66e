import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

/** Runs a module beside this one in a process of its own; gives the number that it prints. */
export async function numberFrom(module: "http" | "replica", ...args: readonly (string | number)[]): Promise<number> {
  const path = fileURLToPath(new URL(`./${module}.ts`, import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [path, ...args.map(String)]);
  return Number(stdout.trim());
}
