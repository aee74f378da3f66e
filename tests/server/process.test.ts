import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import * as v from "valibot";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import WebSocket from "ws";
import { JoinResponse, type Operation, SyncResponse } from "../../lib/schema/wire.ts";
import { giveData } from "./data-folder.ts";
import { type ServerProcess, startProcess } from "./process.ts";
import { sighting } from "./support.ts";

let folder: string;
let running: ServerProcess[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fanswer-process-"));
  chmodSync(folder, 0o755);
  running = [];
});

afterEach(async () => {
  for (const server of running) await server.end("SIGTERM");
  rmSync(folder, { recursive: true });
});

/** On the data of a first start, unless there are some. */
function start(...args: string[]): Promise<ServerProcess> {
  if (!existsSync(join(folder, "postgres"))) giveData(folder);
  return startAsIs(...args);
}

async function startAsIs(...args: string[]): Promise<ServerProcess> {
  const server = await startProcess({ DATA_DIR: folder }, ...args);
  running.push(server);
  return server;
}

async function post(server: ServerProcess, path: string, body: unknown, token = ""): Promise<unknown> {
  const headers = { "content-type": "application/json", authorization: `Bearer ${token}` };
  const response = await fetch(server.url + path, { method: "POST", headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${response.status}`);
  return response.json();
}

/** How many entered: members have names of their own. */
let entered = 0;

async function enter(server: ServerProcess, link: string): Promise<string> {
  const code = new URL(link).hash.slice(1);
  entered += 1;
  return v.parse(JoinResponse, await post(server, "/v1/join", { protocol: 1, code, name: `Kim ${entered}` })).token;
}

async function sync(server: ServerProcess, token: string, operations: readonly Operation[]) {
  return v.parse(SyncResponse, await post(server, "/v1/sync", { protocol: 1, since: null, operations }, token));
}

const report = (postId: string): Operation => ({ id: randomUUID(), name: "mention.report", args: sighting(postId) });

/** Process number of the PostgreSQL on the data folder; null when it is not there. */
function postmaster(): number | null {
  const file = join(folder, "postgres", "postmaster.pid");
  return existsSync(file) ? Number(readFileSync(file, "utf8").split("\n")[0]) : null;
}

function isRunning(pid: number): boolean {
  try {
    // One that ended and was not yet reaped has an empty command line.
    return readFileSync(`/proc/${pid}/cmdline`, "utf8") !== "";
  } catch {
    return false;
  }
}

/** What a server's folder holds while none runs on it. */
const kept = ["postgres", "secret.key"];

/** The short-lived folder of the running PostgreSQL. */
const socketFolder = () => dirname(readFileSync(join(folder, "postgres", "postmaster.pid"), "utf8").split("\n")[4] ?? "");

describe("the server as a process", () => {
  it.each(["SIGTERM", "SIGINT"] as const)("stopped by %s leaves nothing behind and finds its data again", async (signal) => {
    const first = await start();
    const token = await enter(first, first.invitations.admin);
    await sync(first, token, [report("1"), { id: randomUUID(), name: "claim.take", args: { mentionId: "x:1" } }]);
    const pid = postmaster() ?? 0;
    const sockets = socketFolder();
    expect(isRunning(pid)).toBe(true);
    expect(await first.end(signal)).toBe(0);
    expect(isRunning(pid)).toBe(false);
    expect(readdirSync(folder)).toEqual(kept);
    expect(postmaster()).toBeNull();
    expect(existsSync(sockets)).toBe(false);
    const second = await start();
    expect((await sync(second, token, [])).changes).toContainEqual(
      expect.objectContaining({ kind: "mention", value: expect.objectContaining({ status: "claimed" }) }),
    );
    expect(second.events).not.toContain("stale_lock");
  });

  it("prints an invitation for the first admin until there is one, each time a fresh one", async () => {
    const first = await startAsIs();
    await first.end("SIGTERM");
    const second = await start();
    expect(second.invitations.admin).not.toBe(first.invitations.admin);
    const codeOf = (server: ServerProcess) => new URL(server.invitations.admin).hash.slice(1);
    await expect(post(second, "/v1/join", { protocol: 1, code: codeOf(first), name: "Kim" })).rejects.toThrow("403");
    await enter(second, second.invitations.admin);
    await second.end("SIGTERM");
    expect((await start()).invitations.admin).toBeNull();
  });

  it("keeps a second server off its folder, and says who has it", async () => {
    const first = await start();
    await expect(start()).rejects.toMatchObject({ exitCode: 1, message: expect.stringContaining(`process ${first.child.pid}`) });
    expect((await fetch(`${first.url}/readyz`)).status).toBe(200);
  });

  it("goes on after a lock that a killed server left, and after one that is rubbish", async () => {
    for (const lock of [JSON.stringify({ pid: 1, born: "once", host: hostname(), since: "2026" }), "rubbish"]) {
      writeFileSync(join(folder, "server.lock"), lock);
      const server = await start();
      expect(server.events).toContain("stale_lock");
      await server.end("SIGTERM");
    }
  });

  it("does not trust a lock of another machine to be stale", async () => {
    const lock = JSON.stringify({ pid: 1, born: "once", host: "elsewhere", since: "2026" });
    writeFileSync(join(folder, "server.lock"), lock);
    await expect(startAsIs()).rejects.toMatchObject({ exitCode: 1, message: expect.stringContaining("elsewhere") });
    expect(readFileSync(join(folder, "server.lock"), "utf8")).toBe(lock);
  });

  it("says in a sentence that its port is taken, and leaves nothing behind", async () => {
    const first = await start();
    const other = mkdtempSync(join(tmpdir(), "fanswer-process-"));
    chmodSync(other, 0o755);
    giveData(other);
    const port = new URL(first.url).port;
    await expect(startProcess({ DATA_DIR: other, PORT: port })).rejects.toMatchObject({
      exitCode: 1,
      message: expect.stringContaining(`port ${port}`),
    });
    expect(readdirSync(other)).toEqual(kept);
    rmSync(other, { recursive: true });
  });

  it("says in a sentence that its database cannot be used", async () => {
    const DATABASE_URL = "postgresql://nobody@127.0.0.1:1/none";
    await expect(startProcess({ DATABASE_URL })).rejects.toMatchObject({
      exitCode: 1,
      message: expect.stringMatching(/^The database cannot be used: .*ECONNREFUSED.*\.$/),
    });
  });

  it("seeds a demo workspace once, with invitations that work", async () => {
    const first = await start("--demo");
    const token = await enter(first, first.invitations.admin);
    const seeded = (await sync(first, token, [])).changes;
    expect(seeded.filter(({ kind }) => kind === "knowledge").length).toBeGreaterThanOrEqual(12);
    expect(seeded.filter(({ kind }) => kind === "keyword_list")).toHaveLength(1);
    await first.end("SIGTERM");
    const second = await start("--demo");
    const links = [second.invitations.staff, ...second.invitations.advocates];
    expect(links).toHaveLength(3);
    for (const link of links) await enter(second, link);
    const again = (await sync(second, token, [])).changes;
    expect(again.filter(({ kind }) => kind !== "member")).toEqual(seeded.filter(({ kind }) => kind !== "member"));
  });

  it("brings its PostgreSQL back when that is killed under writes, and loses nothing", async () => {
    const server = await start();
    const token = await enter(server, server.invitations.admin);
    let written = 0;
    let refused = 0;
    const write = async (writer: number) => {
      for (let n = 0; n < 60; n++) {
        const operation = report(`w${writer}n${n}`);
        const isDone = () =>
          sync(server, token, [operation]).then(
            ({ results }) => results[0]?.ok === true,
            () => false,
          );
        while (!(await isDone())) {
          refused++;
          await sleep(20);
        }
        written++;
      }
    };
    const writers = [0, 1, 2].map(write);
    for (const mark of [20, 90]) {
      await expect.poll(() => written, { interval: 5 }).toBeGreaterThan(mark);
      process.kill(postmaster() ?? 0, "SIGKILL");
    }
    await Promise.all(writers);
    expect(refused).toBeGreaterThan(0);
    expect((await sync(server, token, [])).changes.filter(({ kind }) => kind === "mention")).toHaveLength(180);
  });
});

describe("a server killed under writes", () => {
  it("loses nothing that it acknowledged, and applies nothing twice", async () => {
    let server = await start();
    const token = await enter(server, server.invitations.admin);
    const acknowledged = new Set<string>();
    const unanswered: Operation[] = [];
    const folders: string[] = [];
    for (let round = 0; round < 4; round++) {
      const write = async (writer: number) => {
        for (let n = 0; ; n++) {
          const operation = report(`r${round}w${writer}n${n}`);
          try {
            const { results } = await sync(server, token, [operation]);
            if (results[0]?.ok) acknowledged.add(operation.id);
          } catch {
            unanswered.push(operation);
            return;
          }
        }
      };
      const writers = [0, 1, 2, 3].map(write);
      const before = acknowledged.size;
      await expect.poll(() => acknowledged.size, { interval: 5 }).toBeGreaterThan(before + 15 + round * 7);
      folders.push(socketFolder());
      expect(await server.end("SIGKILL")).toBe("SIGKILL");
      await Promise.all(writers);
      running = [];
      server = await start();
      expect(server.events).toContain("stale_lock");
    }
    const stored = async () => {
      const { changes } = await sync(server, token, []);
      return changes.flatMap((change) => (change.kind === "mention" ? [change.value.postId] : []));
    };
    const found = await stored();
    expect(found.length).toBeGreaterThanOrEqual(acknowledged.size);
    expect(found.length).toBeLessThanOrEqual(acknowledged.size + unanswered.length);
    const { results } = await sync(server, token, unanswered);
    expect(results.every(({ ok }) => ok)).toBe(true);
    expect((await stored()).length).toBe(acknowledged.size + unanswered.length);
    // The last one's guard may still be at it.
    await expect.poll(() => folders.filter(existsSync)).toEqual([]);
  });
});

describe("the socket", () => {
  const open = async (server: ServerProcess) => {
    const socket = new WebSocket(`${server.url.replace("http", "ws")}/v1/socket`);
    const heard: number[] = [];
    socket.on("message", (data) => heard.push((JSON.parse(String(data)) as { revision: number }).revision));
    const closed = new Promise<number>((resolve) => socket.on("close", resolve));
    await new Promise((resolve, reject) => socket.on("open", resolve).on("error", reject));
    return { socket, heard, closed };
  };

  it("says where the workspace is, and when it moves, and nothing else", async () => {
    const server = await start("--demo");
    const token = await enter(server, server.invitations.staff);
    const { socket, heard, closed } = await open(server);
    socket.send(JSON.stringify({ token }));
    await expect.poll(() => heard.length).toBe(1);
    const { cursor } = await sync(server, token, [report("1")]);
    await expect.poll(() => heard.at(-1)).toBe(cursor.revision);
    await server.end("SIGTERM");
    expect(await closed).toBe(1001);
  });

  it("closes when its member is removed, which the device may learn the reason of by asking", async () => {
    const server = await start("--demo");
    const admin = await enter(server, server.invitations.admin);
    const token = await enter(server, server.invitations.staff);
    const { socket, heard, closed } = await open(server);
    socket.send(JSON.stringify({ token }));
    await expect.poll(() => heard.length).toBe(1);
    const ask = (name: string, args: object) => ({ id: crypto.randomUUID(), name, args });
    const listed = ask("people.list", { search: "", role: "staff", standing: null, order: "joined", from: 0 });
    const { results } = await sync(server, admin, [listed]);
    const [member] = (results as { value: { members: { id: string }[] } }[])[0]?.value.members ?? [];
    await sync(server, admin, [ask("member.remove", { memberId: member?.id })]);
    expect(await closed).toBe(4401);
    await server.end("SIGTERM");
  });

  it("closes on a wrong token, rubbish and oversize", async () => {
    const server = await start();
    for (const [message, code] of [
      [JSON.stringify({ token: "nonsense" }), 4401],
      ["rubbish", 4401],
      ["x".repeat(2_000), 1009],
    ] as const) {
      const { socket, closed, heard } = await open(server);
      socket.send(message);
      expect(await closed).toBe(code);
      expect(heard).toEqual([]);
    }
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  });
});

it("a refit by hand says what it did in every workspace, once a night", async () => {
  const server = await start("--demo");
  await server.end("SIGTERM");
  running = [];
  const refit = async () => {
    const env = { PATH: process.env.PATH, DATA_DIR: folder };
    return (await promisify(execFile)(process.execPath, ["server/main.ts", "--refit"], { env })).stdout;
  };
  expect(await refit()).toBe(
    "acmedemo0000: danger 0.5 -> 0.5 of 0, anger 0.6 -> 0.6 of 0, threat 0.5 -> 0.5 of 0, technical 0.6 -> 0.6 of 0\n",
  );
  expect(await refit()).toMatch(/^acmedemo0000: nothing to do for \d{4}-\d\d-\d\d \(done before, or turned off\)\n$/);
});
