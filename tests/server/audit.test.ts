import { afterEach, describe, expect, it } from "vitest";
import type { AuditQuery } from "../../lib/schema/audit.ts";
import { keptDays } from "../../lib/schema/limits.ts";
import { checkAudit } from "../../server/audit/check.ts";
import { noteDecisions } from "../../server/audit/note.ts";
import { signEnd, takeInLines } from "../../server/audit/tend.ts";
import { checkAudits } from "../../server/jobs/audit.ts";
import { purgeWorkspace } from "../../server/jobs/purge.ts";
import { createKeyring } from "../../server/models/keyring.ts";
import { transaction } from "../../server/store/pool.ts";
import { sighting, type TestDevice, TestServer, team, useServer } from "./support.ts";

const server = useServer();
const dayMs = 24 * 60 * 60_000;

const others: TestServer[] = [];
afterEach(async () => {
  for (const other of others.splice(0)) await other.deps.pool.end();
});

const keys = () => server().deps.models.keys;
const check = (workspaceId: string, most: number | null = null) => checkAudit(server().deps.pool, workspaceId, keys(), most);
const faultIn = async (workspaceId: string) => (await check(workspaceId)).fault;

/** As somebody would who holds the database. */
async function behindItsBack(sql: string, values: readonly unknown[]): Promise<void> {
  await transaction(server().deps.pool, async (client) => {
    await client.query("ALTER TABLE audit_log DISABLE TRIGGER audit_log_is_kept");
    await client.query(sql, [...values]);
    await client.query("ALTER TABLE audit_log ENABLE TRIGGER audit_log_is_kept");
  });
}

const note = (workspaceId: string, count = 1, action = "mention.dismiss", on = server()) =>
  transaction(on.deps.pool, (client) =>
    noteDecisions(
      { client, workspaceId, at: on.clock.now() },
      Array.from({ length: count }, (_, n) => ({ id: `i${n}`, member: "m", action, subject: `x:${n}`, detail: { n: "ä=1" } })),
    ),
  );

/** A workspace whose log has eight lines: five that were added one by one, and three together. */
async function logged(): Promise<string> {
  const workspace = await server().workspace();
  for (let n = 0; n < 5; n++) await note(workspace);
  await note(workspace, 3);
  return workspace;
}

describe("the chain", () => {
  it("holds what operations, rules and joining leave, in the order in which they took effect", async () => {
    const [ann, , sam] = await team(server());
    await ann.run("mention.report", sighting("1"));
    await ann.run("mention.dismiss", { mentionId: "x:1", reason: "spam" });
    await sam.run("mention.reopen", { mentionId: "x:1" });
    const { lines, fault } = await check(ann.workspaceId);
    expect([lines, fault]).toEqual([5, null]);
    const { rows } = await server().deps.pool.query("SELECT seq, action FROM audit_log WHERE workspace_id = $1 ORDER BY seq", [
      ann.workspaceId,
    ]);
    expect(rows.map(({ action }) => action)).toEqual(["join", "join", "join", "mention.dismiss", "mention.reopen"]);
    expect(rows.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
  });

  it("is one where operations of many devices share transactions, on two servers at once", async () => {
    const workspace = await server().workspace();
    const devices: TestDevice[] = [];
    for (let n = 0; n < 6; n++) devices.push(await server().join(workspace, "staff"));
    const other = TestServer.at(server().url);
    others.push(other);
    const posts = Array.from({ length: 24 }, (_, n) => `${n}`);
    for (const post of posts) await devices[0]?.run("mention.report", sighting(post));
    await Promise.all([
      ...posts.map((post, n) => devices[n % 6]?.run("mention.dismiss", { mentionId: `x:${post}`, reason: "spam" })),
      ...posts.map((_, n) => note(workspace, (n % 3) + 1, "rule.test", other)),
    ]);
    const { lines, fault } = await check(workspace);
    expect([lines, fault]).toEqual([6 + 24 + 48, null]);
  });

  it("adds nothing where the operation is rolled back", async () => {
    const workspace = await logged();
    const failed = transaction(server().deps.pool, async (client) => {
      await noteDecisions({ client, workspaceId: workspace, at: new Date() }, [
        { id: "i", member: null, action: "a", subject: "", detail: {} },
      ]);
      throw new Error("no");
    });
    await expect(failed).rejects.toThrow("no");
    expect(await check(workspace)).toEqual({ lines: 8, upTo: 8, fault: null });
  });

  it("takes in what a former release added, oldest first", async () => {
    const workspace = await logged();
    for (const [id, minute] of [
      ["late", 2],
      ["early", 1],
    ] as const)
      await server().deps.pool.query(
        `INSERT INTO audit_log (workspace_id, at, entry_id, member_id, action, subject, detail)
         VALUES ($1, $2, $3, NULL, 'rule.unclaimed', 'x:1', '{"a" : 1}')`,
        [workspace, new Date(Date.UTC(2026, 0, 1, 0, minute)), id],
      );
    expect(await takeInLines(server().deps.pool, workspace)).toBe(2);
    expect(await takeInLines(server().deps.pool, workspace)).toBe(0);
    expect(await check(workspace)).toEqual({ lines: 10, upTo: 10, fault: null });
    const { rows } = await server().deps.pool.query("SELECT entry_id FROM audit_log WHERE workspace_id = $1 AND seq > 8 ORDER BY seq", [
      workspace,
    ]);
    expect(rows.map(({ entry_id }) => entry_id)).toEqual(["early", "late"]);
  });
});

describe("what somebody did to the log", () => {
  for (const change of [
    "action = 'mention.route'",
    "subject = ''",
    'detail = \'{"n": "ä=1"}\'',
    "member_id = NULL",
    "at = at + interval '1 microsecond'",
    "entry_id = 'z'",
    "hash = sha256(hash)",
    "salt = '\\x00'",
  ])
    it(`is found: ${change}`, async () => {
      const workspace = await logged();
      await behindItsBack(`UPDATE audit_log SET ${change} WHERE workspace_id = $1 AND seq = 7`, [workspace]);
      expect(await faultIn(workspace)).toEqual({ problem: "changed", seq: 7 });
    });

  it.each([
    [[1], { problem: "missing", seq: 1, to: 1 }],
    [[4], { problem: "missing", seq: 4, to: 4 }],
    [[6, 7], { problem: "missing", seq: 6, to: 7 }],
    [[8], { problem: "missing", seq: 8, to: 8 }],
  ])("is found: lines %j are gone", async (gone, fault) => {
    const workspace = await logged();
    await behindItsBack("DELETE FROM audit_log WHERE workspace_id = $1 AND seq = ANY ($2)", [workspace, gone]);
    expect(await faultIn(workspace)).toEqual(fault);
  });

  it.each([
    [2, 4],
    [3, 7],
    [6, 8],
  ])("is found: lines %i and %i changed places", async (one, two) => {
    const workspace = await logged();
    const to = (from: number, place: number) =>
      behindItsBack("UPDATE audit_log SET seq = $3 WHERE workspace_id = $1 AND seq = $2", [workspace, from, place]);
    await to(one, 99);
    await to(two, one);
    await to(99, two);
    expect(await faultIn(workspace)).toEqual({ problem: "swapped", seq: one, to: two });
  });

  it("is found where only the words of two lines changed places", async () => {
    const workspace = await logged();
    await behindItsBack(
      `UPDATE audit_log l SET at = o.at, entry_id = o.entry_id || ' ', member_id = o.member_id, action = o.action, subject = o.subject, detail = o.detail, salt = o.salt
       FROM audit_log o WHERE l.workspace_id = $1 AND o.workspace_id = $1 AND l.seq + o.seq = 6 AND l.seq IN (2, 4)`,
      [workspace],
    );
    await behindItsBack("UPDATE audit_log SET entry_id = trim(entry_id) WHERE workspace_id = $1 AND seq = 4", [workspace]);
    await behindItsBack("UPDATE audit_log SET entry_id = rtrim(entry_id) WHERE workspace_id = $1 AND seq = 2", [workspace]);
    expect(await faultIn(workspace)).toEqual({ problem: "swapped", seq: 2, to: 4 });
  });

  it("is found by the signed end where the whole chain was written anew", async () => {
    const workspace = await logged();
    const copy = await logged();
    await signEnd(server().deps.pool, keys(), new Date(), workspace);
    expect(await faultIn(workspace)).toBeNull();
    await behindItsBack(
      "UPDATE audit_marks SET hash = (SELECT audit_hash FROM workspaces WHERE workspace_id = $2) WHERE workspace_id = $1",
      [workspace, copy],
    );
    expect(await faultIn(workspace)).toEqual({ problem: "unsigned", seq: 8 });
    expect((await checkAudit(server().deps.pool, workspace, createKeyring(Buffer.alloc(32, 1)), null)).fault).toMatchObject({
      problem: "unsigned",
    });
  });

  it("is found in the last lines without reading the first", async () => {
    const workspace = await logged();
    await behindItsBack("UPDATE audit_log SET action = 'no' WHERE workspace_id = $1 AND seq = 2", [workspace]);
    expect(await check(workspace, 2)).toEqual({ lines: 3, upTo: 8, fault: null });
    await behindItsBack("UPDATE audit_log SET action = 'no' WHERE workspace_id = $1 AND seq = 7", [workspace]);
    expect((await check(workspace, 2)).fault).toEqual({ problem: "changed", seq: 7 });
  });

  it("is said in the server's log, with the workspace and the line", async () => {
    const workspace = await logged();
    await behindItsBack("UPDATE audit_log SET action = 'no' WHERE workspace_id = $1 AND seq = 2", [workspace]);
    const said: unknown[] = [];
    const deps = { ...server().deps, log: (_: string, event: string, fields?: object) => void said.push({ event, ...fields }) };
    await checkAudits(deps, new AbortController().signal, null);
    expect(said).toContainEqual({ event: "audit_broken", workspace, problem: "changed", seq: 2 });
  });

  it("is refused by the database where it is done by oversight", async () => {
    const workspace = await logged();
    const { pool } = server().deps;
    await expect(pool.query("UPDATE audit_log SET action = 'no' WHERE workspace_id = $1", [workspace])).rejects.toMatchObject({
      code: "55000",
    });
    await expect(pool.query("DELETE FROM audit_log WHERE workspace_id = $1", [workspace])).rejects.toMatchObject({ code: "55000" });
  });
});

describe("what is kept no longer", () => {
  it("is cut at a signed place, from which on the chain holds; never between lines that were added together", async () => {
    const workspace = await logged();
    server().clock.advance(keptDays.audit * dayMs + 1000);
    await note(workspace, 2);
    await purgeWorkspace(server().deps, workspace);
    expect(await check(workspace)).toEqual({ lines: 2, upTo: 10, fault: null });
    const { rows } = await server().deps.pool.query("SELECT kind, seq FROM audit_marks WHERE workspace_id = $1", [workspace]);
    expect(rows).toEqual([{ kind: "cut", seq: 8 }]);
    await purgeWorkspace(server().deps, workspace);
    await note(workspace);
    expect(await check(workspace)).toEqual({ lines: 3, upTo: 11, fault: null });
    await behindItsBack("UPDATE audit_marks SET seq = 9 WHERE workspace_id = $1", [workspace]);
    expect(await faultIn(workspace)).toEqual({ problem: "unsigned", seq: 9 });
  });

  it("may be all of it: what comes next goes on from there", async () => {
    const workspace = await logged();
    server().clock.advance(keptDays.audit * dayMs + 1000);
    await purgeWorkspace(server().deps, workspace);
    expect(await check(workspace)).toEqual({ lines: 0, upTo: 8, fault: null });
    await note(workspace);
    expect(await check(workspace)).toEqual({ lines: 1, upTo: 9, fault: null });
  });
});

describe("the page of the log", () => {
  const all: AuditQuery = { who: "", what: "", about: "", from: null, to: null, before: null };

  it("shows who did what and when, the latest first, page by page", async () => {
    const workspace = await server().workspace();
    const admin = await server().join(workspace, "admin");
    await note(workspace, 70);
    const first = await admin.run("audit.list", all);
    expect([first.lines.length, first.lines[0]?.seq, first.next]).toEqual([50, 71, 22]);
    const second = await admin.run("audit.list", { ...all, before: first.next });
    expect([second.lines.length, second.next]).toEqual([21, null]);
    expect(second.lines.at(-1)).toMatchObject({ seq: 1, who: "A admin", action: "join", isErased: false });
  });

  it("is searched by who, what, about what and when", async () => {
    const workspace = await server().workspace();
    const admin = await server().join(workspace, "admin");
    await note(workspace, 3, "rule.unclaimed");
    await server().join(workspace, "staff");
    const found = async (words: Partial<AuditQuery>) => (await admin.run("audit.list", { ...all, ...words })).lines.map(({ seq }) => seq);
    expect(await found({ who: "a STAFF" })).toEqual([5]);
    expect(await found({ what: "unclaim" })).toEqual([4, 3, 2]);
    expect(await found({ about: "x:1" })).toEqual([3]);
    expect(await found({ what: "%" })).toEqual([]);
    const now = server().clock.now().getTime();
    const at = (ms: number) => new Date(now + ms).toISOString();
    expect(await found({ from: at(1) })).toEqual([]);
    expect(await found({ from: at(0), to: at(1) as never, what: "join" })).toEqual([5, 1]);
  });

  it("says whether its last lines are as they were written, and is for admins alone", async () => {
    const workspace = await server().workspace();
    const admin = await server().join(workspace, "admin");
    const staff = await server().join(workspace, "staff");
    expect(await admin.run("audit.check", {})).toEqual({ lines: 2, fault: null });
    await behindItsBack("UPDATE audit_log SET action = 'no' WHERE workspace_id = $1 AND seq = 2", [workspace]);
    expect(await admin.run("audit.check", {})).toEqual({ lines: 2, fault: { problem: "changed", seq: 2 } });
    await expect(staff.run("audit.list", all)).rejects.toMatchObject({ code: "forbidden" });
  });
});
