import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import { giveData, isRunning, postmasterOf, useFolders } from "../data-folder.ts";
import { type ServerProcess, startProcess } from "../process.ts";

const newEmptyFolder = useFolders();
const newFolder = () => {
  const folder = newEmptyFolder();
  giveData(folder);
  return folder;
};
const running: ServerProcess[] = [];

afterEach(async () => {
  for (const server of running.splice(0)) await server.end("SIGKILL");
});

async function start(folder: string, env: Record<string, string> = {}): Promise<ServerProcess> {
  const server = await startProcess({ DATA_DIR: folder, ...env });
  running.push(server);
  return server;
}

/** Nothing of a server is left but its data. */
async function expectGone(folder: string, postmaster: number): Promise<void> {
  await expect.poll(() => isRunning(postmaster)).toBe(false);
  await expect.poll(() => existsSync(join(folder, "server.lock"))).toBe(false);
  expect(readdirSync(folder)).toEqual(["postgres", "secret.key"]);
}

/** Has the server throw outside of everything when it gets SIGUSR2. */
const faulty = (fault: string) => ({
  NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(`process.on("SIGUSR2", () => { ${fault} })`)}`,
});

describe("a server whose log has no reader", () => {
  it("goes on, and stops in order", async () => {
    const folder = newFolder();
    const server = await start(folder);
    const postmaster = postmasterOf(folder) ?? 0;
    server.child.stderr?.destroy();
    server.child.stdout?.destroy();
    // Each makes a line in the log.
    process.kill(postmaster, "SIGKILL");
    await expect.poll(() => fetch(`${server.url}/readyz`).then(({ status }) => status)).toBe(200);
    const latter = postmasterOf(folder) ?? 0;
    expect(await server.end("SIGTERM")).toBe(0);
    await expectGone(folder, latter);
  });
});

describe("a server stops its PostgreSQL and gives its folder free", () => {
  it("when its terminal closes", async () => {
    const folder = newFolder();
    const server = await start(folder);
    const postmaster = postmasterOf(folder) ?? 0;
    expect(await server.end("SIGHUP")).toBe(0);
    await expectGone(folder, postmaster);
  });

  it.each([
    ["an exception that nobody caught", 'setTimeout(() => { throw new Error("seeded") })'],
    ["a rejection that nobody handled", 'Promise.reject(new Error("seeded"))'],
    [
      "an error event that nobody listened for",
      'new (process.getBuiltinModule("events").EventEmitter)().emit("error", new Error("seeded"))',
    ],
    ["a call of exit", "process.exit(1)"],
  ])("after %s", async (name, fault) => {
    const folder = newFolder();
    const server = await start(folder, faulty(fault));
    const postmaster = postmasterOf(folder) ?? 0;
    expect(await server.end("SIGUSR2")).toBe(1);
    await expectGone(folder, postmaster);
    if (!name.includes("exit")) expect(server.events).toContain("uncaught");
  });

  it("when it is asked to end before it is ready", async () => {
    const folder = newEmptyFolder();
    const starting = start(folder).catch((thrown: { exitCode?: number }) => thrown.exitCode);
    await expect.poll(() => postmasterOf(folder), { interval: 5 }).not.toBeNull();
    const postmaster = postmasterOf(folder) ?? 0;
    const { pid } = JSON.parse((await import("node:fs")).readFileSync(join(folder, "server.lock"), "utf8")) as { pid: number };
    process.kill(pid, "SIGTERM");
    await Promise.race([starting, sleep(30_000)]);
    await expect.poll(() => isRunning(pid)).toBe(false);
    await expect.poll(() => isRunning(postmaster)).toBe(false);
    expect(existsSync(join(folder, "server.lock"))).toBe(false);
  });
});

/** `npm run server` as a process manager starts it, in a group of its own; waits until it is ready. */
async function startByNpm(folder: string): Promise<ChildProcess> {
  const child = spawn("npm", ["run", "server", "--", "--json"], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, PORT: "0", DATA_DIR: folder },
    stdio: ["ignore", "pipe", "inherit"],
    detached: true,
  });
  for await (const line of createInterface({ input: child.stdout })) if (line.startsWith('{"ready"')) break;
  return child;
}

describe("a server that npm started", () => {
  it.each(["SIGTERM", "SIGINT", "SIGHUP", "SIGKILL"] as const)("stops in order when npm gets %s", async (signal) => {
    const folder = newFolder();
    const npm = await startByNpm(folder);
    const postmaster = postmasterOf(folder) ?? 0;
    expect(isRunning(postmaster)).toBe(true);
    const ended = once(npm, "exit");
    npm.kill(signal);
    await ended;
    await expectGone(folder, postmaster);
  });

  it("has npm wait until it has stopped", async () => {
    const folder = newFolder();
    const npm = await startByNpm(folder);
    const postmaster = postmasterOf(folder) ?? 0;
    const ended = once(npm, "exit");
    npm.kill("SIGTERM");
    expect(await ended).toEqual([0, null]);
    expect(isRunning(postmaster)).toBe(false);
    expect(existsSync(join(folder, "server.lock"))).toBe(false);
  });
});

it("a server whose parent ends goes on where npm did not start it, as under nohup", async () => {
  const folder = newEmptyFolder();
  const main = "node server/main.ts --json > ready.txt 2> log.txt & echo $!";
  const shell = spawn("sh", ["-c", `cd "$PROJECT" && PORT=0 ${main.replaceAll(/(ready|log)\.txt/g, `"${folder}/$1.txt"`)}`], {
    env: {
      PATH: process.env.PATH,
      PROJECT: process.cwd(),
      DATA_DIR: join(folder, "data"),
      npm_lifecycle_event: "server",
      npm_lifecycle_script: "node server/main.ts",
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = await once(createInterface({ input: shell.stdout }), "line");
  const pid = Number(line);
  try {
    await expect.poll(() => existsSync(join(folder, "data/secret.key")), { timeout: 60_000 }).toBe(true);
    await sleep(2_000);
    expect(isRunning(pid)).toBe(true);
  } finally {
    process.kill(pid, "SIGTERM");
    await expect.poll(() => isRunning(pid)).toBe(false);
  }
});
