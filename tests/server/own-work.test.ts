import { beforeEach, describe, expect, it } from "vitest";
import { keptDays } from "../../lib/schema/limits.ts";
import { type AnswerKind, answersPerPage, type OwnData } from "../../lib/schema/own-work.ts";
import type { LookWord } from "../../lib/schema/second-look.ts";
import { purgeWorkspace } from "../../server/jobs/purge.ts";
import { ownDataParts } from "../../server/store/own-data.ts";
import { askToLook, sighting, type TestDevice, useServer } from "./support.ts";

const server = useServer();
const dayMs = 24 * 60 * 60_000;
let [admin, staff, ann, ben] = [] as unknown as [TestDevice, TestDevice, TestDevice, TestDevice];
let posts = 0;

beforeEach(async () => {
  const workspace = await server().workspace();
  admin = await server().join(workspace, "admin");
  staff = await server().join(workspace, "staff");
  ann = await server().join(workspace, "advocate", 1);
  ben = await server().join(workspace, "advocate", 1);
  await admin.run("looks.set", { oneIn: [1, 1, 1], fromLevel: 1 });
});

/** An answer that stands on the site, some minutes after the one before. */
async function posted(by = ann, excerpt = "How does the acme app pair?") {
  server().clock.advance(4 * 60_000);
  const mentionId = `x:${++posts}`;
  await ben.run("mention.report", sighting(String(posts), { excerpt }));
  const { claim } = await by.run("claim.take", { mentionId });
  const text = "Hold the button for ten seconds.";
  const url = `https://x.com/ann/status/9${posts}`;
  await by.run("reply.posted", { mentionId, fence: claim?.fence ?? 0, text, url, proof: "seen" });
  return mentionId;
}

async function wrote(mentionId: string, excerpt: string) {
  server().clock.advance(60_000);
  await staff.run("mention.follow_up", { mentionId, postId: `${mentionId.slice(2)}0001`, excerpt, url: null, lang: "en" });
}

async function found(mentionId: string, word: LookWord) {
  await askToLook(server(), mentionId, ann, ben);
  await ben.run("second_look.say", { mentionId, ...word });
}

const list = (kind: AnswerKind | null = null, by = ann) => by.run("member.own_answers", { kind, after: null });
const ids = async (kind: AnswerKind | null = null) => (await list(kind)).answers.map(({ mentionId }) => mentionId);

describe("one's own answers", () => {
  it("are none for who answered nothing, and never somebody else's", async () => {
    await posted(ben);
    expect(await list()).toEqual({ answers: [], isMore: false });
  });

  it("stand with the beginning of the post, the proof and the time, newest first", async () => {
    const words = `${"<b>שלום</b> 👩‍👩‍👧‍👧 ".repeat(8)}acme`;
    const first = await posted();
    const second = await posted(ann, words);
    const { answers } = await list();
    expect(answers.map(({ mentionId }) => mentionId)).toEqual([second, first]);
    expect([...(answers[0]?.post.words ?? "")]).toEqual([...words].slice(0, 60));
    expect(answers[1]).toMatchObject({
      ...{ site: "x", proof: "seen", text: "Hold the button for ten seconds.", at: expect.stringMatching(/^2026-/) },
      ...{ isTakenBack: false, isPostGone: false, mood: null, found: null, url: expect.stringContaining("/ann/") },
    });
  });

  it("say what became of each, and can be kept to that", async () => {
    const [thanked, unhappy, helpful, wrong, mended] = [await posted(), await posted(), await posted(), await posted(), await posted()];
    const gone = await posted();
    await wrote(thanked, "Thank you so much, that worked!");
    await wrote(unhappy, "It is still broken and I am angry");
    await found(helpful, { verdict: "helpful" });
    for (const mentionId of [wrong, mended]) await found(mentionId, { verdict: "wrong", reason: "untrue" });
    await ann.run("second_look.end", { mentionId: mended, ending: "corrected", url: null });
    await server().deps.pool.query("UPDATE mentions SET status = 'gone' WHERE workspace_id = $1 AND mention_id = $2", [
      ann.workspaceId,
      gone,
    ]);
    expect(await ids()).toEqual([gone, mended, wrong, helpful, unhappy, thanked]);
    expect(await ids("thanked")).toEqual([thanked]);
    expect(await ids("unhappy")).toEqual([unhappy]);
    expect(await ids("found")).toEqual([mended, wrong, helpful]);
    expect(await ids("wrong")).toEqual([mended, wrong]);
    expect(await ids("withdrawn")).toEqual([gone]);
    const row = (await list("wrong")).answers;
    expect(row.map(({ found }) => found?.ending)).toEqual(["corrected", null]);
    expect(JSON.stringify(row)).not.toContain(ben.memberId);
  });

  it("that were taken back stand with the author, and say so", async () => {
    const mentionId = await posted();
    await staff.run("member.take_back", { memberId: ann.memberId, hours: 1 });
    expect(await list("withdrawn")).toMatchObject({ answers: [{ mentionId, isTakenBack: true }] });
  });

  it("come in pages that miss and repeat nothing, also when the last shown is purged meanwhile", async () => {
    const ours: string[] = [];
    for (let at = 0; at < answersPerPage + 2; at++) ours.unshift(await posted());
    const first = await list();
    expect(first).toMatchObject({ isMore: true });
    expect(first.answers).toHaveLength(answersPerPage);
    const last = first.answers.at(-1);
    if (!last) throw new Error("no answers");
    for (const table of ["replies", "mentions"])
      await server().deps.pool.query(`DELETE FROM ${table} WHERE workspace_id = $1 AND mention_id = $2`, [ann.workspaceId, last.mentionId]);
    const rest = await ann.run("member.own_answers", { kind: null, after: { at: last.at, mentionId: last.mentionId } });
    expect(rest.isMore).toBe(false);
    expect([...first.answers, ...rest.answers].map(({ mentionId }) => mentionId)).toEqual(ours);
  });

  it("go with their posts", async () => {
    await posted();
    server().clock.advance((keptDays.closed + 1) * dayMs);
    await purgeWorkspace(server().deps, ann.workspaceId);
    expect(await list()).toEqual({ answers: [], isMore: false });
  });

  it("are not for who answers nothing", async () => {
    const analyst = await server().join(ann.workspaceId, "analyst");
    await expect(list(null, analyst)).rejects.toMatchObject({ code: "forbidden" });
  });
});

/** A newcomer's draft that waits for readers. */
async function draft(by: TestDevice) {
  const mentionId = `x:${++posts}`;
  await ben.run("mention.report", sighting(String(posts)));
  const { claim } = await by.run("claim.take", { mentionId });
  const held = { mentionId, fence: claim?.fence ?? 0 };
  const text = "Hold it for ten seconds.";
  await by.run("review.request", { ...held, text });
  return { held, text, read: { mentionId, text } };
}
const reviews = async () => (await ann.run("member.own_reviews", { after: null })).reviews.map(({ verdict, became }) => [verdict, became]);

describe("what one read of others", () => {
  it("says what became of each draft, the last word of one's own on it, and of each answer looked at again", async () => {
    const [one, two] = [await server().join(ann.workspaceId, "advocate", 0), await server().join(ann.workspaceId, "advocate", 0)];
    const sentBack = await draft(one);
    await ann.run("review.reject", { ...sentBack.read, reason: "tone" });
    expect(await reviews()).toEqual([["rejected", "rejected"]]);
    const good = await draft(two);
    server().clock.advance(60_000);
    await ann.run("review.approve", good.read);
    expect(await reviews()).toEqual([
      ["approved", "in_review"],
      ["rejected", "rejected"],
    ]);
    await staff.run("review.approve", good.read);
    await two.run("reply.posted", { ...good.held, text: good.text, url: null, proof: "confirmed" });
    await wrote(good.held.mentionId, "Thank you so much, that worked!");
    const looked = await posted(ben);
    await askToLook(server(), looked, ben, ann);
    await ann.run("second_look.say", { mentionId: looked, verdict: "wrong", reason: "untrue" });
    await staff.run("second_look.end", { mentionId: looked, ending: "right", url: null });
    expect(await reviews()).toEqual([
      ["wrong", "right"],
      ["approved", "thanked"],
      ["rejected", "rejected"],
    ]);
  });

  it("tells nothing of what staff write once a post is theirs", async () => {
    const one = await server().join(ann.workspaceId, "advocate", 0);
    const { read } = await draft(one);
    await ann.run("review.reject", { ...read, reason: "tone" });
    await staff.run("mention.route", { mentionId: read.mentionId, route: "first_line", note: "" });
    expect(await reviews()).toEqual([["rejected", "with_staff"]]);
  });
});

describe("this week against the last", () => {
  it("begins on Monday in the workspace's zone, and counts what is told of answers, thanks, words and points", async () => {
    const none = { week: 0, last: 0 };
    expect(await ann.run("member.own_weeks", {})).toEqual({ answers: none, thanked: none, reviews: none, looks: none, points: none });
    const mentionId = await posted();
    await wrote(mentionId, "Thank you so much, that worked!");
    expect(await ann.run("member.own_weeks", {})).toMatchObject({ answers: { week: 1, last: 0 }, thanked: { week: 1, last: 0 } });
    server().clock.advance(7 * dayMs);
    expect(await ann.run("member.own_weeks", {})).toMatchObject({ answers: { week: 0, last: 1 }, thanked: { week: 0, last: 1 } });
    server().clock.advance(7 * dayMs);
    expect((await ann.run("member.own_weeks", {})).answers).toEqual(none);
  });
});

/** All of a member's data, as the page reads it. */
async function dataOf(who: TestDevice) {
  const file: Record<string, unknown[]> = {};
  for (let from: { part: string; from: number } | null = null; ; ) {
    const { part, rows, next }: OwnData = await who.run("member.own_data", { from });
    file[part] = [...(file[part] ?? []), ...rows.map((row): unknown => JSON.parse(row))];
    if (next === null) return file;
    from = next;
  }
}

describe("one's data", () => {
  it("is all that is theirs, and nothing of who found what of it or of anybody else", async () => {
    const mentionId = await posted();
    await found(mentionId, { verdict: "wrong", reason: "untrue" });
    await posted(ben, "sesame");
    const file = await dataOf(ann);
    expect(Object.keys(file)).toEqual(ownDataParts.map(({ part }) => part));
    expect(file.member).toMatchObject([{ member_id: ann.memberId }]);
    expect(file.answers).toMatchObject([{ mention_id: mentionId, body: "Hold the button for ten seconds." }]);
    expect(file.second_looks_at_them).toMatchObject([{ verdict: "wrong" }]);
    for (const secret of [ben.memberId, "sesame", "token_hash"]) expect(JSON.stringify(file)).not.toContain(secret);
  });

  it("of many rows comes in parts that miss and repeat nothing; a part that there is not is refused", async () => {
    await server().deps.pool.query(
      `INSERT INTO replies (workspace_id, mention_id, body, proof, author, at)
       SELECT $1, 'x:9' || n, 'Mine', 'seen', $2, $3::timestamptz + n * interval '1 second' FROM generate_series(1, 250) n`,
      [ann.workspaceId, ann.memberId, new Date()],
    );
    const rows = (await dataOf(ann)).answers as { mention_id: string }[];
    expect(new Set(rows.map(({ mention_id }) => mention_id)).size).toBe(250);
    expect(rows).toHaveLength(250);
    await expect(ann.run("member.own_data", { from: { part: "others", from: 0 } })).rejects.toMatchObject({ code: "not_found" });
  });

  it("is also for who answers nothing", async () => {
    const analyst = await server().join(ann.workspaceId, "analyst");
    expect((await dataOf(analyst)).member).toMatchObject([{ member_id: analyst.memberId }]);
  });

  it("leaves out no table that names a member, unless it says here why", async () => {
    const { rows } = await server().deps.pool.query<{ name: string }>(
      `SELECT DISTINCT table_name AS name FROM information_schema.columns
       WHERE table_schema = current_schema() AND column_name IN ('member_id', 'author', 'reviewer', 'looker', 'rater', 'heard_by', 'created_by', 'holder')`,
    );
    const leftOut: Record<string, string> = {
      mentions: "posts of strangers, which the community shares; what one did with them is in the log",
      presence: "gone after two minutes",
      invitations: "of whom one invited, whose they are",
      data_requests: "of authors of posts, who are nobody here",
    };
    const given = ownDataParts.flatMap(({ rows: { text } }) => / FROM (\w+) t/.exec(text)?.[1] ?? []);
    expect(rows.map(({ name }) => name).filter((name) => !given.includes(name) && !(name in leftOut))).toEqual([]);
  });
});
