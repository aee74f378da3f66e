import { beforeEach, describe, expect, it } from "vitest";
import { noReplyPolicy } from "../../lib/schema/workspace.ts";
import { everything, sighting, type TestDevice, team, useServer } from "./support.ts";

const server = useServer();
let ann: TestDevice;
let ben: TestDevice;
let admin: TestDevice;

beforeEach(async () => {
  [ann, ben] = await team(server());
  admin = await server().join(ann.workspaceId, "admin");
});

const item = { id: "pairing", lang: "en", title: "Pairing", topics: ["bluetooth"], answer: "Hold it, {author}.", link: null };

async function seen(device: TestDevice) {
  const { changes } = await everything(device);
  return {
    items: changes.flatMap((change) => (change.kind === "knowledge" ? change.value : [])),
    precedents: changes.flatMap((change) => (change.kind === "precedent" ? change.value : [])),
    workspace: changes.find((change) => change.kind === "workspace")?.value,
  };
}

/** Reports a post and answers it; gives the mention. */
async function answer(device: TestDevice, postId: string, text: string, from?: { source: string; edited: boolean }) {
  await device.run("mention.report", sighting(postId));
  const mentionId = `x:${postId}`;
  const { claim } = await device.run("claim.take", { mentionId });
  const args = { mentionId, fence: claim?.fence ?? 0, text, url: null, proof: "confirmed" as const };
  return device.run("reply.posted", from ? { ...args, from } : args);
}

describe("knowledge", () => {
  it("of an admin reaches every device, changed and removed too", async () => {
    expect(await admin.run("knowledge.save", { items: [item, { ...item, id: "thanks", kinds: ["praise"] }] })).toEqual({ saved: 2 });
    expect((await seen(ann)).items).toMatchObject([
      { id: "pairing", kinds: [] },
      { id: "thanks", kinds: ["praise"], removed: false },
    ]);
    await admin.run("knowledge.save", { items: [{ ...item, title: "Pair again" }] });
    await admin.run("knowledge.remove", { itemId: "thanks" });
    expect((await seen(ann)).items).toMatchObject([
      { id: "pairing", title: "Pair again" },
      { id: "thanks", removed: true },
    ]);
  });

  it("has a last day where one is said, which goes when it is taken away and stays where a device says nothing of it", async () => {
    const until = async (validUntil: string | null | undefined) => {
      await admin.run("knowledge.save", { items: [{ ...item, ...(validUntil !== undefined && { validUntil }) }] });
      return (await seen(ann)).items[0]?.validUntil;
    };
    expect([await until("2026-05-01"), await until(null), await until("2026-05-02"), await until(undefined)]).toEqual([
      "2026-05-01",
      null,
      "2026-05-02",
      "2026-05-02",
    ]);
    await expect(until("2026-02-30")).rejects.toMatchObject({ code: "malformed" });
  });

  it("is not for others to change", async () => {
    await expect(ann.run("knowledge.save", { items: [item] })).rejects.toMatchObject({ code: "forbidden" });
    await expect(ann.run("knowledge.remove", { itemId: "pairing" })).rejects.toMatchObject({ code: "forbidden" });
    await expect(ann.run("answering.set", { answering: noReplyPolicy })).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("what a post was answered with", () => {
  it("is kept without the author's name and the disclosure, and reaches the other devices", async () => {
    await answer(ann, "1", "Hi Some, hold the button.\nI'm an Acme customer", { source: "pairing", edited: true });
    expect((await seen(ben)).precedents).toMatchObject([
      { id: "x:1", lang: "en", source: "pairing", verdict: "edited", answer: "Hi {author}, hold the button." },
    ]);
    const [{ asked } = { asked: "" }] = (await seen(ben)).precedents;
    expect(asked.split(" ")).toContain("tablet");
  });

  it("keeps the proof of the disclosure with the reply", async () => {
    const disclosureOf = async (postId: string) =>
      (
        await server().deps.pool.query("SELECT disclosure FROM replies WHERE workspace_id = $1 AND mention_id = $2", [
          ann.workspaceId,
          `x:${postId}`,
        ])
      ).rows[0].disclosure;
    await answer(ann, "1", "Hello.\nI'm an Acme customer");
    await answer(ann, "2", "Hello.");
    expect(await disclosureOf("1")).toBe("I'm an Acme customer");
    expect(await disclosureOf("2")).toBeNull();
  });

  it("is not told twice when the reply is seen after it was confirmed", async () => {
    const { revision } = await answer(ann, "1", "Hello there");
    await ann.run("reply.posted", { mentionId: "x:1", fence: 1, text: "Hello there", url: "https://x.com/a/status/2", proof: "seen" });
    const { precedents } = await seen(ben);
    expect(precedents).toHaveLength(1);
    expect(revision).toBeGreaterThan(0);
  });

  it("and a rejected suggestion, which does not stand in the way of the answer", async () => {
    await ann.run("mention.report", sighting("1"));
    expect(await ann.run("suggestion.reject", { mentionId: "x:1", source: "pairing" })).toBeNull();
    await answer(ann, "1", "Hello there");
    expect((await seen(ben)).precedents).toMatchObject([
      { id: "x:1 pairing", source: "pairing", verdict: "rejected", answer: null },
      { id: "x:1", source: null, verdict: "accepted" },
    ]);
  });
});

it("the rules for replies are the workspace's, on every device", async () => {
  const answering = { ...noReplyPolicy, bannedWords: ["cheap"], disclosures: { nb: "Jeg er Acme-kunde" }, machineDrafts: true };
  expect(await admin.run("answering.set", { answering })).toMatchObject({ answering: { bannedWords: ["cheap"], machineDrafts: false } });
  expect((await seen(ann)).workspace?.answering).toEqual({ ...answering, machineDrafts: false });
});
