import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { keptPrecedents, keptPrecedentsOfMember, mostOf } from "../../lib/schema/limits.ts";
import { protocolVersion, type SyncResponse } from "../../lib/schema/wire.ts";
import { createDeps } from "../../server/deps.ts";
import { createApp } from "../../server/http/app.ts";
import { purgeWorkspace } from "../../server/jobs/purge.ts";
import { fillQueue } from "./fill.ts";
import { everything, sighting, type TestDevice, team, useServer } from "./support.ts";

const server = useServer();
let ann: TestDevice;
let ben: TestDevice;
let sam: TestDevice;
let ada: TestDevice;

const ref = { mentionId: "x:1" };
const full = { code: "full" };

/** Rows of `n` from 1 to `most` in a table of the workspace ($1); $3 is for the statement to use. */
const fill = (most: number, into: string, values: string, third = "") =>
  server().deps.pool.query(`INSERT INTO ${into} SELECT ${values} FROM generate_series(1, $2::integer) n WHERE $3::text IS NOT NULL`, [
    ann.workspaceId,
    most,
    third,
  ]);

beforeEach(async () => {
  [ann, ben, sam] = await team(server());
  ada = await server().join(ann.workspaceId, "admin");
  await ann.run("mention.report", sighting("1"));
});

const item = (id: string) => ({ id, lang: "en", title: "Pairing", topics: [], answer: "Hold it.", link: null });

describe("when there is as much as there may be, one more is refused, and what is there can be changed and read", () => {
  it("knowledge items", async () => {
    const columns = "knowledge (workspace_id, item_id, lang, title, topics, answer, revision)";
    await fill(mostOf.knowledge - 1, columns, "$1, 'item' || n, 'en', 'Title', '{}', 'Answer', 1");
    await expect(ada.run("knowledge.save", { items: [item("one"), item("two")] })).rejects.toMatchObject(full);
    await ada.run("knowledge.save", { items: [item("one")] });
    expect(await ada.run("knowledge.save", { items: [item("one"), item("item7")] })).toEqual({ saved: 2 });
  });

  it("keyword lists, and parts that were never pushed until a day is over", async () => {
    const push = (listId: string, baseVersion = 0) => ada.run("keywords.push", { listId, name: "Ours", baseVersion, entries: [] });
    await fill(
      mostOf.lists - 1,
      "keyword_lists (workspace_id, list_id, name, version, entries, updated_at, revision)",
      "$1, 'l' || n, 'L', 1, '[]', now(), 1",
    );
    await push("brand");
    await expect(push("more")).rejects.toMatchObject(full);
    expect(await push("brand", 1)).toMatchObject({ version: 2 });
    await ada.run("keywords.remove", { listId: "brand", baseVersion: 2 });
    expect(await push("more")).toMatchObject({ version: 1 });
    await expect(push("brand", 3), "back again").rejects.toMatchObject(full);

    const part = () => ada.run("keywords.part", { pushId: randomUUID(), part: 1, entries: [] });
    for (let n = 0; n <= mostOf.parts; n++) await part();
    await expect(part()).rejects.toMatchObject(full);
    server().clock.advance(25 * 3_600_000);
    await purgeWorkspace(server().deps, ann.workspaceId);
    expect(await part()).toEqual({ part: 1 });
  });

  it("invitations, until they expire", async () => {
    const columns = "invitations (workspace_id, invitation_id, code_hash, role, created_at, expires_at)";
    await fill(
      mostOf.invitations,
      columns,
      "$1, 'i' || n, sha256(n::text::bytea), 'staff', $3::timestamptz, $3::timestamptz",
      server().clock.now().toISOString(),
    );
    await expect(ada.run("invitation.create", { role: "staff" })).rejects.toMatchObject(full);
    server().clock.advance(1_000);
    await purgeWorkspace(server().deps, ann.workspaceId);
    expect(await ada.run("invitation.create", { role: "staff" })).toMatchObject({ role: "staff" });
  });

  it("integrations", async () => {
    const idOf = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
    const save = (id: string) =>
      ada.run("integration.save", {
        id,
        name: "Ours",
        target: { kind: "chat" },
        events: [],
        enabled: true,
        secret: "https://chat.example/x",
      });
    for (let n = 0; n < mostOf.integrations; n++) await save(idOf(n));
    await expect(save(idOf(99))).rejects.toMatchObject(full);
    expect(await save(idOf(0))).toHaveLength(mostOf.integrations);
  });

  it("later posts of an author", async () => {
    const columns = "follow_ups (workspace_id, mention_id, post_id, body, mood, at)";
    await fill(mostOf.followUps - 1, columns, "$1, 'x:1', (5000 + n)::text, 'Thanks', 'thanks', now()");
    const write = (postId: string, mentionId = "x:1") =>
      ann.run("mention.follow_up", { mentionId, postId, excerpt: "Thanks", url: null, lang: "en" });
    await write("900");
    await expect(write("901")).rejects.toMatchObject(full);
    await write("900");
    await ann.run("mention.report", sighting("2"));
    await write("901", "x:2");
  });

  it("reviews of a mention's drafts, of which a device is sent what it can read", async () => {
    const { claim } = await ann.run("claim.take", ref);
    await ann.run("review.request", { ...ref, fence: claim?.fence ?? 0, text: "Yes" });
    const columns = "reviews (workspace_id, mention_id, text_hash, reviewer, author, verdict, suggestion, at)";
    await fill(
      mostOf.verdicts + 10,
      "members (workspace_id, member_id, name, role, level, revision, created_at)",
      "$1, 'm' || n, 'A member', 'advocate', 1, 1, now()",
    );
    await fill(mostOf.verdicts + 10, columns, "$1, 'x:1', sha256('Yes'), 'm' || n, $3, 'suggested', 'No', now()", ann.memberId);
    const seen = await ben.run("mention.get", ref);
    expect(seen.draft?.review?.verdicts).toHaveLength(mostOf.verdicts);
    await everything(ben);
    await fill(mostOf.reviews, columns, "$1, 'x:1', sha256(n::text::bytea), 'm1', $3, 'suggested', 'No', now()", ann.memberId);
    await expect(ben.run("review.suggest", { ...ref, text: "Yes", edit: "Surely" })).rejects.toMatchObject(full);
  });

  it("drafts of one member; others write on", async () => {
    await fillQueue(server().deps.pool, ann.workspaceId, mostOf.drafts);
    await server().deps.pool.query(
      `INSERT INTO drafts (workspace_id, mention_id, body, status, author, updated_at)
       SELECT workspace_id, mention_id, 'Yes', 'writing', $2, now() FROM mentions WHERE workspace_id = $1 AND mention_id <> 'x:1' LIMIT $3`,
      [ann.workspaceId, ann.memberId, mostOf.drafts],
    );
    const write = async (who: TestDevice) => {
      const { claim } = await who.run("claim.take", ref);
      const held = { ...ref, fence: claim?.fence ?? 0 };
      return who.run("draft.save", { ...held, text: "Yes" }).finally(() => who.run("claim.release", held));
    };
    await expect(write(ann)).rejects.toMatchObject(full);
    expect(await write(ben)).toMatchObject({ draft: { text: "Yes" } });
    await everything(ann);
  });
});

it("what one member taught leaves room for what the others did", async () => {
  const columns = "precedents (workspace_id, precedent_id, member_id, lang, kind, asked, verdict, answer, at, revision)";
  await fill(50, columns, "$1, 'x:b' || n, $3, 'en', 'question', 'tablet', 'accepted', 'Yes', now(), n", ben.memberId);
  await fill(keptPrecedents, columns, "$1, 'x:a' || n, $3, 'en', 'question', 'tablet', 'accepted', 'Yes', now(), 100 + n", ann.memberId);
  await purgeWorkspace(server().deps, ann.workspaceId);
  const { rows } = await server().deps.pool.query(
    "SELECT member_id, count(*)::integer AS n FROM precedents WHERE workspace_id = $1 GROUP BY 1",
    [ann.workspaceId],
  );
  expect(new Map(rows.map(({ member_id, n }) => [member_id, n]))).toEqual(
    new Map([
      [ann.memberId, keptPrecedentsOfMember],
      [ben.memberId, 50],
    ]),
  );
  expect((await sam.sync([])).changes.length).toBeGreaterThan(0);
});

it("of two that come by different servers at the same moment, one takes the last place", async () => {
  const other = createApp(createDeps(server().deps));
  const columns = "keyword_lists (workspace_id, list_id, name, version, entries, updated_at, revision)";
  await fill(mostOf.lists - 1, columns, "$1, 'l' || n, 'L', 1, '[]', now(), 1");
  for (let round = 0; round < 8; round++) {
    const push = async (app: typeof other, listId: string) => {
      const operations = [{ id: randomUUID(), name: "keywords.push", args: { listId, name: "Ours", baseVersion: 0, entries: [] } }];
      const body = JSON.stringify({ protocol: protocolVersion, since: null, operations });
      const headers = { "content-type": "application/json", authorization: `Bearer ${ada.token}` };
      const { results } = (await (await app.request("/v1/sync", { method: "POST", headers, body })).json()) as SyncResponse;
      return results[0]?.ok ? "ok" : results[0]?.error.code;
    };
    expect((await Promise.all([push(server().app, "one"), push(other, "two")])).sort()).toEqual(["full", "ok"]);
    await server().deps.pool.query("DELETE FROM keyword_lists WHERE workspace_id = $1 AND list_id = ANY ('{one,two}')", [ada.workspaceId]);
  }
});
