import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { sqlState } from "../db.ts";
import type { Log } from "../log.ts";
import { StartupError } from "../startup-error.ts";
import type { Place } from "./place.ts";

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
  readonly ended: Promise<unknown>;
}

type State = "ready" | "starting" | "silent";

async function stateAt(url: string): Promise<State> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  try {
    await client.connect();
    return "ready";
  } catch (thrown) {
    return sqlState(thrown) === cannotConnectNow ? "starting" : "silent";
  } finally {
    await client.end().catch(() => {});
  }
}

/** Whether a PostgreSQL takes connections at `url`. */
export const accepts = async (url: string): Promise<boolean> => (await stateAt(url)) === "ready";

/**
 * Starts the postmaster and waits until it takes connections. After a crash it first brings its data up to date, which takes as long as it takes: ended
 * meanwhile it would begin again.
 */
async function run(
  { engine, owner, data, run: folder, env }: Place,
  url: string,
  silentMs: number,
  log: Log,
  stopping: AbortSignal,
): Promise<Life> {
  const file = join(folder, "log");
  const output = openSync(file, "w");
  const options = Object.entries({ ...settings, unix_socket_directories: join(folder, "socket") }).flatMap(([name, value]) => [
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
  const ended = once(child, "exit");
  const begunAt = performance.now();
  let heardAt = begunAt;
  let isSaid = false;
  while (performance.now() - heardAt < silentMs && child.exitCode === null && child.signalCode === null && !stopping.aborted) {
    const state = await stateAt(url);
    if (state === "ready") return { child, ended };
    if (state === "starting") heardAt = performance.now();
    if (!isSaid && heardAt - begunAt > worthSayingMs) {
      log("warn", "postgres_recovering");
      isSaid = true;
    }
    await sleep(20);
  }
  child.kill("SIGQUIT");
  await ended;
  throw new StartupError(`PostgreSQL does not start: ${readFileSync(file, "utf8").trim().split("\n").slice(-3).join(" ")}`);
}

/** Starts PostgreSQL and keeps it: when it ends by itself it is started again. Gives what stops it for good. */
export async function keepRunning(place: Place, url: string, silentMs: number, log: Log): Promise<() => Promise<void>> {
  const stopping = new AbortController();
  const { signal } = stopping;
  let life = await run(place, url, silentMs, log, signal);
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
