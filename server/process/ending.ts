import { relative } from "node:path";
import { StartupError } from "../startup-error.ts";

/** Why a process is to end. `error` is what nobody caught; null when it was asked to. */
interface Reason {
  readonly name: string;
  readonly error: unknown;
}

export interface Ending {
  /** Aborts when the process is to end; what runs then stops in order. */
  readonly signal: AbortSignal;
  readonly reason: Promise<Reason>;
}

/** For what does not stop although it was told to. */
const patienceMs = 60_000;

/** How often it is looked whether npm is still there. */
const lookMs = 500;

/** Whether npm's shell made way for this program (`exec node FILE`), so that npm itself is the parent and lives as long as it is wanted. */
function isStartedByNpm(script: string | undefined, file: string): boolean {
  const path = relative(process.cwd(), file).replaceAll("\\", "/");
  return script?.endsWith(`exec node ${path}`) ?? false;
}

/**
 * Calls `gone` once when npm, which started this program, is gone: killed, it cannot say so. Does nothing for a program that was started in another way:
 * under systemd, nohup or as a container's first process a parent may change or end, and the program is to go on.
 */
function watchNpm(gone: () => void): void {
  if (!isStartedByNpm(process.env.npm_lifecycle_script, process.argv[1] ?? "")) return;
  const parent = process.ppid;
  const looking = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(looking);
    gone();
  }, lookMs);
  looking.unref();
}

/**
 * From now on the process ends by nothing but its own way out: a signal, the end of the npm that started it and an exception that nobody caught are only said.
 * Whoever calls this sees to it that the process stops what it started and ends; after a minute it is ended. `uncaught` is called for every such exception.
 */
export function listenForEnd(uncaught: (error: unknown) => void): Ending {
  const ending = new AbortController();
  const reason = new Promise<Reason>((resolve) => {
    const end = (name: string, error: unknown) => {
      resolve({ name, error });
      if (ending.signal.aborted) return;
      ending.abort(new StartupError("It was asked to end before it was done."));
      setTimeout(() => process.exit(1), patienceMs).unref();
    };
    for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(name, () => end(name, null));
    watchNpm(() => end("npm_gone", null));
    // A rejection that nobody handles comes here too.
    process.on("uncaughtException", (error) => {
      uncaught(error);
      end("uncaught", error);
    });
  });
  return { signal: ending.signal, reason };
}
