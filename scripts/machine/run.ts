import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { join } from "node:path";
import { platform } from "node:process";
import { endWithUs } from "../../server/process/end-with-us.ts";
import { repositoryRoot } from "./folders.ts";

export interface RunResult {
  readonly code: number;
  /** What it said on both its outputs, as far as it was not shown. */
  readonly output: string;
}

interface Options {
  /** Let it speak to the terminal while it runs. */
  readonly show?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  /** Ends it when aborted. */
  readonly signal?: AbortSignal;
}

/** For what does not end when it is asked to. */
const patienceMs = 5_000;

/** Ends a child when `signal` aborts, or when this process ends first. */
function bind(child: ChildProcess, signal: AbortSignal | undefined): void {
  if (child.pid === undefined) return;
  const release = endWithUs(child.pid, "TERM");
  const end = () => {
    child.kill("SIGTERM");
    setTimeout(() => child.kill("SIGKILL"), patienceMs).unref();
  };
  if (signal?.aborted) end();
  else signal?.addEventListener("abort", end, { once: true });
  child.once("exit", () => {
    release();
    signal?.removeEventListener("abort", end);
  });
}

/** Runs a program to its end. Never rejects for its exit code. */
export function runProgram(program: string, args: readonly string[], { show = false, env = {}, signal }: Options = {}): Promise<RunResult> {
  const options: SpawnOptions = {
    cwd: repositoryRoot,
    env: { ...process.env, ...env },
    stdio: ["ignore", show ? "inherit" : "pipe", show ? "inherit" : "pipe"],
    shell: platform === "win32",
  };
  return new Promise((resolve) => {
    const child = spawn(program, args, options);
    bind(child, signal);
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (output += chunk));
    child.once("error", (error) => resolve({ code: 1, output: String(error) }));
    child.once("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Runs a command of the project's packages to its end. Never rejects for its exit code. */
export const runCommand = (command: string, args: readonly string[], options: Options = {}): Promise<RunResult> =>
  runProgram(join(repositoryRoot, "node_modules/.bin", command), args, options);
