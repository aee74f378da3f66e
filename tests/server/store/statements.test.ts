import { describe, expect, it } from "vitest";
import { defaultTriageSettings } from "../../../lib/schema/triage-defaults.ts";
import { noteDecisions } from "../../../server/audit/note.ts";
import { unheldStatus } from "../../../server/store/derived.ts";
import { itemsOf, languageModelOf, putModel, sealModelKey } from "../../../server/store/language-models.ts";
import { dropParts, forgetLists, lockList, pushedParts, putKnowledge, putList, putPart, removeList } from "../../../server/store/lists.ts";
import { everything, mentionJson } from "../../../server/store/mention-json.ts";
import { dropOperations, historyOf, probeOperations, storedOperations, storeOperations } from "../../../server/store/operations.ts";
import { completedBy, openOpinions, putOpinion, settleOpinions, withdrawOpinion } from "../../../server/store/opinions.ts";
import { transaction } from "../../../server/store/pool.ts";
import { dropAnswersOfEach, dropRejectionsOf, putPrecedents } from "../../../server/store/precedents.ts";
import { forgetPresence, presenceOf, putPresence, raiseForPresence, tellPresence } from "../../../server/store/presence.ts";
import { approvalsOf, commonStands, putReview, suggesterOf } from "../../../server/store/reviews.ts";
import { otherItems, otherLists } from "../../../server/store/room.ts";
import { all, first, one } from "../../../server/store/statement.ts";
import { beginRefit, putTriageSettings, triageState } from "../../../server/store/triage-settings.ts";
import { raiseCounterBy } from "../../../server/store/workspaces.ts";
import { readTriageSettings, triageModel } from "../../../server/triage.ts";
import { sighting, useServer } from "../support.ts";

const server = useServer();
const pool = () => server().deps.pool;
const at = new Date("2026-03-02T10:00:00.000Z");
const hour = (n: number) => new Date(at.getTime() + n * 3_600_000);

/** A workspace with three posts and its members' ids. */
async function withPost() {
  const workspaceId = await server().workspace();
  const [ann, nia, sam] = [
    await server().join(workspaceId, "advocate"),
    await server().join(workspaceId, "advocate", 0),
    await server().join(workspaceId, "staff"),
  ];
  for (const id of ["1", "2", "3"]) await ann.run("mention.report", sighting(id));
  return { workspaceId, ann: ann.memberId, nia: nia.memberId, sam: sam.memberId, device: ann.deviceId };
}

describe("keyword lists", () => {
  const list = { id: "l", name: "Ours", negative: false, entries: "[]", at };

  it("follow each other without a gap; a version that was passed is not written", async () => {
    const workspaceId = await server().workspace();
    const put = (version: number, name = "Ours") => all(pool(), putList, { ...list, workspaceId, name, version, revision: version + 1 });
    expect([await put(1), await put(2), await put(2, "Late"), await put(4, "Early")]).toEqual([[{ version: 1 }], [{ version: 2 }], [], []]);
    expect((await pool().query("SELECT name, version FROM keyword_lists WHERE workspace_id = $1", [workspaceId])).rows).toEqual([
      { name: "Ours", version: 2 },
    ]);
  });

  it("that were taken out stay for devices to hear of it, until that is forgotten; one more may be made meanwhile", async () => {
    const workspaceId = await server().workspace();
    await all(pool(), putList, { ...list, workspaceId, version: 1, revision: 2 });
    expect((await one(pool(), otherLists, workspaceId, [])).held).toBe(1);
    expect(await first(pool(), removeList, workspaceId, "l", at, 3)).toEqual({ name: "Ours", version: 2, negative: false });
    expect((await one(pool(), otherLists, workspaceId, [])).held).toBe(0);
    await all(pool(), forgetLists, workspaceId);
    expect(await first(pool(), lockList, workspaceId, "l")).toEqual({ version: 2, removed: true });
    await pool().query("UPDATE workspaces SET lowest = 3 WHERE workspace_id = $1", [workspaceId]);
    await all(pool(), forgetLists, workspaceId);
    expect(await first(pool(), lockList, workspaceId, "l")).toBeNull();
  });

  it("come in parts, in their order, each as it was sent last; those of another push stay", async () => {
    const { workspaceId, device } = await withPost();
    const put = (pushId: string, part: number, text: string) =>
      all(pool(), putPart, { workspaceId, deviceId: device, pushId, part, entries: JSON.stringify([{ text }]), at });
    const [push, other] = [crypto.randomUUID(), crypto.randomUUID()];
    await put(push, 1, "b");
    await put(push, 0, "old");
    await put(push, 0, "a");
    await put(other, 0, "c");
    const texts = async (pushId: string) =>
      (await all(pool(), pushedParts, workspaceId, device, pushId)).flatMap(({ entries }) => entries.map(({ text }) => text));
    expect(await texts(push)).toEqual(["a", "b"]);
    await all(pool(), dropParts, workspaceId, device, push);
    expect([await texts(push), await texts(other)]).toEqual([[], ["c"]]);
  });
});

describe("knowledge and the language model", () => {
  it("of another workspace is not given, nor what was taken out", async () => {
    const [one_, other] = [await server().workspace(), await server().workspace()];
    const item = {
      id: "i",
      lang: "en",
      title: "t",
      topics: [],
      answer: "a",
      link: null,
      kinds: [],
      validUntil: null,
      keepsDay: false,
      owner: null,
      proposed: false,
      revision: 2,
    };
    await all(pool(), putKnowledge, { ...item, workspaceId: one_ });
    expect((await all(pool(), itemsOf, one_, ["i"])).map(({ item: { id } }) => id)).toEqual(["i"]);
    expect(await all(pool(), itemsOf, other, ["i"])).toEqual([]);
    expect((await one(pool(), otherItems, one_, ["i"])).held).toBe(0);
    await pool().query("UPDATE knowledge SET removed = true WHERE workspace_id = $1", [one_]);
    expect(await all(pool(), itemsOf, one_, ["i"])).toEqual([]);
  });

  it("has its key sealed anew only while it is the one that was read", async () => {
    const workspaceId = await server().workspace();
    const [before, entered, sealed] = [Buffer.from([1]), Buffer.from([2]), Buffer.from([3])];
    await all(pool(), putModel, workspaceId, "https://m.example", "m", entered, at);
    await all(pool(), sealModelKey, workspaceId, sealed, before);
    expect((await first(pool(), languageModelOf, workspaceId))?.sealed_key).toEqual(entered);
    await all(pool(), sealModelKey, workspaceId, sealed, entered);
    expect((await first(pool(), languageModelOf, workspaceId))?.sealed_key).toEqual(sealed);
  });
});

describe("what was answered", () => {
  const bodyHashes = [Buffer.from("a"), Buffer.from("b")];

  it("is kept once; of two that ask whether it took effect one learns that it did", async () => {
    const { workspaceId, ann, device } = await withPost();
    const keys = { workspaceId, devices: [device, device], operations: [crypto.randomUUID(), crypto.randomUUID()] };
    const [taken = "", free = ""] = keys.operations;
    await all(pool(), storeOperations, {
      workspaceId,
      devices: [device],
      operations: [taken],
      bodyHashes: bodyHashes.slice(0, 1),
      at,
      results: ['{"n":1}'],
    });
    const found = await all(pool(), storedOperations, { ...keys, members: [ann, ann], areStaff: [false, false] });
    expect(found).toEqual([{ device_id: device, operation_id: taken, body_hash: bodyHashes[0], is_gone: false, result: { n: 1 } }]);
    expect(await all(pool(), probeOperations, { ...keys, bodyHashes, at })).toEqual([{ device_id: device, operation_id: free }]);
    await all(pool(), dropOperations, { workspaceId, devices: [device], operations: [free] });
    expect(await all(pool(), probeOperations, { ...keys, bodyHashes, at })).toHaveLength(1);
    const again = { workspaceId, devices: [device], operations: [taken], bodyHashes: bodyHashes.slice(0, 1), at, results: ["1"] };
    await expect(all(pool(), storeOperations, again)).rejects.toMatchObject({ code: "23505" });
  });

  it("is told in a post's history by name, oldest first", async () => {
    const { workspaceId, sam } = await withPost();
    const line = (id: string, when: Date, member: string | null, action: string) =>
      transaction(pool(), (client) =>
        noteDecisions({ client, workspaceId, at: when }, [{ id, member, action, subject: "x:1", detail: { k: "v" } }]),
      );
    await line("b", hour(1), null, "rule.unclaimed");
    await line("a", at, sam, "mention.route");
    expect((await all(pool(), historyOf, workspaceId, "x:1")).map(({ entry }) => [entry.who, entry.action])).toEqual([
      ["A staff", "mention.route"],
      [null, "rule.unclaimed"],
    ]);
  });
});

describe("what newcomers propose", () => {
  it("counts until it is taken back or declined; declined it is not proposed again", async () => {
    const { workspaceId, nia, sam } = await withPost();
    const opinion = { workspaceId, mentionId: "x:1", memberId: nia, wish: "dismiss", value: "spam", note: null, at } as const;
    const settle = (from: "open" | "declined" | "taken", to: "open" | "declined" | "taken") =>
      all(pool(), settleOpinions, { workspaceId, mentionId: "x:1", wish: "dismiss", from, to, at, by: sam });
    const open = async () => (await all(pool(), openOpinions, workspaceId, "x:1", "dismiss")).map(({ member_id }) => member_id);
    expect([await first(pool(), putOpinion, opinion), await open()]).toEqual([{ wish: "dismiss" }, [nia]]);
    expect(await first(pool(), withdrawOpinion, workspaceId, "x:1", nia, "route")).toBeNull();
    await settle("open", "declined");
    expect([
      await open(),
      await first(pool(), putOpinion, opinion),
      await first(pool(), withdrawOpinion, workspaceId, "x:1", nia, "dismiss"),
    ]).toEqual([[], null, null]);
    await settle("declined", "open");
    expect((await pool().query("SELECT settled_at, settled_by FROM opinions WHERE workspace_id = $1", [workspaceId])).rows).toEqual([
      { settled_at: null, settled_by: null },
    ]);
    await settle("open", "taken");
    expect([
      (await one(pool(), completedBy, workspaceId, "x:1", sam)).yes,
      (await one(pool(), completedBy, workspaceId, "x:1", nia)).yes,
    ]).toEqual([true, false]);
  });
});

describe("who is at a post", () => {
  it("is told with one revision for all that came, and forgotten when the time is over", async () => {
    const { workspaceId, ann, nia } = await withPost();
    expect(await first(pool(), raiseForPresence, workspaceId)).toBeNull();
    await all(pool(), putPresence, workspaceId, "x:1", ann, "looking", hour(1));
    await all(pool(), putPresence, workspaceId, "x:1", nia, "writing", hour(2));
    const raised = await first(pool(), raiseForPresence, workspaceId);
    await all(pool(), tellPresence, workspaceId, raised?.revision ?? 0);
    expect(await first(pool(), raiseForPresence, workspaceId)).toBeNull();
    await all(pool(), forgetPresence, workspaceId, hour(1.5));
    expect([await first(pool(), presenceOf, workspaceId, "x:1", ann), await first(pool(), presenceOf, workspaceId, "x:1", nia)]).toEqual([
      null,
      { doing: "writing", until: hour(2) },
    ]);
  });
});

describe("reviews", () => {
  it("belong to the very text, and count for nobody's own", async () => {
    const { workspaceId, ann, nia, sam } = await withPost();
    const said = (reviewer: string, text: string, verdict: "approved" | "suggested", suggestion: string | null = null) =>
      all(pool(), putReview, { workspaceId, mentionId: "x:1", text, reviewer, author: ann, verdict, suggestion, at });
    await said(nia, "Hello", "approved");
    await said(sam, "Hello", "suggested", "Hi");
    await said(ann, "Hello", "approved");
    const approvals = (text: string) => all(pool(), approvalsOf, workspaceId, "x:1", text, ann);
    expect([await approvals("Hello"), await approvals("Hello!")]).toEqual([[{ id: nia, role: "advocate" }], []]);
    expect(await first(pool(), suggesterOf, workspaceId, "x:1", "Hello", "Hi")).toEqual({ reviewer: sam });
    await said(sam, "Hello", "approved");
    expect(await first(pool(), suggesterOf, workspaceId, "x:1", "Hello", "Hi")).toBeNull();
    expect((await approvals("Hello")).map(({ id }) => id).toSorted()).toEqual([nia, sam].toSorted());
  });

  it("tell what two members have in common, the author for the own draft, but for the post that is asked about", async () => {
    const { workspaceId, ann, nia, sam } = await withPost();
    const said = (mentionId: string, reviewer: string, verdict: "approved" | "rejected") =>
      all(pool(), putReview, { workspaceId, mentionId, text: "Hello", reviewer, author: ann, verdict, suggestion: null, at });
    await said("x:1", nia, "approved");
    await said("x:2", nia, "rejected");
    await said("x:3", nia, "approved");
    const common = await all(pool(), commonStands, workspaceId, "x:3", ann, [nia, sam]);
    expect(common).toEqual([{ id: nia, shared: 2, agreed: 1 }]);
  });
});

describe("precedents", () => {
  it("are kept so many of each member, the latest", async () => {
    const workspaceId = await server().workspace();
    const row = (precedent_id: string, member_id: string, verdict: string) => ({
      precedent_id,
      member_id,
      lang: "en",
      kind: "question",
      asked: "a",
      source: "s",
      verdict,
      answer: verdict === "rejected" ? null : "x",
    });
    const rows = ["1", "2", "3"].flatMap((n) => [row(`x:${n}`, "ann", "accepted"), row(`x:${n} s`, "ann", "rejected")]);
    await one(pool(), raiseCounterBy, workspaceId, 7);
    await all(pool(), putPrecedents, workspaceId, JSON.stringify([...rows, row("x:9", "ben", "edited")]), at, 7);
    await all(pool(), dropAnswersOfEach, workspaceId, 2);
    await all(pool(), dropRejectionsOf, workspaceId, 1, "ann");
    const left = await pool().query("SELECT precedent_id FROM precedents WHERE workspace_id = $1 ORDER BY revision", [workspaceId]);
    expect(left.rows.map(({ precedent_id }) => precedent_id)).toEqual(["x:2", "x:3", "x:3 s", "x:9"]);
  });
});

describe("a workspace's triage settings", () => {
  it("are the usual ones where none were set, or none that can be read", () => {
    expect([readTriageSettings(null), readTriageSettings({ version: "x" })]).toEqual([defaultTriageSettings, defaultTriageSettings]);
    expect(readTriageSettings({ ...defaultTriageSettings, version: 3 })).toMatchObject({ version: 3 });
  });

  it("are put over the version that was read, and refitted once a night", async () => {
    const workspaceId = await server().workspace();
    const put = (version: number, over: number) => first(pool(), putTriageSettings, workspaceId, JSON.stringify({ version }), over, 2);
    expect([await put(1, 0), await put(9, 0), await put(2, 1)]).toEqual([{ put: true }, null, { put: true }]);
    expect((await one(pool(), triageState, workspaceId)).settings).toEqual({ version: 2 });
    const begin = () => first(pool(), beginRefit, workspaceId, "2026-03-02", "{}", at);
    expect([await begin(), await begin()]).toEqual([{ begun: true }, null]);
  });

  it("are applied by the model that ships with the server", () => {
    expect(triageModel()).not.toBeNull();
    expect(triageModel()).toBe(triageModel());
  });
});

describe("a mention for the wire", () => {
  it("waits where its route says while nobody has it", async () => {
    const { rows } = await pool().query(
      `SELECT m.route, ${unheldStatus} AS status FROM (VALUES ('community'), ('first_line'), ('second_line')) AS m (route)`,
    );
    expect(rows).toEqual([
      { route: "community", status: "open" },
      { route: "first_line", status: "escalated" },
      { route: "second_line", status: "escalated" },
    ]);
  });

  it("shows a claim of staff, and whom it was given to, to staff alone", async () => {
    const { workspaceId, ann, sam } = await withPost();
    await pool().query(
      "UPDATE mentions SET status = 'claimed', route = 'first_line', holder = $2, assignee = $2, claim_expires_at = now(), claim_seen_at = now() WHERE workspace_id = $1",
      [workspaceId, sam],
    );
    const seenBy = async (isStaff: boolean, member: string) => {
      const json = mentionJson({ isStaff: "$2::boolean", member: "$3::text" });
      return (await pool().query(`SELECT ${json} AS mention FROM mentions m WHERE m.workspace_id = $1`, [workspaceId, isStaff, member]))
        .rows[0].mention;
    };
    expect(await seenBy(false, ann)).toMatchObject({ status: "escalated", claim: null, assignee: null });
    expect(await seenBy(true, sam)).toMatchObject({ status: "claimed", claim: { holder: { id: sam } }, assignee: { id: sam } });
    expect(mentionJson(everything)).not.toContain("$2");
  });
});
