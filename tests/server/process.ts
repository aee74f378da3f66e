import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { endWithUs } from "../../server/process/end-with-us.ts";

const main = fileURLToPath(new URL("../../server/main.ts", import.meta.url));

export interface ServerProcess {
  readonly child: ChildProcess;
  readonly url: string;
  readonly invitations: { admin: string; staff: string; advocates: string[] };
  /** The events in its log so far. */
  readonly events: string[];
  /** Sends a signal and waits for the end; gives the exit code or the signal that ended it. */
  end(signal: NodeJS.Signals): Promise<number | string>;
}

/** Starts `server/main.ts` as an operator does, and waits until it is ready. Rejects with what it printed when it ends before. */
export async function startProcess(env: Record<string, string>, ...args: string[]): Promise<ServerProcess> {
  const child = spawn(process.execPath, [main, "--json", ...args], {
    env: { PATH: process.env.PATH ?? "", PORT: "0", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  // Should the test be killed.
  if (child.pid !== undefined) child.once("exit", endWithUs(child.pid, "TERM"));
  const exit = once(child, "exit") as Promise<[number | null, string | null]>;
  const events: string[] = [];
  const errors: string[] = [];
  createInterface({ input: child.stderr }).on("line", (line) => {
    errors.push(line);
    if (line.startsWith("{")) events.push((JSON.parse(line) as { event: string }).event);
  });
  const ready = once(createInterface({ input: child.stdout }), "line").then(([line]) => JSON.parse(String(line)));
  const ended = exit.then(([code]) => {
    throw Object.assign(new Error(errors.join("\n")), { exitCode: code });
  });
  const { url, invitations } = await Promise.race([ready, ended]);
  ended.catch(() => {});
  return {
    child,
    url,
    invitations,
    events,
    async end(signal) {
      child.kill(signal);
      const [code, by] = await exit;
      return code ?? by ?? "";
    },
  };
}
