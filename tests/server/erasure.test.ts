import { describe, expect, it } from "vitest";
import { checkAudit } from "../../server/audit/check.ts";
import { purgeWorkspace } from "../../server/jobs/purge.ts";
import { everything, mentionsOf, sighting, type TestDevice, useServer } from "./support.ts";

const server = useServer();
const zoe = { handle: "Zoe_Unique", name: "Zoe Uniquename", verified: false };
const theirs = { site: "x", author: "@zoe_unique" } as const;

interface Crew {
  readonly admin: TestDevice;
  readonly ann: TestDevice;
  readonly sam: TestDevice;
  readonly workspace: string;
}

async function crew(): Promise<Crew> {
  const workspace = await server().workspace();
  const [admin, ann, sam] = [
    await server().join(workspace, "admin"),
    await server().join(workspace, "advocate"),
    await server().join(workspace, "staff"),
  ];
  return { admin, ann, sam, workspace };
}

const report = (by: TestDevice, postId: string, author = zoe, excerpt = "Does zebrafish mode work on acme tablets?") =>
  by.run("mention.report", sighting(postId, { author, excerpt, permalink: `https://x.com/${author.handle}/status/${postId}` }));

async function answer(by: TestDevice, postId: string, text: string): Promise<void> {
  const ref = { mentionId: `x:${postId}` };
  const { claim } = await by.run("claim.take", ref);
  const fence = claim?.fence ?? 0;
  await by.run("draft.save", { ...ref, fence, text });
  await by.run("reply.posted", { ...ref, fence, text, url: null, proof: "confirmed" });
}

/** Everything in every table of a workspace, as one text. */
async function everyRow(workspace: string): Promise<string> {
  const { pool } = server().deps;
  const { rows: tables } = await pool.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'workspace_id'
     WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' AND c.relname <> 'removals'`,
  );
  const texts: string[] = [];
  for (const { name } of tables) {
    const { rows } = await pool.query(`SELECT t::text AS text FROM "${name}" t WHERE workspace_id = $1`, [workspace]);
    texts.push(...rows.map(({ text }) => `${name} ${text}`));
  }
  return texts.join("\n").toLowerCase();
}

describe("an author who is erased", () => {
  it("is nowhere any more: no name, no word, no post, in no table but as what devices are to delete", async () => {
    const { admin, ann, sam, workspace } = await crew();
    for (const postId of ["9101", "9102", "9103", "9104"]) await report(ann, postId);
    await report(ann, "7", { handle: "other", name: "O", verified: false }, "Does acme work?");
    await answer(ann, "9101", "Yes, zebrafish mode does, Zoe.");
    await ann.run("mention.follow_up", { mentionId: "x:9101", postId: "9199", excerpt: "Thanks, zebrafish works", url: null, lang: "en" });
    await ann.run("mention.dismiss", { mentionId: "x:9102", reason: "spam" });
    await ann.run("suggestion.reject", { mentionId: "x:9104", source: "pairing" });
    await sam.run("mention.merge", { mentionId: "x:7", intoId: "x:9103" });
    const { claim } = await ann.run("claim.take", { mentionId: "x:9104" });
    await ann.run("draft.save", { mentionId: "x:9104", fence: claim?.fence ?? 0, text: "Zebrafish? Hold it." });
    const before = await everyRow(workspace);
    for (const word of ["zoe_unique", "zebrafish", "x:9101", "9199"]) expect(before).toContain(word);
    const { cursor } = await everything(sam);
    const { receipt, left } = await admin.run("author.erase", { ...theirs, isListed: false });
    expect(left).toBe(0);
    expect(receipt).toMatchObject({
      by: "A admin",
      isListed: false,
      counts: { posts: 4, drafts: 2, replies: 1, follow_ups: 1, precedents: 2, quotes: 0 },
    });
    expect(receipt.counts.log_lines).toBeGreaterThan(2);
    // What is kept for repeats forgets which posts it showed by the next night.
    await purgeWorkspace(server().deps, workspace);
    const after = await everyRow(workspace);
    // The taken-back precedents and the removals say which ones devices are to forget.
    const precedents = after.split("\n").filter((row) => row.startsWith("precedents "));
    const rest = after.split("\n").filter((row) => !row.startsWith("precedents "));
    for (const word of ["zoe", "zebrafish", "9199", "x:9101", "x:9102", "x:9103", "x:9104"])
      expect(rest.filter((row) => row.includes(word))).toEqual([]);
    expect(precedents.join()).not.toMatch(/zebrafish|zoe/);
    const { changes } = await everything(sam, cursor);
    expect(changes.flatMap((change) => (change.kind === "mention_removed" ? [change.id] : [])).sort()).toEqual([
      "x:9101",
      "x:9102",
      "x:9103",
      "x:9104",
    ]);
    expect(changes.filter((change) => change.kind === "precedent" && change.value.removed)).toHaveLength(2);
    expect([...(await mentionsOf(sam)).keys()]).toEqual(["x:7"]);
  });

  it("leaves a log whose chain holds, with a line about the erasure that names nobody", async () => {
    const { admin, ann, workspace } = await crew();
    await report(ann, "1");
    await ann.run("mention.dismiss", { mentionId: "x:1", reason: "spam" });
    const { receipt } = await admin.run("author.erase", { ...theirs, isListed: true });
    const { pool, models } = server().deps;
    expect((await checkAudit(pool, workspace, models.keys, null)).fault).toBeNull();
    const { lines } = await admin.run("audit.list", { who: "", what: "", about: "", from: null, to: null, before: null });
    expect(lines[0]).toMatchObject({ action: "author.erase", subject: receipt.number });
    expect(lines.filter(({ isErased }) => isErased)).toHaveLength(1);
    expect(JSON.stringify(lines)).not.toContain("x:1");
    server().clock.advance(60_000);
    await purgeWorkspace(server().deps, workspace);
    expect((await checkAudit(pool, workspace, models.keys, null)).fault).toBeNull();
  });

  it("is taken out of drafts for other posts that name them, and of nobody else's name", async () => {
    const { admin, ann, workspace } = await crew();
    await report(ann, "1", { handle: "other", name: "O", verified: false });
    const { claim } = await ann.run("claim.take", { mentionId: "x:1" });
    await ann.run("draft.save", { mentionId: "x:1", fence: claim?.fence ?? 0, text: "As @Zoe_Unique said, @zoe_unique2: hold it." });
    const { receipt } = await admin.run("author.erase", { ...theirs, isListed: false });
    expect(receipt.counts).toMatchObject({ posts: 0, quotes: 1 });
    const { rows } = await server().deps.pool.query("SELECT body FROM drafts WHERE workspace_id = $1", [workspace]);
    expect(rows).toEqual([{ body: "As @… said, @zoe_unique2: hold it." }]);
    expect((await mentionsOf(ann)).get("x:1")?.draft?.text).toBe("As @… said, @zoe_unique2: hold it.");
  });

  it("is found by a link to the profile, or to a post that is held", async () => {
    const { admin, ann } = await crew();
    await report(ann, "55");
    for (const author of [
      "https://x.com/Zoe_Unique",
      "x.com/zoe_unique/status/55",
      "https://twitter.com/somebody/status/55?s=20",
      "Zoe_Unique",
    ])
      expect(await admin.run("author.look", { site: "x", author })).toEqual({ site: "x", handle: "zoe_unique", posts: 1, isListed: false });
    for (const author of ["a b", "https://x.com/"])
      await expect(admin.run("author.look", { site: "x", author })).rejects.toMatchObject({ code: "malformed" });
  });

  it("may be somebody who is not there: that is said, and they may be listed all the same", async () => {
    const { admin } = await crew();
    expect((await admin.run("author.erase", { ...theirs, isListed: true })).receipt.counts.posts).toBe(0);
    expect(await admin.run("author.look", theirs)).toEqual({ site: "x", handle: "zoe_unique", posts: 0, isListed: true });
    expect((await admin.run("erasure.list", {})).receipts).toHaveLength(1);
  });

  it("is erased by admins alone", async () => {
    const { sam, ann } = await crew();
    for (const who of [sam, ann])
      await expect(who.run("author.erase", { ...theirs, isListed: true })).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("an author who objected", () => {
  it("is never collected again, however the handle is written; others are", async () => {
    const { admin, ann, workspace } = await crew();
    await admin.run("author.erase", { ...theirs, isListed: true });
    await expect(report(ann, "1", { ...zoe, handle: "ZOE_unique" })).rejects.toMatchObject({ code: "no_keyword" });
    await expect(report(ann, "2", { ...zoe, handle: "@zoe_unique" })).rejects.toMatchObject({ code: "no_keyword" });
    await report(ann, "3", { ...zoe, handle: "zoe_unique2" });
    expect([...(await mentionsOf(ann)).keys()]).toEqual(["x:3"]);
    const { rows } = await server().deps.pool.query("SELECT count(*) AS n FROM objections WHERE workspace_id = $1", [workspace]);
    expect(rows).toEqual([{ n: 1 }]);
  });

  it("is collected by other workspaces, whose list knows nothing of it", async () => {
    const { admin } = await crew();
    await admin.run("author.erase", { ...theirs, isListed: true });
    const other = await crew();
    await other.admin.run("author.erase", { site: "x", author: "somebody_else", isListed: true });
    await report(other.ann, "1");
    expect(await other.admin.run("author.look", theirs)).toMatchObject({ posts: 1, isListed: false });
  });
});
