import { beforeEach, describe, expect, it } from "vitest";
import { type LevelRules, usualLevelRules } from "../../lib/schema/level-rules.ts";
import { everything, sighting, type TestDevice, useServer } from "./support.ts";

const server = useServer();
let [admin, ann, ben] = [] as unknown as [TestDevice, TestDevice, TestDevice];
let posts = 0;

beforeEach(async () => {
  const workspace = await server().workspace();
  admin = await server().join(workspace, "admin");
  ann = await server().join(workspace, "advocate", 1);
  ben = await server().join(workspace, "advocate", 1);
});

const set = (change: Partial<LevelRules["from"]>, claims = usualLevelRules.claims) =>
  admin.run("levels.set", { claims, from: { ...usualLevelRules.from, ...change } });

async function reported(): Promise<{ readonly mentionId: string }> {
  const mentionId = `x:${++posts}`;
  await admin.run("mention.report", sighting(mentionId.slice(2)));
  return { mentionId };
}

async function held(by: TestDevice) {
  const ref = await reported();
  const { claim } = await by.run("claim.take", ref);
  return { ...ref, fence: claim?.fence ?? 0 };
}

describe("what an admin says that levels may", () => {
  it("comes to every device, and holds for whoever asks next", async () => {
    await set({}, [1, 2, 2, 2]);
    const { changes } = await everything(ann);
    expect(changes.flatMap((change) => (change.kind === "workspace" ? [change.value.levels?.claims] : []))).toEqual([[1, 2, 2, 2]]);
    await held(ann);
    await held(ann);
    await expect(held(ann)).rejects.toMatchObject({ code: "claim_limit" });
    await expect(ann.run("claim.next", { languages: [] })).rejects.toMatchObject({ code: "claim_limit" });
    await set({});
    await held(ann);
  });

  it("takes nothing from who holds more than they may from then on", async () => {
    const [one, two] = [await held(ann), await held(ann)];
    await set({}, [1, 1, 1, 1]);
    await ann.run("draft.save", { ...one, text: "Hold the button." });
    await ann.run("draft.save", { ...two, text: "Hold the other one." });
    await expect(held(ann)).rejects.toMatchObject({ code: "claim_limit" });
  });

  it("decides whose answers are read first, and who reads them", async () => {
    await set({ answerUnread: 2 });
    const ref = await held(ann);
    const text = "Hold the button for ten seconds.";
    const reply = { text: `${text}\nI'm an Acme customer`, url: "https://x.com/ann/status/91", proof: "seen" } as const;
    await expect(ann.run("reply.posted", { ...ref, ...reply })).rejects.toMatchObject({ code: "review_needed" });
    await ann.run("review.request", { ...ref, text });
    await set({ answerUnread: 2, review: 2 });
    const word = { mentionId: ref.mentionId, text };
    await expect(ben.run("review.approve", word)).rejects.toMatchObject({ code: "forbidden" });
    await set({ answerUnread: 2 });
    await ben.run("review.approve", word);
  });

  it("decides whose word about a post is done at once", async () => {
    await set({ decideAlone: 2 });
    const { mentionId } = await reported();
    expect((await ann.run("mention.dismiss", { mentionId, reason: "spam" })).status).toBe("open");
    expect((await ben.run("mention.dismiss", { mentionId, reason: "spam" })).status).toBe("dismissed");
  });

  it("decides who proposes answers for the record", async () => {
    const { mentionId, fence } = await held(ann);
    const reply = { text: "Hold the button.\nI'm an Acme customer", url: "https://x.com/ann/status/92", proof: "seen" } as const;
    await ann.run("reply.posted", { mentionId, fence, ...reply });
    const item = { lang: "en", title: "Pairing", answer: "Hold the button." };
    await expect(ann.run("knowledge.propose", { mentionId, item })).rejects.toMatchObject({ code: "forbidden" });
    await set({ propose: 1 });
    expect(await ann.run("knowledge.propose", { mentionId, item })).toEqual({ isKnown: false });
  });

  it("is said by who manages people alone, in numbers that make sense, and stands in the log", async () => {
    await expect(ann.run("levels.set", usualLevelRules)).rejects.toMatchObject({ code: "forbidden" });
    await expect(set({}, [5, 3, 3, 3])).rejects.toMatchObject({ code: "malformed" });
    await set({ review: 3 });
    const { rows } = await server().deps.pool.query(
      "SELECT action, subject, detail FROM audit_log WHERE workspace_id = $1 AND action = 'levels.set'",
      [ann.workspaceId],
    );
    expect(rows).toEqual([
      { action: "levels.set", subject: "levels", detail: { claims: "1 3 5 10", answerUnread: 1, review: 3, decideAlone: 1, propose: 2 } },
    ]);
  });
});
