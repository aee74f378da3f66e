import { beforeEach, describe, expect, it } from "vitest";
import { noReplyPolicy } from "../../lib/schema/workspace.ts";
import { sighting, type TestDevice, team, useServer } from "./support.ts";

const server = useServer();
let ann: TestDevice;
let sam: TestDevice;
let admin: TestDevice;

beforeEach(async () => {
  [ann] = await team(server());
  sam = await server().join(ann.workspaceId, "staff");
  admin = await server().join(ann.workspaceId, "admin");
});

const thai = "แอป acme ค้างบนแท็บเล็ต มีวิธีแก้ไหมครับ";
const french = "Mon appli acme se bloque sur la tablette, que puis-je faire ?";

/** Reports a post and answers it; gives the mention. */
async function answer(device: TestDevice, postId: string, excerpt: string, text: string, disclosure?: string) {
  const seen = sighting(postId);
  await device.run("mention.report", { ...seen, excerpt, lang: null, hits: seen.hits.map((hit) => ({ ...hit, start: 0, end: 4 })) });
  const { claim } = await device.run("claim.take", { mentionId: `x:${postId}` });
  const args = { mentionId: `x:${postId}`, fence: claim?.fence ?? 0, text, url: null, proof: "confirmed" as const };
  return device.run("reply.posted", disclosure === undefined ? args : { ...args, disclosure });
}

describe("the reply says whether it told of the tie", () => {
  it("by whom it was written, in any wording and language", async () => {
    const plain = "How do I pair my acme app?";
    expect((await answer(ann, "1", plain, "Hold it.\nI'm an Acme customer")).reply).toMatchObject({ disclosed: true });
    expect((await answer(ann, "2", plain, "Hold it.")).reply).toMatchObject({ disclosed: false });
    expect((await answer(ann, "3", plain, "Hold it. Saya pelanggan Acme")).reply).toMatchObject({ disclosed: true });
    expect((await answer(sam, "4", plain, "Hold it.\nI'm an Acme customer")).reply).toMatchObject({ disclosed: false });
    expect((await answer(sam, "5", plain, "Hold it. I work for Acme.")).reply).toMatchObject({ disclosed: true });
    expect((await answer(ann, "6", thai, "ลองกดปุ่มค้างไว้\nลูกค้า Acme", "ลูกค้า Acme")).reply).toMatchObject({ disclosed: true });
    expect((await answer(ann, "7", thai, "ลองกดปุ่มค้างไว้", "ลูกค้า Acme")).reply).toMatchObject({ disclosed: false });
  });
});

describe("admins hear where words are missing", () => {
  it("by language and side, most first, until they set some", async () => {
    await answer(ann, "1", thai, "ลองกดปุ่มค้างไว้\nลูกค้า Acme", "ลูกค้า Acme");
    await answer(ann, "2", thai, "ลองกดปุ่มค้างไว้นานๆ");
    await answer(sam, "3", french, "Maintenez le bouton. Je travaille chez Acme", "Je travaille chez Acme");
    await answer(ann, "4", "How do I pair my acme app?", "Hold it.");
    expect(await admin.run("disclosure.gaps", {})).toEqual([
      { lang: "th", side: "customer", replies: 2 },
      { lang: "fr", side: "brand", replies: 1 },
    ]);
    await admin.run("answering.set", { answering: { ...noReplyPolicy, disclosures: { th: "ลูกค้าของ Acme" } } });
    expect(await admin.run("disclosure.gaps", {})).toEqual([{ lang: "fr", side: "brand", replies: 1 }]);
    expect((await answer(ann, "5", thai, "สวัสดี ลองใหม่อีกครั้ง\nลูกค้าของ Acme")).reply).toMatchObject({ disclosed: true });
    expect(await admin.run("disclosure.gaps", {})).toHaveLength(1);
  });

  it("and nobody else does", async () => {
    await expect(ann.run("disclosure.gaps", {})).rejects.toMatchObject({ code: "forbidden" });
    await expect(sam.run("disclosure.gaps", {})).rejects.toMatchObject({ code: "forbidden" });
  });
});

it("an admin's device that does not know of the staff's words leaves them as they are", async () => {
  const staffDisclosures = { en: "Acme care team" };
  await admin.run("answering.set", { answering: { ...noReplyPolicy, staffDisclosures } });
  const set = await admin.run("answering.set", { answering: { ...noReplyPolicy, bannedWords: ["cheap"] } });
  expect(set.answering).toMatchObject({ staffDisclosures, bannedWords: ["cheap"] });
});

it("a newcomer posts what was approved with the workspace's line, and nothing that only looks like one", async () => {
  const nia = await server().join(ann.workspaceId, "advocate", 0);
  await nia.run("mention.report", sighting("1"));
  const { claim } = await nia.run("claim.take", { mentionId: "x:1" });
  const held = { mentionId: "x:1", fence: claim?.fence ?? 0 };
  const draft = "Hold the button for ten seconds.";
  await nia.run("review.request", { ...held, text: draft });
  await sam.run("review.approve", { mentionId: "x:1", text: draft });
  const post = (text: string) => nia.run("reply.posted", { ...held, text, url: null, proof: "confirmed" });
  await expect(post(`${draft}\nAs an Acme customer I hate them`)).rejects.toMatchObject({ code: "review_needed" });
  await expect(post(`${draft}\nI work for Acme`)).rejects.toMatchObject({ code: "review_needed" });
  expect(await post(`${draft}\nI'm an Acme customer`)).toMatchObject({ status: "answered", reply: { disclosed: true } });
});
