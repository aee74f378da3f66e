import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Log } from "../log.ts";
import { endWithUs } from "../process/end-with-us.ts";
import { StartupError } from "../startup-error.ts";
import { sqlState, withClient } from "../store/pool.ts";
import type { PostgresPlace } from "./place.ts";
import { furnish } from "./run-folder.ts";

/** What a PostgreSQL says that is not ready yet. */
const cannotConnectNow = "57P03";
/** When it is said that it takes longer than a start does. */
const worthSayingMs = 5_000;

/** Durable by default (fsync stays on); no statement of ours lives long enough for jit. */
const settings = {
  listen_addresses: "",
  max_connections: "100",
  shared_buffers: "256MB",
  jit: "off",
  log_min_messages: "warning",
  log_min_error_statement: "panic",
} as const;

/** One life of PostgreSQL's first process. */
interface Life {
  readonly child: ChildProcess;
  readonly ended: Promise<void>;
}

type State = "ready" | "starting" | "silent";

async function stateAt(url: string): Promise<State> {
  try {
    await withClient(url, async () => {});
    return "ready";
  } catch (thrown) {
    return sqlState(thrown) === cannotConnectNow ? "starting" : "silent";
  }
}

/** Whether a PostgreSQL takes connections at `url`. */
export const accepts = async (url: string): Promise<boolean> => (await stateAt(url)) === "ready";

/** Starts the postmaster, which stops too should this process end without stopping it. */
function launch({ engine, owner, data, run, env }: PostgresPlace): Life {
  // Something may have cleared old files out of a temporary folder since.
  if (!existsSync(join(run, "socket"))) furnish(run, engine, owner);
  const output = openSync(join(run, "log"), "w");
  const options = Object.entries({ ...settings, unix_socket_directories: join(run, "socket") }).flatMap(([name, value]) => [
    "-c",
    `${name}=${value}`,
  ]);
  // A session of its own: Ctrl+C in a terminal must not reach it before the server has finished.
  const child = spawn(join(engine.bin, "postgres"), ["-D", data, ...options], {
    env,
    cwd: data,
    detached: true,
    stdio: ["ignore", output, output],
    ...owner,
  });
  closeSync(output);
  const release = child.pid === undefined ? () => {} : endWithUs(child.pid, "INT", { ...owner, folder: run });
  const ended = new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
    // It could not be started at all.
    child.once("error", () => resolve());
  }).then(release);
  return { child, ended };
}

const hasEnded = ({ pid, exitCode, signalCode }: ChildProcess) => pid === undefined || exitCode !== null || signalCode !== null;

/**
 * Starts the postmaster and waits until it takes connections. After a crash it first brings its data up to date, which takes as long as it takes: ended
 * meanwhile it would begin again.
 */
async function run(place: PostgresPlace, url: string, silentMs: number, log: Log, stopping: AbortSignal): Promise<Life> {
  const life = launch(place);
  const begunAt = performance.now();
  let heardAt = begunAt;
  let isSaid = false;
  while (performance.now() - heardAt < silentMs && !hasEnded(life.child) && !stopping.aborted) {
    const state = await stateAt(url);
    if (state === "ready") return life;
    if (state === "starting") heardAt = performance.now();
    if (!isSaid && heardAt - begunAt > worthSayingMs) {
      log("warn", "postgres_recovering");
      isSaid = true;
    }
    await sleep(20);
  }
  life.child.kill("SIGQUIT");
  await life.ended;
  const said = readFileSync(join(place.run, "log"), "utf8").trim().split("\n").slice(-3).join(" ");
  throw new StartupError(`PostgreSQL does not start: ${said || `it said nothing for ${silentMs / 1000} s`}`);
}

/** Starts PostgreSQL and keeps it: when it ends by itself it is started again. Gives what stops it for good. `asked`: the start is to be given up. */
export async function keepRunning(
  place: PostgresPlace,
  url: string,
  silentMs: number,
  log: Log,
  asked: AbortSignal,
): Promise<() => Promise<void>> {
  const stopping = new AbortController();
  const { signal } = stopping;
  let life = await run(place, url, silentMs, log, asked).catch((thrown: unknown) => {
    asked.throwIfAborted();
    throw thrown;
  });
  const restart = async (): Promise<void> => {
    for (let pauseMs = 100; !signal.aborted; pauseMs = Math.min(pauseMs * 2, 5_000)) {
      log("error", "postgres_ended", { restartInMs: pauseMs });
      try {
        await sleep(pauseMs, undefined, { signal });
        life = await run(place, url, silentMs, log, signal);
        return;
      } catch {
        // Stopped meanwhile, or the remains of the former life still hold its memory for a moment.
      }
    }
  };
  const kept = (async () => {
    while (!signal.aborted) {
      await life.ended;
      await restart();
    }
  })();
  return async () => {
    stopping.abort();
    const force = setTimeout(() => life.child.kill("SIGQUIT"), 10_000);
    life.child.kill("SIGINT");
    await kept;
    // A restart that was under way has brought up another life.
    life.child.kill("SIGINT");
    await life.ended;
    clearTimeout(force);
  };
}
