import { beforeEach, describe, expect, it } from "vitest";
import { angry, mentionsOf, sighting, type TestDevice, team, useServer } from "./support.ts";

const server = useServer();
let ann: TestDevice;
let ben: TestDevice;
let sam: TestDevice;
const ref = { mentionId: "x:1" };
const tick = () => server().clock.advance(1_000);
const one = async (id = "x:1") => (await mentionsOf(sam)).get(id);
/** Two members hear what the author writes next. */
const again = async (postId: string, excerpt: string) => {
  const heard = { ...ref, postId, excerpt, url: `https://x.com/someone/status/${postId}`, lang: "en" };
  await ben.run("mention.follow_up", heard);
  return ann.run("mention.follow_up", heard);
};
const history = async () => (await sam.run("mention.history", ref)).map(({ who, action, detail }) => [who, action, detail]);

beforeEach(async () => {
  [ann, ben, sam] = await team(server(), 1);
  await ann.run("mention.report", sighting("1"));
});

async function answered(): Promise<void> {
  const { claim } = await ann.run("claim.take", ref);
  await ann.run("draft.save", { ...ref, fence: claim?.fence ?? 0, text: "Yes, it does." });
  await ann.run("reply.posted", { ...ref, fence: claim?.fence ?? 0, text: "Yes, it does.", url: null, proof: "confirmed" });
}

describe("a member's name", () => {
  it("is the member's to change, and the other devices of staff hear of it", async () => {
    expect(await ann.run("member.rename", { name: "  Ann Anew " })).toMatchObject({ id: ann.memberId, name: "Ann Anew" });
    expect((await sam.run("member.list", {})).find(({ id }) => id === ann.memberId)?.name).toBe("Ann Anew");
    expect((await ann.run("claim.take", ref)).claim?.holder.name).toBe("Ann Anew");
  });

  it.each(["", "   ", "x".repeat(81)])("is never %o", async (name) => {
    await expect(ann.run("member.rename", { name })).rejects.toMatchObject({ code: "malformed" });
  });
});

describe("an assignment", () => {
  it("says who of staff should take care, holds nothing, and can be taken back", async () => {
    expect(await sam.run("mention.assign", { ...ref, memberId: sam.memberId })).toMatchObject({
      status: "open",
      assignee: { id: sam.memberId, name: "A staff" },
    });
    expect((await ben.run("claim.take", ref)).status).toBe("claimed");
    tick();
    expect((await sam.run("mention.assign", { ...ref, memberId: null })).assignee).toBeNull();
    expect(await history()).toEqual([
      ["A staff", "mention.assign", { to: sam.memberId }],
      ["A staff", "mention.assign", { to: "" }],
    ]);
  });

  it("is given by staff, to staff of the workspace", async () => {
    await expect(ann.run("mention.assign", { ...ref, memberId: sam.memberId })).rejects.toMatchObject({ code: "forbidden" });
    await expect(sam.run("mention.assign", { ...ref, memberId: ann.memberId })).rejects.toMatchObject({ code: "not_found" });
    await expect(sam.run("mention.assign", { ...ref, memberId: "nobody" })).rejects.toMatchObject({ code: "not_found" });
    expect((await sam.run("member.list", {})).map(({ id }) => id).toSorted()).toEqual(
      [ann, ben, sam].map(({ memberId }) => memberId).toSorted(),
    );
  });
});

describe("merging duplicates", () => {
  beforeEach(() => ben.run("mention.report", sighting("2")));

  it("sets one aside for the other, and is undone by reopening", async () => {
    const merged = await sam.run("mention.merge", { mentionId: "x:2", intoId: "x:1" });
    expect(merged).toMatchObject({ status: "dismissed", mergedInto: "x:1" });
    expect((await one())?.status).toBe("open");
    expect(await sam.run("mention.reopen", { mentionId: "x:2" })).toMatchObject({ status: "open", mergedInto: null });
  });

  it.each([
    ["into itself", { mentionId: "x:1", intoId: "x:1" }, "move_not_allowed"],
    ["into one that is not there", { mentionId: "x:1", intoId: "x:9" }, "not_found"],
  ])("%s is refused", async (_, args, code) => {
    await expect(sam.run("mention.merge", args)).rejects.toMatchObject({ code });
  });

  it("does not wait for itself when two cross", async () => {
    const merge = (mentionId: string, intoId: string) => sam.run("mention.merge", { mentionId, intoId }).catch(({ code }) => code);
    const results = await Promise.all([merge("x:1", "x:2"), merge("x:2", "x:1")]);
    expect(results).toContain("move_not_allowed");
    const merged = [(await one())?.mergedInto, (await one("x:2"))?.mergedInto];
    expect(merged.filter((into) => into !== null)).toHaveLength(1);
  });
});

describe("a follow-up", () => {
  it("that is still unhappy goes to the first line at once, with what was answered", async () => {
    await answered();
    const mention = await again("2", "It is still broken. This is terrible, I hate it.");
    expect(mention).toMatchObject({
      status: "escalated",
      route: "first_line",
      reply: { text: "Yes, it does." },
      draft: null,
      followUp: { mood: "negative", url: "https://x.com/someone/status/2" },
    });
    expect(await history()).toEqual([
      ["A advocate", "reply.posted", { proof: "confirmed" }],
      [null, "rule.follow_up", { mood: "negative", route: "first_line" }],
    ]);
  });

  it("that says thanks leaves it answered", async () => {
    await answered();
    expect(await again("2", "Thank you so much, works perfectly, love it!")).toMatchObject({
      status: "answered",
      followUp: { mood: "thanks" },
    });
  });

  it("that asks on opens it again for those whose it was", async () => {
    await answered();
    expect(await again("2", "And does it work on the old tablet too?")).toMatchObject({
      status: "open",
      route: "community",
      followUp: { mood: "other" },
    });
  });

  it("seen by many, and again, is one", async () => {
    await answered();
    const { revision } = await again("2", "And does it work on the old tablet too?");
    await ben.run("claim.take", ref);
    const seen = await again("2", "And does it work on the old tablet too?");
    expect(seen.status).toBe("claimed");
    expect(seen.revision).toBeGreaterThan(revision);
    expect((await history()).filter(([, action]) => action === "rule.follow_up")).toHaveLength(1);
  });

  it("takes nothing from whoever is on it, and wakes nothing that was set aside", async () => {
    await ben.run("claim.take", ref);
    expect((await again("2", "This is terrible, I hate it.")).status).toBe("claimed");
    await sam.run("mention.dismiss", { ...ref, reason: "spam" });
    expect((await again("3", "This is terrible, I hate it.")).status).toBe("dismissed");
  });
});

it("goes from the community to the first line, the second and back, with draft and history intact", async () => {
  const { claim } = await ann.run("claim.take", ref);
  await ann.run("draft.save", { ...ref, fence: claim?.fence ?? 0, text: "Have you tried" });
  await ann.run("mention.route", { ...ref, route: "first_line", note: "Over my head" });
  await expect(ann.run("claim.take", ref)).rejects.toMatchObject({ code: "forbidden" });
  tick();
  await sam.run("mention.route", { ...ref, route: "second_line", note: "" });
  tick();
  await sam.run("mention.route", { ...ref, route: "community", note: "Found it: see the help page" });
  expect(await one()).toMatchObject({ status: "open", draft: { text: "Have you tried" }, note: "Found it: see the help page" });
  expect((await ben.run("claim.take", ref)).draft?.text).toBe("Have you tried");
  expect(await history()).toEqual([
    ["A advocate", "mention.route", { route: "first_line" }],
    ["A staff", "mention.route", { route: "second_line" }],
    ["A staff", "mention.route", { route: "community" }],
  ]);
});

it("what is angry goes to the first line at once and what is technical to the second, and the log says which rule it was", async () => {
  await ann.run("mention.report", sighting("2", { excerpt: angry }));
  expect((await one("x:2"))?.route).toBe("first_line");
  expect((await sam.run("mention.history", { mentionId: "x:2" }))[0]).toMatchObject({
    who: null,
    action: "rule.triage",
    detail: { route: "first_line" },
  });
});
