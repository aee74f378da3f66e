import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { gunzipSync, gzipSync } from "node:zlib";
import * as v from "valibot";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type Cursor, JoinResponse, SyncResponse } from "../../lib/schema/wire.ts";
import { giveData } from "./data-folder.ts";
import { type ServerProcess, startProcess } from "./process.ts";
import { sighting } from "./support.ts";

const main = fileURLToPath(new URL("../../server/main.ts", import.meta.url));
const folders: string[] = [];
const running: ServerProcess[] = [];
let file: string;

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), "fanswer-backup-"));
  chmodSync(made, 0o755);
  folders.push(made);
  return made;
}

/** As a first start leaves it. */
function begun(): string {
  const made = folder();
  giveData(made);
  return made;
}

beforeEach(() => {
  file = join(folder(), "backup.gz");
});

afterEach(async () => {
  for (const server of running.splice(0)) await server.end("SIGTERM");
  for (const each of folders.splice(0)) rmSync(each, { recursive: true });
});

async function start(DATA_DIR: string, ...args: string[]): Promise<ServerProcess> {
  const server = await startProcess({ DATA_DIR }, ...args);
  running.push(server);
  return server;
}

async function command(DATA_DIR: string, ...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [main, ...args], { env: { PATH: process.env.PATH ?? "", DATA_DIR } });
  return stdout;
}

async function post(server: ServerProcess, path: string, body: object, token = ""): Promise<unknown> {
  const headers = { "content-type": "application/json", authorization: `Bearer ${token}` };
  const response = await fetch(server.url + path, { method: "POST", headers, body: JSON.stringify({ protocol: 1, ...body }) });
  return response.json();
}

async function sync(server: ServerProcess, token: string, operations: readonly object[] = [], since: Cursor | null = null) {
  return v.parse(SyncResponse, await post(server, "/v1/sync", { since, operations }, token));
}

it("a backup taken from a running server brings everything back, and devices start over", { timeout: 240_000 }, async () => {
  const former = await start(begun(), "--demo");
  const code = new URL(former.invitations.staff).hash.slice(1);
  const { token } = v.parse(JoinResponse, await post(former, "/v1/join", { code, name: "Kim" }));
  const report = {
    id: randomUUID(),
    name: "mention.report",
    args: sighting("1", { excerpt: 'Acme: Æ, 日本, 🎧 and a \\ and a "quote"\n' }),
  };
  await sync(former, token, [report, { id: randomUUID(), name: "claim.take", args: { mentionId: "x:1" } }]);
  const before = await sync(former, token);
  expect(await command(folders[1] ?? "", "--backup", file)).toMatch(/^\d+ rows/);
  expect(statSync(file).mode & 0o077).toBe(0);
  // What happens after the backup is lost with the machine; the device has seen it.
  const { cursor: ahead } = await sync(former, token, [{ id: randomUUID(), name: "mention.report", args: sighting("2") }]);
  await former.end("SIGTERM");

  const elsewhere = folder();
  await command(elsewhere, "--restore", file);
  const latter = await start(elsewhere);
  expect(await sync(latter, token, [], ahead)).toMatchObject({ startOver: true, changes: [] });
  const after = await sync(latter, token);
  expect(after.changes).toEqual(before.changes);
  expect(after.cursor.epoch).not.toBe(before.cursor.epoch);
  // An operation that was answered before the backup is known still.
  expect((await sync(latter, token, [report])).results).toMatchObject([{ ok: true, value: { id: "x:1" } }]);
  await latter.end("SIGTERM");
  await expect(command(elsewhere, "--restore", file)).rejects.toMatchObject({ stderr: expect.stringContaining("not empty") });
});

it("half a backup, and what is none, is refused and leaves the database empty", { timeout: 240_000 }, async () => {
  const data = begun();
  const server = await start(data, "--demo");
  await server.end("SIGTERM");
  await command(data, "--backup", file);
  const whole = readFileSync(file);
  const lines = gunzipSync(whole).toString().split("\n");
  const elsewhere = begun();
  for (const bad of [gzipSync(`${lines.slice(0, -3).join("\n")}\n${lines.at(-2)}\n`), whole.subarray(0, whole.length - 20), "nonsense"]) {
    writeFileSync(file, bad);
    await expect(command(elsewhere, "--restore", file)).rejects.toMatchObject({ stderr: expect.stringContaining("nothing was restored") });
  }
  await expect(command(elsewhere, "--restore", `${file}.none`)).rejects.toMatchObject({ stderr: expect.stringContaining("no file") });
  writeFileSync(file, whole);
  expect(await command(elsewhere, "--restore", file)).toContain("restored");
  expect(existsSync(`${file}.making`)).toBe(false);
});
