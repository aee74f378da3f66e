import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { endWithUs } from "../../server/process/end-with-us.ts";
import { repositoryRoot } from "../machine/folders.ts";
import { freePort } from "../machine/port.ts";

/** The backend as a process of its own, with the demo workspace in it. */
export interface Backend {
  readonly url: string;
  /** Links to the demo workspace; each works once. */
  readonly invitations: Invitations;
  /** Asks it to stop and waits until it has. */
  stop(): Promise<void>;
}

interface Options {
  readonly dataDir: string;
  /** A free one when not given. */
  readonly port?: number;
}

interface Invitations {
  readonly admin: string;
  readonly staff: string;
  readonly advocates: readonly string[];
}

interface Ready {
  readonly url: string;
  readonly invitations: Invitations;
}

function readyLine(child: ChildProcess): Promise<Ready> {
  return new Promise((resolve, reject) => {
    let said = "";
    child.stderr?.on("data", (chunk) => (said += chunk));
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`the backend ended (${code}) before it was ready:\n${said}`)));
    if (!child.stdout) return;
    createInterface(child.stdout).on("line", (line) => {
      if (line.startsWith("{")) resolve(JSON.parse(line) as Ready);
    });
  });
}

/**
 * Starts the backend and waits until it is ready. It is no part of this process's group, so that Ctrl+C reaches it only
 * through `stop`; and it stops by itself when this process is killed.
 */
export async function startBackend({ dataDir, port }: Options): Promise<Backend> {
  const child = spawn(process.execPath, [join(repositoryRoot, "server/main.ts"), "--demo", "--json"], {
    cwd: repositoryRoot,
    env: { ...process.env, DATA_DIR: dataDir, PORT: String(port ?? (await freePort())) },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  if (child.pid !== undefined) child.once("exit", endWithUs(child.pid, "TERM"));
  const { url, invitations } = await readyLine(child);
  return {
    url,
    invitations,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      await ended;
    },
  };
}
