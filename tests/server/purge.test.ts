import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { keptDays, keptPrecedents, keptRejections } from "../../lib/schema/limits.ts";
import { purgeWorkspace } from "../../server/jobs/purge.ts";
import { angry, sighting, type TestDevice, team, useServer } from "./support.ts";

const server = useServer();
const dayMs = 24 * 60 * 60_000;

async function answered(device: TestDevice, postId: string): Promise<void> {
  const ref = { mentionId: `x:${postId}` };
  await device.run("mention.report", sighting(postId));
  const { claim } = await device.run("claim.take", ref);
  const fence = claim?.fence ?? 0;
  await device.run("draft.save", { ...ref, fence, text: "Yes, it does." });
  await device.run("reply.posted", { ...ref, fence, text: "Yes, it does.", url: null, proof: "confirmed" });
}

const kinds = async (device: TestDevice, since: Parameters<TestDevice["sync"]>[1]) =>
  (await device.sync([], since)).changes.map((change) => (change.kind === "mention_removed" ? `removed ${change.id}` : change.kind));

describe("how long a workspace keeps its posts", () => {
  it("is set by who manages its rules, for all of its posts", async () => {
    const workspace = await server().workspace();
    const [ann, admin] = [await server().join(workspace, "advocate", 1), await server().join(workspace, "admin")];
    await answered(ann, "1");
    await ann.run("mention.report", sighting("2"));
    await expect(ann.run("retention.set", { closed: 7, unanswered: 14 })).rejects.toMatchObject({ code: "forbidden" });
    await expect(admin.run("retention.set", { closed: 6, unanswered: 14 })).rejects.toMatchObject({ code: "malformed" });
    await admin.run("retention.set", { closed: 7, unanswered: 14 });
    const { cursor } = await ann.sync([]);
    server().clock.advance(7 * dayMs + 1000);
    await purgeWorkspace(server().deps, ann.workspaceId);
    expect(await kinds(ann, cursor)).toContain("removed x:1");
    server().clock.advance(7 * dayMs);
    await purgeWorkspace(server().deps, ann.workspaceId);
    expect(await kinds(ann, cursor)).toContain("removed x:2");
  });

  it("may be longer than the usual time", async () => {
    const workspace = await server().workspace();
    const [ann, admin] = [await server().join(workspace, "advocate", 1), await server().join(workspace, "admin")];
    await answered(ann, "1");
    await admin.run("retention.set", { closed: 365, unanswered: 365 });
    const { cursor } = await ann.sync([]);
    server().clock.advance(364 * dayMs);
    await purgeWorkspace(server().deps, ann.workspaceId);
    expect(await kinds(ann, cursor)).not.toContain("removed x:1");
  });
});

describe("what was closed", () => {
  it("goes after its time, with draft and reply, from the server and from the devices; the rest stays", async () => {
    const [ann] = await team(server());
    await answered(ann, "1");
    await ann.run("mention.report", sighting("2"));
    await ann.run("mention.dismiss", { mentionId: "x:2", reason: "spam" });
    await ann.run("mention.report", sighting("3"));
    const { cursor } = await ann.sync([]);
    server().clock.advance(keptDays.closed * dayMs - 1000);
    await purgeWorkspace(server().deps, ann.workspaceId);
    expect(await kinds(ann, cursor)).toEqual([]);
    server().clock.advance(2000);
    await purgeWorkspace(server().deps, ann.workspaceId);
    expect((await kinds(ann, cursor)).sort()).toEqual(["precedent", "removed x:1", "removed x:2"]);
    for (const table of ["drafts", "replies"]) {
      const { rows } = await server().deps.pool.query(`SELECT 1 FROM ${table} WHERE workspace_id = $1`, [ann.workspaceId]);
      expect(rows).toEqual([]);
    }
    await expect(ann.run("claim.take", { mentionId: "x:1" })).rejects.toMatchObject({ code: "not_found" });
    expect((await ann.run("claim.take", { mentionId: "x:3" })).status).toBe("claimed");
  });

  it("comes back as a new mention when the post is seen again, also on a device that missed its end", async () => {
    const [ann] = await team(server());
    await answered(ann, "1");
    const { cursor } = await ann.sync([]);
    server().clock.advance(keptDays.closed * dayMs + 1000);
    await purgeWorkspace(server().deps, ann.workspaceId);
    await ann.run("mention.report", sighting("1"));
    expect(await kinds(ann, cursor)).toEqual(["removed x:1", "precedent", "mention"]);
  });

  it("makes a device start over that was away for longer than removals are remembered, and no other", async () => {
    const [ann, ben] = await team(server());
    await answered(ann, "1");
    const { cursor: old } = await ann.sync([]);
    server().clock.advance(keptDays.closed * dayMs + 1000);
    await purgeWorkspace(server().deps, ann.workspaceId);
    const { cursor: later } = await ben.sync([]);
    server().clock.advance(keptDays.removals * dayMs + 1000);
    await purgeWorkspace(server().deps, ann.workspaceId);
    expect(await ann.sync([], old)).toMatchObject({ startOver: true, more: true, changes: [], cursor: { revision: 0 } });
    expect(await ben.sync([], later)).toMatchObject({ startOver: false, more: false, changes: [] });
    const anew = await ann.sync([]);
    expect(anew).toMatchObject({ startOver: false, more: false, cursor: later });
    expect(anew.changes.map(({ kind }) => kind)).toEqual(["workspace", "member", "precedent"]);
  });
});

describe("what nobody ever answered", () => {
  it("goes after its time, open or with staff, from the server and from the devices", async () => {
    const [ann] = await team(server());
    await ann.run("mention.report", sighting("1"));
    await ann.run("mention.report", sighting("2", { excerpt: angry }));
    await ann.run("mention.report", sighting("3"));
    server().clock.advance(keptDays.unanswered * dayMs - 1000);
    const { claim } = await ann.run("claim.take", { mentionId: "x:3" });
    expect(claim).not.toBeNull();
    const { cursor } = await ann.sync([]);
    await purgeWorkspace(server().deps, ann.workspaceId);
    expect(await kinds(ann, cursor)).toEqual([]);
    server().clock.advance(2000);
    await purgeWorkspace(server().deps, ann.workspaceId);
    expect((await kinds(ann, cursor)).sort()).toEqual(["removed x:1", "removed x:2"]);
  });
});

it("of what other systems were told, or could not be told, nothing stays for ever", async () => {
  const [ann] = await team(server());
  const { pool, now } = server().deps;
  const put = (id: string, state: string, tried: number, next: number) =>
    pool.query(
      `INSERT INTO deliveries (workspace_id, delivery_id, integration_id, event, payload, state, attempts, at, tried_at, next_at)
       VALUES ($1, $2, 'hook', 'test', 'null', $3, 1, $4, $5, $6)`,
      [ann.workspaceId, id, state, ...[-60, tried, next].map((days) => new Date(now().getTime() + days * dayMs))],
    );
  await pool.query(
    `INSERT INTO integrations (workspace_id, integration_id, name, target, events, enabled, failures, created_at, hook_code, sealed_secret)
     VALUES ($1, 'hook', 'Hook', '{"kind":"chat"}', '{}', false, 0, $2, 'code', '')`,
    [ann.workspaceId, now()],
  );
  await put("told", "done", -31, -31);
  await put("given up", "failed", -31, -31);
  await put("waits for a connection that is off", "waiting", -31, -31);
  await put("given up lately", "failed", -29, -29);
  await put("still tried", "waiting", -31, 1);
  await purgeWorkspace(server().deps, ann.workspaceId);
  const { rows } = await pool.query("SELECT delivery_id FROM deliveries WHERE workspace_id = $1 ORDER BY 1", [ann.workspaceId]);
  expect(rows.map(({ delivery_id }) => delivery_id)).toEqual(["given up lately", "still tried"]);
});

it("of what was learnt the latest is kept", async () => {
  const [ann] = await team(server());
  await answered(ann, "1");
  const { pool } = server().deps;
  const learn = `INSERT INTO precedents (workspace_id, precedent_id, lang, kind, asked, source, verdict, answer, at, revision)
    SELECT workspace_id, 'x:old' || n, lang, kind, asked, source, verdict, answer, at, revision - n
    FROM precedents, generate_series(1, $2::integer) AS n WHERE workspace_id = $1`;
  await pool.query(learn, [ann.workspaceId, keptPrecedents]);
  await purgeWorkspace(server().deps, ann.workspaceId);
  const { rows } = await pool.query("SELECT precedent_id FROM precedents WHERE workspace_id = $1 ORDER BY revision", [ann.workspaceId]);
  expect(rows).toHaveLength(keptPrecedents);
  expect(rows.at(0)).toEqual({ precedent_id: `x:old${keptPrecedents - 1}` });
  expect(rows.at(-1)).toEqual({ precedent_id: "x:1" });
});

it("answers to operations and the audit log are kept for their time only", async () => {
  const [ann] = await team(server());
  const count = async (table: string) => {
    const { rows } = await server().deps.pool.query(`SELECT count(*) AS n FROM ${table} WHERE workspace_id = $1`, [ann.workspaceId]);
    return rows[0].n;
  };
  await answered(ann, "1");
  const audited = await count("audit_log");
  server().clock.advance(keptDays.operations * dayMs + 1000);
  await ann.run("mention.report", sighting("2"));
  await purgeWorkspace(server().deps, ann.workspaceId);
  expect([await count("operations"), await count("audit_log")]).toEqual([1, audited]);
  server().clock.advance((keptDays.audit - keptDays.operations) * dayMs);
  await purgeWorkspace(server().deps, ann.workspaceId);
  expect(await count("audit_log")).toBe(0);
});

describe("the words of a post that is gone", () => {
  const author = { handle: "wilhelmina_quux", name: "Wilhelmina Quux", verified: null };
  const words = ["wilhelmina", "quux", "zeppelin", "xylophone", "marzipan"];

  /** Every row of every table, as text. */
  async function everythingKept(): Promise<string> {
    const { pool } = server().deps;
    const tables = await pool.query("SELECT tablename FROM pg_tables WHERE schemaname IN (current_schema(), 'graphile_worker')");
    let text = "";
    for (const { tablename } of tables.rows) {
      const from = tablename.startsWith("_private") ? `graphile_worker."${tablename}"` : `"${tablename}"`;
      const { rows } = await pool.query(`SELECT row_to_json(t)::text AS row FROM ${from} t`).catch(() => ({ rows: [] }));
      text += rows.map(({ row }: { row: string }) => `${tablename} ${row}`).join("\n");
    }
    return text.toLowerCase();
  }

  const found = async () => {
    const text = await everythingKept();
    return words.filter((word) => text.includes(word));
  };

  it("are nowhere, whatever was done with it", async () => {
    const [ann, ben, staff] = await team(server());
    const ref = { mentionId: "x:77" };
    const id = randomUUID();
    const args = sighting("77", {
      author,
      excerpt: "My acme zeppelin ate the xylophone",
      permalink: "https://x.com/wilhelmina_quux/status/77",
    });
    await ann.run("mention.report", args, id);
    await ben.run("mention.look", ref);
    await ben.run("suggestion.reject", { ...ref, source: "pairing" });
    const { claim } = await ann.run("claim.next", { languages: [] });
    const fence = claim?.fence ?? 0;
    await ann.run("claim.renew", { ...ref, fence });
    await ann.run("draft.save", { ...ref, fence, text: "Hi Wilhelmina, feed it marzipan" });
    await staff.run("mention.overrule", { ...ref, field: "anger", value: 0.9 });
    await ann.run("reply.posted", { ...ref, fence, text: "Hi Wilhelmina, no sweets for it", url: null, proof: "confirmed" });
    await ben.run("mention.follow_up", { ...ref, postId: "78", excerpt: "the zeppelin likes marzipan", url: null, lang: "en" });
    await staff.run("mention.dismiss", { ...ref, reason: "no_answer_needed" }).catch(() => {});
    expect(await found()).toEqual(words);
    server().clock.advance(keptDays.closed * dayMs + 1000);
    await purgeWorkspace(server().deps, ann.workspaceId);
    expect(await found()).toEqual([]);
    await expect(ann.run("mention.report", args, id)).rejects.toMatchObject({ code: "not_found" });
  });

  it("stay in what was learnt where other posts hold them too", async () => {
    const [ann] = await team(server());
    for (const n of [1, 2, 3]) {
      const mentionId = `x:${n}`;
      await ann.run(
        "mention.report",
        sighting(`${n}`, { excerpt: `Does the acme case fit tablets? ${["zeppelin", "quux", "marzipan"][n - 1]}` }),
      );
      const { claim } = await ann.run("claim.take", { mentionId });
      await ann.run("reply.posted", { mentionId, fence: claim?.fence ?? 0, text: "Yes, it does.", url: null, proof: "confirmed" });
    }
    server().clock.advance(keptDays.closed * dayMs + 1000);
    await purgeWorkspace(server().deps, ann.workspaceId);
    const { rows } = await server().deps.pool.query("SELECT asked FROM precedents WHERE workspace_id = $1", [ann.workspaceId]);
    expect(rows).toHaveLength(3);
    for (const { asked } of rows) expect(asked.split(" ").sort()).toEqual(["acm", "case", "fit", "tablet"]);
  });
});

describe("suggestions that were not wanted", () => {
  it("never push out an answer, and one member has room for a few", async () => {
    const [ann, ben] = await team(server());
    await answered(ann, "1");
    await ann.run("mention.report", sighting("2"));
    // Of these the first 60 are taken: more is not one person's in an hour.
    for (let at = 0; at < 400; at += 200) {
      const rejections = Array.from({ length: 200 }, (_, n) => ({
        id: randomUUID(),
        name: "suggestion.reject",
        args: { mentionId: "x:2", source: `invented-${at + n}` },
      }));
      await ben.sync(rejections);
    }
    await ann.run("suggestion.reject", { mentionId: "x:2", source: "real" });
    const { rows } = await server().deps.pool.query("SELECT precedent_id, verdict FROM precedents WHERE workspace_id = $1", [
      ann.workspaceId,
    ]);
    expect(rows.filter(({ verdict }) => verdict === "rejected")).toHaveLength(keptRejections.member + 1);
    expect(rows.map(({ precedent_id }) => precedent_id)).toEqual(expect.arrayContaining(["x:1", "x:2 real", "x:2 invented-59"]));
  });
});
