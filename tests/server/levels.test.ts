import { beforeEach, describe, expect, it } from "vitest";
import { evidenceDays, graceDays } from "../../lib/schema/levels.ts";
import { keptDays } from "../../lib/schema/limits.ts";
import { tendLevels } from "../../server/jobs/levels.ts";
import { purgeWorkspace } from "../../server/jobs/purge.ts";
import { weighRaters } from "../../server/jobs/raters.ts";
import { everything, sighting, type TestDevice, useServer } from "./support.ts";

const server = useServer();
const dayMs = 24 * 60 * 60_000;

let admin: TestDevice;
let nia: TestDevice;
let readers: readonly TestDevice[];
let posts = 0;

beforeEach(async () => {
  const workspace = await server().workspace();
  admin = await server().join(workspace, "admin");
  nia = await server().join(workspace, "advocate", 0);
  readers = [await server().join(workspace, "advocate", 1), await server().join(workspace, "advocate", 2)];
});

const tend = () => tendLevels(server().deps, nia.workspaceId);
const later = async (days: number) => {
  server().clock.advance(days * dayMs);
  await tend();
};

/** A draft of the newcomer's, on a post of its own. */
async function sent(by = nia) {
  const mentionId = `x:${++posts}`;
  await readers[0]?.run("mention.report", sighting(String(posts)));
  const { claim } = await by.run("claim.take", { mentionId });
  const text = "Hold the button for ten seconds.";
  await by.run("review.request", { mentionId, fence: claim?.fence ?? 0, text });
  return { mentionId, text, release: () => by.run("claim.release", { mentionId, fence: claim?.fence ?? 0 }) };
}

async function approved() {
  const draft = await sent();
  for (const reader of readers) await reader.run("review.approve", draft);
  await draft.release();
  return draft;
}

async function sentBack() {
  const draft = await sent();
  await readers[0]?.run("review.reject", { ...draft, reason: "wrong" });
  await draft.release();
}

const stands = () => nia.run("member.own_level", {});

describe("a newcomer", () => {
  it("rises a day after two answers that two others found good, and their devices and the log hear of it", async () => {
    await approved();
    await approved();
    await tend();
    expect(await stands()).toEqual({
      level: 0,
      isGiven: false,
      evidence: { rated: 2, good: 2, raters: 2, days: 0 },
      fallsAt: null,
      rater: null,
    });
    const { cursor } = await everything(nia);
    await later(1);
    expect(await stands()).toMatchObject({ level: 1, evidence: { days: 1 } });
    expect((await nia.sync([], cursor)).changes).toMatchObject([{ kind: "member", value: { id: nia.memberId, level: 1 } }]);
    const { rows } = await server().deps.pool.query("SELECT action, detail FROM audit_log WHERE workspace_id = $1 AND subject = $2", [
      nia.workspaceId,
      nia.memberId,
    ]);
    expect(rows).toEqual([{ action: "rule.level_rose", detail: { from: 0, level: 1 } }]);
  });

  it("does not rise by words of another newcomer, of their own, or of one person alone", async () => {
    const draft = await sent();
    await readers[0]?.run("review.approve", draft);
    await draft.release();
    const second = await sent();
    await readers[0]?.run("review.approve", second);
    await later(2);
    expect(await stands()).toMatchObject({ level: 0, evidence: { raters: 1 } });
  });

  it("rises by the last word of a reader who first sent the draft back, which counts as good with changes", async () => {
    const draft = await sent();
    await readers[0]?.run("review.reject", { ...draft, reason: "unclear" });
    const { claim } = await nia.run("mention.get", { mentionId: draft.mentionId });
    const better = { mentionId: draft.mentionId, text: "Hold it for ten seconds, then let go." };
    await nia.run("review.request", { ...better, fence: claim?.fence ?? 0 });
    server().clock.advance(1_000);
    for (const reader of readers) await reader.run("review.approve", better);
    await nia.run("claim.release", { mentionId: draft.mentionId, fence: claim?.fence ?? 0 });
    await approved();
    await later(1);
    expect(await stands()).toMatchObject({ level: 0, evidence: { rated: 2, good: 1.75 } });
    await approved();
    await tend();
    expect(await stands()).toMatchObject({ level: 1, evidence: { rated: 3, good: 2.75 } });
  });
});

describe("a level that was earned", () => {
  const rise = async () => {
    await approved();
    await approved();
    await later(1);
  };
  const badly = (count: number) =>
    server().deps.pool.query(
      `INSERT INTO ratings (workspace_id, author, item, rater, value, at)
       SELECT $1, $2, sha256(convert_to(n::text, 'UTF8')), $3, 0, $4 FROM generate_series(1, $5::integer) AS n`,
      [nia.workspaceId, nia.memberId, admin.memberId, server().clock.now(), count],
    );

  it("outlives the posts, without a word or an address of theirs, and goes when the ratings are too old", async () => {
    await rise();
    await later(keptDays.unanswered);
    await purgeWorkspace(server().deps, nia.workspaceId);
    await tend();
    expect(await stands()).toMatchObject({ level: 1, evidence: { rated: 2, good: 2, raters: 2 } });
    const { rows } = await server().deps.pool.query("SELECT * FROM ratings WHERE workspace_id = $1", [nia.workspaceId]);
    expect(rows).toHaveLength(4);
    expect(JSON.stringify(rows)).not.toContain("x:");
    await later(evidenceDays - keptDays.unanswered);
    await purgeWorkspace(server().deps, nia.workspaceId);
    await tend();
    // Nobody said anything against them: silence takes nobody back to newcomers.
    expect(await stands()).toEqual({ level: 1, isGiven: false, evidence: null, fallsAt: null, rater: null });
  });

  it("falls after two weeks' notice when what follows is not good", async () => {
    await rise();
    await badly(6);
    await tend();
    const { fallsAt } = await stands();
    expect(fallsAt).toBe(new Date(server().clock.now().getTime() + graceDays * dayMs).toISOString());
    await later(graceDays - 1);
    expect(await stands()).toMatchObject({ level: 1, fallsAt });
    await later(1);
    expect(await stands()).toMatchObject({ level: 0, fallsAt: null });
    const { rows } = await server().deps.pool.query("SELECT action FROM audit_log WHERE workspace_id = $1 AND subject = $2 ORDER BY at", [
      nia.workspaceId,
      nia.memberId,
    ]);
    expect(rows.map(({ action }) => action)).toEqual(["rule.level_rose", "rule.level_falters", "rule.level_fell"]);
  });

  it("stays where an admin set it, and follows the evidence again when they say so", async () => {
    await admin.run("member.set_level", { memberId: nia.memberId, level: 2, reason: "Runs our forum." });
    await badly(20);
    await later(graceDays + 1);
    expect(await stands()).toMatchObject({ level: 2, isGiven: true, fallsAt: null });
    const row = await admin.run("member.set_level", { memberId: nia.memberId, level: 2, reason: null });
    expect(row).toMatchObject({ level: 2, levelReason: null });
    await tend();
    expect(await stands()).toMatchObject({ level: 2, isGiven: false, fallsAt: expect.any(String) });
    const { members } = await admin.run("people.list", { search: "", role: null, standing: null, order: "name", from: 0 });
    expect(members.find(({ id }) => id === nia.memberId)).toMatchObject({ evidence: { rated: 20, good: 0, raters: 1 } });
  });

  it("is nobody's of staff: their answers are not read first", async () => {
    expect(await admin.run("member.own_level", {})).toMatchObject({ isGiven: true });
  });

  it("raises no revision while nothing changes", async () => {
    await sentBack();
    await tend();
    const { cursor } = await everything(admin);
    await tend();
    expect((await admin.sync([], cursor)).changes).toEqual([]);
  });
});

describe("how much a rater's word weighs", () => {
  /** What some said of answers, `values` by rater. */
  const words = async (author: TestDevice, values: ReadonlyMap<TestDevice, readonly number[]>) => {
    for (const [rater, said] of values)
      await server().deps.pool.query(
        `INSERT INTO ratings (workspace_id, author, item, rater, value, at)
         SELECT $1, $2, sha256(convert_to($2 || n::text, 'UTF8')), $3, said, $4 FROM unnest($5::real[]) WITH ORDINALITY AS given (said, n)`,
        [author.workspaceId, author.memberId, rater.memberId, server().clock.now(), said],
      );
  };
  const weigh = () => weighRaters(server().deps, nia.workspaceId);

  it("follows what others found of the same answers, is told to them, and moves the evidence", async () => {
    const [ben, cid] = readers as [TestDevice, TestDevice];
    const good = Array.from({ length: 12 }, (_, n) => (n % 4 === 3 ? 0 : 1));
    const contrary = good.map((value) => 1 - value);
    const others = await Promise.all([1, 2, 3].map((level) => server().join(nia.workspaceId, "advocate", level)));
    await words(nia, new Map([...[admin, ben, ...others].map((each) => [each, good] as const), [cid, contrary]]));
    await weigh();
    expect((await ben.run("member.own_level", {})).rater).toMatchObject({ weight: 1, compared: 12, agreed: 12 });
    const own = (await cid.run("member.own_level", {})).rater;
    expect(own?.weight).toBeLessThan(0.5);
    expect(own?.agreed).toBeLessThan(4);
    await tend();
    const { evidence } = await stands();
    expect((evidence?.good ?? 0) / (evidence?.rated ?? 1)).toBeGreaterThan(0.7);
    // What they said of answers lapses, and with it what was found of them.
    server().clock.advance((evidenceDays + 1) * dayMs);
    await weigh();
    expect((await cid.run("member.own_level", {})).rater).toBeNull();
  });
});

describe("looking at the levels", () => {
  it("waits for nobody while nothing changes", async () => {
    await approved();
    await tend();
    const client = await server().deps.pool.connect();
    try {
      await client.query("BEGIN");
      await client.query("SELECT 1 FROM members WHERE workspace_id = $1 FOR UPDATE", [nia.workspaceId]);
      const ended = await Promise.race([tend().then(() => "done"), new Promise((resolve) => setTimeout(resolve, 5_000, "waits"))]);
      expect(ended).toBe("done");
    } finally {
      await client.query("ROLLBACK");
      client.release();
    }
  });
});
