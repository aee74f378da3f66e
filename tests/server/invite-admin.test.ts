import { execFile } from "node:child_process";
import { chmodSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import * as v from "valibot";
import { afterEach, describe, expect, it } from "vitest";
import { JoinResponse, protocolVersion } from "../../lib/schema/wire.ts";
import { readConfig } from "../../server/config.ts";
import { inviteAdmin } from "../../server/tasks/invite-admin.ts";
import { giveData, useFolders } from "./data-folder.ts";
import { type ServerProcess, startProcess } from "./process.ts";
import { type TestDevice, useServer } from "./support.ts";

const server = useServer();
const main = fileURLToPath(new URL("../../server/main.ts", import.meta.url));
const newFolder = useFolders();
const running: ServerProcess[] = [];
const { signal } = new AbortController();

afterEach(async () => {
  for (const each of running.splice(0)) await each.end("SIGTERM");
});

async function run(workspace: string | null, signsOut = false): Promise<string> {
  const config = readConfig({ DATABASE_URL: server().url, PUBLIC_URL: "https://fanswer.example/fans" }, ["--invite-admin"]);
  return (await inviteAdmin(config, { name: "invite-admin", workspace, signsOut }, server().deps.now, () => {}, signal)).link;
}

const codeOf = (link: string) => new URL(link).hash.slice(1);
const join = (code: string) => server().post("/v1/join", { protocol: protocolVersion, code, name: "Ada" });
const isIn = async ({ token }: TestDevice) =>
  (await server().post("/v1/sync", { protocol: protocolVersion, since: null, operations: [] }, token)).ok;

describe("a way in for another admin", () => {
  it("is printed once, voids the one before, is audited, and names the workspaces where there are several", async () => {
    const workspace = await server().workspace();
    const former = await server().join(workspace, "admin");
    await server().workspace();
    await expect(run(null)).rejects.toThrow(`--invite-admin ${workspace}`);
    await expect(run("nothing")).rejects.toThrow("Say which workspace");
    const [first, second] = [await run(workspace), await run(workspace)];
    expect(second).toMatch(/^https:\/\/fanswer\.example\/fans\/join#/);
    expect((await join(codeOf(first))).ok).toBe(false);
    const joined = v.parse(JoinResponse, await (await join(codeOf(second))).json());
    expect(joined).toMatchObject({ member: { role: "admin" }, workspace: { id: workspace } });
    expect((await join(codeOf(second))).ok).toBe(false);
    expect(await isIn(former)).toBe(true);
    const { rows } = await server().deps.pool.query(
      "SELECT action, member_id FROM audit_log WHERE workspace_id = $1 AND action <> 'join'",
      [workspace],
    );
    expect(rows).toEqual(Array(2).fill({ action: "server.invite_admin", member_id: null }));
  });

  it("signs out the admins of that workspace, and nobody else, when asked to", async () => {
    const [workspace, other] = [await server().workspace(), await server().workspace()];
    const [admin, staff, elsewhere] = [
      await server().join(workspace, "admin"),
      await server().join(workspace, "staff"),
      await server().join(other, "admin"),
    ];
    const pushId = crypto.randomUUID();
    await admin.run("keywords.part", { pushId, part: 1, entries: [] });
    await run(workspace, true);
    expect([await isIn(admin), await isIn(staff), await isIn(elsewhere)]).toEqual([false, true, true]);
  });

  it("comes from the data folder, while the server runs and after it ended; never from nothing", { timeout: 240_000 }, async () => {
    const DATA_DIR = newFolder();
    chmodSync(DATA_DIR, 0o755);
    const env = { PATH: process.env.PATH ?? "", DATA_DIR };
    const command = async (more: Record<string, string> = {}) =>
      (await promisify(execFile)(process.execPath, [main, "--invite-admin", "--json"], { env: { ...env, ...more } })).stdout;
    await expect(command()).rejects.toMatchObject({ stderr: expect.stringContaining("There is no data in") });
    giveData(DATA_DIR);
    const up = await startProcess({ DATA_DIR });
    running.push(up);
    const enter = (link: string, name = "Ada") =>
      fetch(`${up.url}/v1/join`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ protocol: 1, code: codeOf(link), name }),
      });
    expect((await enter(up.invitations.admin)).ok).toBe(true);
    await expect(command({ PORT: "0" })).rejects.toMatchObject({ stderr: expect.stringContaining("PUBLIC_URL") });
    const { invitation } = JSON.parse(await command({ PORT: new URL(up.url).port })) as { invitation: string };
    expect(await (await enter(invitation, "Ada again")).json()).toMatchObject({ member: { role: "admin" } });
    await up.end("SIGTERM");
    expect(await command()).toContain("http://127.0.0.1:8787/join#");
  });
});
