import { watchNpm } from "./parent.ts";
import { StartupError } from "./startup-error.ts";

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
