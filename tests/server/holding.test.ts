import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { behindRevisions, mostHeld } from "../../lib/schema/limits.ts";
import type { Cursor } from "../../lib/schema/wire.ts";
import { limits, protocolVersion, SyncResponse } from "../../lib/schema/wire.ts";
import { fillQueue } from "./fill.ts";
import { everything, mentionsOf, sighting, type TestDevice, team, useServer } from "./support.ts";

const server = useServer();

const postIds = ({ changes }: { readonly changes: readonly { kind: string; value?: unknown }[] }) =>
  changes.flatMap((change) => (change.kind === "mention" ? [(change.value as { postId: string }).postId] : []));

async function ask(device: TestDevice, asked: { since?: Cursor | null; languages?: string[]; refill?: boolean }) {
  const body = { protocol: protocolVersion, since: null, operations: [], ...asked };
  return v.parse(SyncResponse, await (await server().post("/v1/sync", body, device.token)).json());
}

describe("a first sync", () => {
  it("of a large workspace brings the best of what waits, and says that there is more", async () => {
    const [ann] = await team(server());
    await fillQueue(server().deps.pool, ann.workspaceId, mostHeld.queue + 300);
    const answer = await ask(ann, {});
    expect(answer).toMatchObject({ more: false, beyond: true });
    const priorities = answer.changes.flatMap((change) => (change.kind === "mention" ? [change.value.triage.priority] : []));
    expect(priorities).toHaveLength(mostHeld.queue);
    const left = await server().deps.pool.query(
      "SELECT max(priority) AS best FROM mentions WHERE workspace_id = $1 AND mention_id <> ALL ($2)",
      [ann.workspaceId, postIds(answer).map((id) => `x:${id}`)],
    );
    expect(Math.min(...priorities)).toBeGreaterThanOrEqual(left.rows[0].best);
    expect((await ask(ann, { since: answer.cursor })).changes).toEqual([]);
  });

  it("brings the member's own claims and drafts wherever they rank, and nobody else's closed work", async () => {
    const [ann, ben] = await team(server());
    await ann.run("mention.report", sighting("1"));
    const { claim } = await ann.run("claim.take", { mentionId: "x:1" });
    await ann.run("draft.save", { mentionId: "x:1", fence: claim?.fence ?? 0, text: "mine" });
    await ann.run("claim.release", { mentionId: "x:1", fence: claim?.fence ?? 0 });
    await ann.run("mention.report", sighting("2"));
    await ann.run("claim.take", { mentionId: "x:2" });
    await ben.run("mention.report", sighting("3"));
    await ben.run("mention.dismiss", { mentionId: "x:3", reason: "spam" });
    await fillQueue(server().deps.pool, ann.workspaceId, mostHeld.queue + 1);
    const got = postIds(await ask(ann, {}));
    expect(got).toEqual(expect.arrayContaining(["1", "2"]));
    expect(got).not.toContain("3");
    // Somebody is at work on it, which the others may see.
    expect(postIds(await ask(ben, {}))).toContain("2");
  });

  it("brings staff the escalated ones and what was closed last", async () => {
    const [ann, , sam] = await team(server());
    await ann.run("mention.report", sighting("1"));
    await ann.run("mention.dismiss", { mentionId: "x:1", reason: "spam" });
    await ann.run("mention.report", sighting("2"));
    await ann.run("mention.route", { mentionId: "x:2", route: "first_line", note: "" });
    expect(postIds(await ask(sam, {})).sort()).toEqual(["1", "2"]);
    expect(postIds(await ask(ann, {}))).toEqual([]);
  });

  it("that also asks for something shows the effect of it", async () => {
    const [ann] = await team(server());
    const { changes, cursor } = await ann.sync([{ id: crypto.randomUUID(), name: "mention.report", args: sighting("1") }]);
    expect(changes).toContainEqual(
      expect.objectContaining({ kind: "mention", value: expect.objectContaining({ id: "x:1", revision: cursor.revision }) }),
    );
  });

  it("puts the device's languages first, and others where there is room", async () => {
    const [ann] = await team(server());
    await fillQueue(server().deps.pool, ann.workspaceId, mostHeld.queue, { language: "en" });
    await fillQueue(server().deps.pool, ann.workspaceId, 20, { language: "nb", priority: 1 });
    const languages = ({ changes }: Awaited<ReturnType<typeof ask>>) =>
      changes.flatMap((change) => (change.kind === "mention" ? [change.value.triage.lang] : []));
    const got = languages(await ask(ann, { languages: ["nb"] }));
    expect(got.filter((lang) => lang === "nb")).toHaveLength(20);
    expect(got).toHaveLength(mostHeld.queue);
  });

  it("goes on after every page where it was, also when an answer is lost, and misses nothing that moves meanwhile", async () => {
    const [ann, ben] = await team(server());
    const { pool } = server().deps;
    await pool.query(
      `INSERT INTO knowledge (workspace_id, item_id, lang, title, topics, answer, revision)
       SELECT $1, 'k' || n, 'en', 'Title', '{}', 'Answer', 10 + n FROM generate_series(1, $2::int) n`,
      [ann.workspaceId, 2 * limits.changes],
    );
    await pool.query("UPDATE workspaces SET counter = 10 + $2 WHERE workspace_id = $1", [ann.workspaceId, 2 * limits.changes]);
    await ben.run("mention.report", sighting("before"));
    const first = await ask(ann, {});
    expect(first).toMatchObject({ more: true, changes: { length: limits.changes } });
    expect(await ask(ann, { since: first.cursor })).toEqual(await ask(ann, { since: first.cursor }));
    await ben.run("mention.report", sighting("meanwhile"));
    await ben.run("mention.dismiss", { mentionId: "x:before", reason: "spam" });
    const rest = await everything(ann, first.cursor);
    const items = [...first.changes, ...rest.changes].filter(({ kind }) => kind === "knowledge");
    expect(items).toHaveLength(2 * limits.changes);
    const last = new Map(rest.changes.flatMap((change) => (change.kind === "mention" ? [[change.value.postId, change.value.status]] : [])));
    expect(last).toEqual(
      new Map([
        ["meanwhile", "open"],
        ["before", "dismissed"],
      ]),
    );
  });
});

describe("later", () => {
  it("a device gets everything that moves, and the top of the queue again when it has run low", async () => {
    const [ann, ben] = await team(server());
    await fillQueue(server().deps.pool, ann.workspaceId, mostHeld.queue + 10);
    const { cursor } = await ask(ann, {});
    await ben.run("mention.report", sighting("1"));
    expect(postIds(await ask(ann, { since: cursor }))).toEqual(["1"]);
    const refilled = await ask(ann, { since: cursor, refill: true });
    expect(refilled).toMatchObject({ beyond: true, more: false });
    expect(new Set(postIds(refilled)).size).toBeGreaterThanOrEqual(mostHeld.queue);
  });

  it("a device that is far behind starts over instead of fetching what moved", async () => {
    const [ann] = await team(server());
    const { cursor } = await ask(ann, {});
    await server().deps.pool.query("UPDATE workspaces SET counter = counter + $2 WHERE workspace_id = $1", [
      ann.workspaceId,
      behindRevisions,
    ]);
    expect(await ask(ann, { since: cursor })).toMatchObject({ startOver: false });
    await ann.run("mention.report", sighting("1"));
    expect(await ask(ann, { since: cursor })).toMatchObject({ startOver: true, changes: [] });
    expect((await mentionsOf(ann)).size).toBe(1);
  });

  it("a device that knows more than the server (a backup was brought back) starts over", async () => {
    const [ann] = await team(server());
    const { cursor } = await ask(ann, {});
    expect(await ask(ann, { since: { ...cursor, revision: cursor.revision + 1 } })).toMatchObject({ startOver: true });
    expect(await ask(ann, { since: { ...cursor, epoch: "former" } })).toMatchObject({ startOver: true });
  });
});
