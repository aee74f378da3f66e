import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, inject, it } from "vitest";
import type { OperationName } from "../../../lib/schema/operations.ts";
import { protocolVersion } from "../../../lib/schema/wire.ts";
import { restoreBackup } from "../../../server/backup/restore.ts";
import { countFigures } from "../../../server/operations/counting.ts";
import { createAskAsOperator } from "../../../server/operations/operator.ts";
import { withClient } from "../../../server/store/pool.ts";
import { all } from "../../../server/store/statement.ts";
import { tablesOfWorkspaces } from "../../../server/store/whole-workspace.ts";
import { brakeCommands } from "../../../server/tasks/brake-commands.ts";
import { numberOf, workspaceOf } from "../../../server/tasks/command-form.ts";
import { deleteWorkspace } from "../../../server/tasks/delete-workspace.ts";
import { memberCommands } from "../../../server/tasks/member-commands.ts";
import { moreCommands } from "../../../server/tasks/more-commands.ts";
import { asOperator } from "../../../server/tasks/operator.ts";
import { workspaceCommands } from "../../../server/tasks/workspace-commands.ts";
import { joinCrew } from "../crew.ts";
import { everyOperation } from "../every-operation.ts";
import { fillQueue } from "../fill.ts";
import { sighting, type TestDevice, TestServer, useServer } from "../support.ts";
import { operatorOf } from "./given.ts";

const server = useServer();
const folder = mkdtempSync(join(tmpdir(), "fanswer-test-"));
const { signal } = new AbortController();
const names = Object.keys({ ...workspaceCommands, ...memberCommands, ...brakeCommands, ...moreCommands });
let workspace: string;

afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(async () => {
  workspace = await server().workspace();
});

const { give, found } = operatorOf(server, signal);
const here = () => ["--workspace", workspace] as const;
const audited = async (id = workspace) =>
  (
    await server().deps.pool.query<{ action: string; member_id: string | null }>(
      "SELECT action, member_id FROM audit_log WHERE workspace_id = $1 AND action LIKE 'operator.%' ORDER BY action",
      [id],
    )
  ).rows.map(({ action, member_id }) => [action, member_id]);
const isIn = async ({ token }: TestDevice) =>
  (await server().post("/v1/sync", { protocol: protocolVersion, since: null, operations: [] }, token)).ok;

describe("a command line", () => {
  it.each(names)("%s says what it takes, without looking at any data", async (name) => {
    const { code, out } = await give(...name.split(" "), "--help");
    expect(code).toBe(0);
    expect(out).toContain(`npm run fanswer -- ${name}`);
    expect(out).toContain("--json");
  });

  it("lists the commands when asked, and as an answer to nothing", async () => {
    const asked = await give("--help");
    for (const name of names) expect(asked.out).toContain(`  ${name} `);
    expect(await give()).toEqual({ code: 2, out: "", err: asked.out });
  });

  it.each([
    [["toString"], "no command"],
    [["workspace"], "no command"],
    [["workspace", "list", "more"], "It is: workspace list"],
    [["workspace", "rename", "one"], "It is: workspace rename WORKSPACE NAME"],
    [["stats", "--bogus"], "--bogus"],
    [["stats", "--workspace"], "--workspace"],
    [["stats", "--workspace", "nothing"], 'No one workspace is "nothing"'],
    [["invite"], "--role does not fit"],
    [["invite", "--role", "owner"], "--role does not fit: one of advocate"],
    [["invite", "--role", "staff", "--uses", "1001"], "--uses does not fit"],
    [["invite", "--role", "staff", "--hours", "soon"], '--hours is a whole number, not "soon"'],
    [["member", "list", "--role", "owner"], "--role is one of"],
    [["keywords", "push", "list.json", "--list", "a b"], "--list is an id"],
    [["workspace", "create", " "], "one line that people can see"],
  ])("%j is refused with 2 and what to write", async (args, sentence) => {
    const { code, out, err } = await give(...args);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(sentence);
  });

  it("names the workspaces where one has to be named, and takes a name that is the only one", async () => {
    const operator = { pool: server().deps.pool };
    await expect(workspaceOf(operator, undefined)).rejects.toThrow("Say which workspace");
    await expect(workspaceOf(operator, "Acme")).rejects.toThrow('No one workspace is "Acme"');
    await server().deps.pool.query("UPDATE workspaces SET name = 'Only here' WHERE workspace_id = $1", [workspace]);
    expect(await workspaceOf(operator, "Only here")).toEqual({ id: workspace, name: "Only here" });
    expect(numberOf({ words: [], of: () => "12", has: () => true }, "uses")).toBe(12);
  });
});

describe("workspaces", () => {
  it("are made, listed and renamed, in the log of decisions by nobody", async () => {
    const { id } = (await found("workspace", "create", "  Brand\u202e new ")) as { id: string };
    expect(await found("workspace", "list")).toContainEqual({ id, name: "Brand new", members: 0, posts: 0 });
    expect(await found("workspace", "rename", id, "Brand two")).toEqual({ id, name: "Brand two" });
    expect(await audited(id)).toEqual([
      ["operator.brand.set", null],
      ["operator.workspace.create", null],
    ]);
    expect((await give("workspace", "rename", id, "\u200b")).code).toBe(3);
  });

  it.runIf(inject("database").template !== null)("are exported alone, 10,000 posts too, and read back by what reads backups", async () => {
    const crew = await joinCrew(server());
    const id = crew.admin.workspaceId;
    await crew.ann.run("mention.report", sighting("other-world"));
    await fillQueue(server().deps.pool, id, 10_000);
    await fillQueue(server().deps.pool, workspace, 3);
    const file = join(folder, "one.gz");
    const { rows } = (await found("workspace", "export", id, file)) as { rows: number };
    expect(rows).toBeGreaterThan(10_000);
    const into = await TestServer.open();
    try {
      expect(await withClient(into.url, (client) => restoreBackup(client, file, signal))).toBe(rows);
      const { rows: there } = await into.deps.pool.query("SELECT workspace_id, count(*)::int AS posts FROM mentions GROUP BY 1");
      expect(there).toEqual([{ workspace_id: id, posts: 10_001 }]);
      expect((await into.post("/v1/sync", { protocol: protocolVersion, since: null, operations: [] }, crew.ann.token)).ok).toBe(true);
    } finally {
      await into.close();
    }
  });

  it("are deleted once their name was said again, from every table, and nobody else's rows are touched", { timeout: 120_000 }, async () => {
    const crew = await joinCrew(server());
    for (const [name, turn] of Object.entries(everyOperation)) {
      const [by, args] = await turn(crew);
      await by.run(name as OperationName, args as never);
    }
    const id = crew.admin.workspaceId;
    const { pool } = server().deps;
    const tables = (await all(pool, tablesOfWorkspaces)).map(({ name }) => name);
    const counts = async (of: string) => {
      const counted: Record<string, number> = {};
      for (const name of tables)
        counted[name] = Number((await pool.query(`SELECT count(*) AS n FROM "${name}" WHERE workspace_id = $1`, [of])).rows[0].n);
      return counted;
    };
    await fillQueue(pool, workspace, 3);
    await found("workspace", "rename", id, "Acme");
    const [before, others] = [await counts(id), await counts(workspace)];
    expect(Object.values(before).filter((count) => count > 0).length).toBeGreaterThan(15);
    const asked = await give("workspace", "delete", id);
    expect([asked.code, asked.err.includes('--yes "Acme"')]).toEqual([2, true]);
    expect((await give("workspace", "delete", id, "--yes", "Acme two")).code).toBe(2);
    expect(await counts(id)).toEqual(before);
    await found("workspace", "delete", id, "--yes", "Acme");
    expect(Object.entries(await counts(id)).filter(([, count]) => count > 0)).toEqual([]);
    expect(await counts(workspace)).toEqual(others);
    expect(await isIn(crew.ann)).toBe(false);
  });

  it("are deleted while their devices are at work", async () => {
    const crew = await joinCrew(server());
    const id = crew.admin.workspaceId;
    let isOver = false;
    const working = (async () => {
      for (let post = 1; !isOver; post++) await crew.ann.run("mention.report", sighting(String(post))).catch(() => {});
    })();
    const { now, pool } = server().deps;
    const settings = { databaseUrl: server().url, dataDir: folder, natsUrl: null, secretKey: null } as never;
    await asOperator(
      settings,
      now,
      () => {},
      signal,
      (operator) => deleteWorkspace(operator, id),
    );
    isOver = true;
    await working;
    const { rows } = await pool.query("SELECT count(*)::int AS left FROM mentions WHERE workspace_id = $1", [id]);
    expect(rows).toEqual([{ left: 0 }]);
  });

  it("are deleted with what a slow request writes that was let in before", async () => {
    const crew = await joinCrew(server());
    const id = crew.admin.workspaceId;
    const { now, pool } = server().deps;
    const slow = await pool.connect();
    await slow.query("BEGIN");
    await slow.query("INSERT INTO take_backs (workspace_id, take_back_id, member_id, since, by, at) VALUES ($1, 't', 'm', $2, 'n', $2)", [
      id,
      now(),
    ]);
    const ends = new Promise((resolve) => setTimeout(resolve, 2_500)).then(() => slow.query("COMMIT")).finally(() => slow.release());
    const settings = { databaseUrl: server().url, dataDir: folder, natsUrl: null, secretKey: null } as never;
    const rows = await asOperator(
      settings,
      now,
      () => {},
      signal,
      (operator) => deleteWorkspace(operator, id),
    );
    await ends;
    expect(rows).toBeGreaterThan(0);
    const left = await pool.query("SELECT 1 FROM take_backs WHERE workspace_id = $1", [id]);
    expect(left.rows).toEqual([]);
  });
});

describe("members", () => {
  it("are listed, signed out and removed as by an admin, but for the last one", async () => {
    const [amy, ann] = [await server().join(workspace, "admin"), await server().join(workspace, "advocate")];
    await ann.run("mention.report", sighting("1"));
    await ann.run("claim.take", { mentionId: "x:1" });
    expect(await found("member", "list", ...here(), "--role", "advocate")).toMatchObject([{ id: ann.memberId, claims: 1, devices: 1 }]);
    expect(await found("member", "sign-out", ann.memberId, ...here())).toMatchObject({ devices: 0, claims: 0 });
    expect([await isIn(amy), await isIn(ann)]).toEqual([true, false]);
    expect((await give("member", "remove", ann.memberId, ...here())).err).toContain('--yes "A advocate"');
    await found("member", "remove", ann.memberId, ...here(), "--yes", "A advocate");
    expect((await give("member", "list", ...here())).out).not.toContain(ann.memberId);
    for (const args of [
      ["member", "sign-out", amy.memberId],
      ["member", "remove", amy.memberId, "--yes", "A admin"],
    ]) {
      expect(await give(...args, ...here())).toEqual({
        code: 3,
        out: "",
        err: "This is the only admin. Make somebody else an admin first.\n",
      });
    }
    expect((await give("member", "sign-out", ann.memberId, ...here())).code).toBe(2);
    expect(await audited()).toEqual([
      ["operator.member.remove", null],
      ["operator.member.sign_out", null],
    ]);
  });

  it("come back into a workspace whose only admin is locked out, and the lost device is refused after that", async () => {
    const lost = await server().join(workspace, "admin");
    const { link } = (await found("invite", ...here(), "--role", "admin", "--note", "Lost laptop")) as { link: string };
    expect(link).toMatch(/^https:\/\/fanswer\.example\/fans\/join#/);
    const body = { protocol: protocolVersion, code: new URL(link).hash.slice(1), name: "Ada" };
    expect(await (await server().post("/v1/join", body)).json()).toMatchObject({ member: { role: "admin" } });
    await found("member", "sign-out", lost.memberId, ...here());
    expect(await isIn(lost)).toBe(false);
    expect((await audited()).map(([action]) => action)).toEqual(["operator.invitation.create", "operator.member.sign_out"]);
    expect((await give("invite", ...here(), "--role", "admin")).out).toContain('Invitation to "Acme" (admin, until ');
  });
});

describe("keywords and figures", () => {
  it("come from a file as the admin page writes it, under the same rules", async () => {
    const amy = await server().join(workspace, "admin");
    const [json, csv, bad] = ["list.json", "list.csv", "bad.csv"].map((name) => join(folder, name));
    writeFileSync(json ?? "", '[{"id":"a","text":"acme"},"acme buds"]');
    writeFileSync(csv ?? "", "text,label\nacme puck,Puck\n");
    writeFileSync(bad ?? "", "text\n*\n");
    expect(await found("keywords", "push", json ?? "", ...here(), "--name", "Acme")).toMatchObject({
      version: 1,
      name: "Acme",
      entries: 2,
    });
    expect(await found("keywords", "push", csv ?? "", ...here())).toMatchObject({ version: 2, name: "Acme", entries: 1 });
    expect(await found("keywords", "push", csv ?? "", ...here(), "--list", "not-us", "--negative")).toMatchObject({ negative: true });
    const refused = await give("keywords", "push", bad ?? "", ...here());
    expect([refused.code, refused.err.includes('line 2, text "*": star_alone')]).toEqual([2, true]);
    const { changes } = await amy.sync([]);
    const lists = changes.flatMap((change) => (change.kind === "keyword_list" ? [[change.value.id, change.value.entries.length]] : []));
    expect(lists).toEqual([
      ["brand", 1],
      ["not-us", 1],
    ]);
  });

  it("say where the posts stand", async () => {
    await fillQueue(server().deps.pool, workspace, 3);
    expect(await found("stats", ...here())).toEqual([
      { id: workspace, name: "Acme", waiting: 3, late: 0, onIt: 0, withStaff: 0, answered: 0, posts: 3 },
    ]);
    expect((await give("stats")).out).toContain(`${workspace}  3 wait (0 late)`);
  });

  it("are written as a row a post, without words, safe to open, and over no file that is there", async () => {
    const { pool } = server().deps;
    await fillQueue(pool, workspace, 1_005);
    await pool.query("UPDATE mentions SET first_seen_at = $2, labels = $3 WHERE workspace_id = $1", [
      workspace,
      server().clock.now(),
      ["=cmd()"],
    ]);
    await countFigures({ pool }, workspace);
    const file = join(folder, "posts.csv");
    expect(await found("posts", "export", file, ...here())).toMatchObject({ posts: 1_005 });
    const text = readFileSync(file, "utf8");
    expect(text.trimEnd().split("\r\n")).toHaveLength(1_006);
    expect(text).toContain("first_answer_seconds");
    expect(text).toContain("'=cmd()");
    expect(text).not.toMatch(/tablets|someone/i);
    const refused = await give("posts", "export", file, ...here());
    expect([refused.code, refused.err.includes("name another")]).toEqual([2, true]);
  });
});

it("what is refused changes nothing, and leaves no line in the log of decisions", async () => {
  await server().join(workspace, "admin");
  const { pool, now, wake, publicUrl } = server().deps;
  const ask = createAskAsOperator({ pool, now, wake, publicUrl });
  await expect(ask(workspace, "member.remove", { memberId: "nobody" })).rejects.toMatchObject({ code: "not_found" });
  await expect(ask(workspace, "keywords.push", { listId: "brand", name: "", baseVersion: 0, entries: [] })).rejects.toMatchObject({
    code: "malformed",
  });
  await expect(ask(workspace, "keywords.push", { listId: "brand", name: "A", baseVersion: 4, entries: [] })).rejects.toMatchObject({
    code: "list_stale",
  });
  expect(await audited()).toEqual([]);
});
