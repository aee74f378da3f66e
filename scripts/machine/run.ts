import { type SpawnOptions, spawn } from "node:child_process";
import { join } from "node:path";
import { platform } from "node:process";
import { root } from "./folders.ts";

export interface RunResult {
  readonly code: number;
  /** What it said on both its outputs, as far as it was not shown. */
  readonly output: string;
}

interface Options {
  /** Let it speak to the terminal while it runs. */
  readonly show?: boolean;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs a command of the project's packages to its end. Never rejects for its exit code. */
export function run(command: string, args: readonly string[], { show = false, env = {} }: Options = {}): Promise<RunResult> {
  const options: SpawnOptions = {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ["ignore", show ? "inherit" : "pipe", show ? "inherit" : "pipe"],
    shell: platform === "win32",
  };
  return new Promise((resolve) => {
    const child = spawn(join(root, "node_modules/.bin", command), args, options);
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (output += chunk));
    child.once("error", (error) => resolve({ code: 1, output: String(error) }));
    child.once("close", (code) => resolve({ code: code ?? 1, output }));
  });
}
