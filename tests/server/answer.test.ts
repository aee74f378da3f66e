import { beforeEach, describe, expect, it } from "vitest";
import { lease } from "../../lib/schema/lifecycle.ts";
import { sweepWorkspace } from "../../server/jobs/sweep.ts";
import { sighting, type TestDevice, team, useServer } from "./support.ts";

const server = useServer();
let ann: TestDevice;
let ben: TestDevice;
let sam: TestDevice;
let fence: number;

const ref = { mentionId: "x:1" };
const url = "https://x.com/ann/status/77";
const refused = (code: string) => ({ code });

beforeEach(async () => {
  [ann, ben, sam] = await team(server());
  await ann.run("mention.report", sighting("1"));
  fence = (await ann.run("claim.take", ref)).claim?.fence ?? 0;
});

describe("a draft", () => {
  it("stays on the mention for whoever is next", async () => {
    await ann.run("draft.save", { ...ref, fence, text: "Try the white light" });
    await ann.run("claim.release", { ...ref, fence });
    const taken = await ben.run("claim.take", ref);
    expect(taken.draft).toMatchObject({ text: "Try the white light", status: "writing", author: { id: ann.memberId } });
    const saved = await ben.run("draft.save", { ...ref, fence: fence + 1, text: "Hold the button" });
    expect(saved.draft).toMatchObject({ text: "Hold the button", author: { id: ben.memberId } });
  });

  it("saved again unchanged is no news", async () => {
    const saved = await ann.run("draft.save", { ...ref, fence, text: "same" });
    expect(await ann.run("draft.save", { ...ref, fence, text: "same" })).toEqual(saved);
  });

  it("is still accepted after the lease ran out while nobody else took the post", async () => {
    server().clock.advance(lease.lengthMs);
    expect((await ann.run("draft.save", { ...ref, fence, text: "late" })).draft?.text).toBe("late");
    await sweepWorkspace(server().deps, ann.workspaceId);
    expect((await ann.run("draft.save", { ...ref, fence, text: "later" })).draft?.text).toBe("later");
  });

  it("cannot be written once the post is answered or dismissed", async () => {
    await ann.run("reply.posted", { ...ref, fence, text: "Done", url, proof: "seen" });
    await expect(ann.run("draft.save", { ...ref, fence, text: "more" })).rejects.toMatchObject(refused("move_not_allowed"));
    await ann.run("mention.report", sighting("2"));
    const other = { mentionId: "x:2", fence: (await ann.run("claim.take", { mentionId: "x:2" })).claim?.fence ?? 0 };
    await ann.run("mention.dismiss", { mentionId: "x:2", reason: "spam" });
    await expect(ann.run("draft.save", { ...other, text: "more" })).rejects.toMatchObject(refused("move_not_allowed"));
  });
});

describe("a reply", () => {
  it("answers the mention, ends the claim and marks the draft as posted", async () => {
    await ann.run("draft.save", { ...ref, fence, text: "Hold the button" });
    const answered = await ann.run("reply.posted", { ...ref, fence, text: "Hold the button.", url, proof: "seen" });
    expect(answered).toMatchObject({
      status: "answered",
      claim: null,
      draft: { text: "Hold the button", status: "posted" },
      reply: { text: "Hold the button.", url, proof: "seen", author: { id: ann.memberId } },
    });
  });

  it("that was confirmed is completed when the page shows it, and not the other way round", async () => {
    await ann.run("reply.posted", { ...ref, fence, text: "Done", url: null, proof: "confirmed" });
    const seen = await ann.run("reply.posted", { ...ref, fence, text: "Done", url, proof: "seen" });
    expect(seen.reply).toMatchObject({ url, proof: "seen" });
    expect(await ann.run("reply.posted", { ...ref, fence, text: "Done", url: null, proof: "confirmed" })).toEqual(seen);
  });

  it("that was recorded keeps its words and its link, whatever its author says of it later", async () => {
    await ann.run("reply.posted", { ...ref, fence, text: "Done", url: null, proof: "confirmed" });
    const seen = await ann.run("reply.posted", { ...ref, fence, text: "Buy gold", url, proof: "seen" });
    expect(seen.reply).toMatchObject({ text: "Done", url, proof: "seen" });
    expect(await ann.run("reply.posted", { ...ref, fence, text: "Buy gold", url, proof: "seen" })).toEqual(seen);
    const elsewhere = { ...ref, fence, text: "Done", url: "https://x.com/someone/status/77", proof: "seen" } as const;
    await expect(ann.run("reply.posted", elsewhere)).rejects.toMatchObject(refused("move_not_allowed"));
    expect(await ann.run("mention.get", ref)).toEqual(seen);
  });

  it("counts after the lease ran out while nobody else took the post", async () => {
    server().clock.advance(lease.lengthMs);
    await sweepWorkspace(server().deps, ann.workspaceId);
    expect(await ann.run("reply.posted", { ...ref, fence, text: "Done", url, proof: "seen" })).toMatchObject({ status: "answered" });
  });

  it("is refused without a claim, and with a link that is no web address", async () => {
    await expect(ben.run("reply.posted", { ...ref, fence, text: "Me", url, proof: "seen" })).rejects.toMatchObject(refused("lease_lost"));
    const script = { ...ref, fence, text: "Done", url: "javascript:alert(1)", proof: "seen" } as const;
    await expect(ann.run("reply.posted", script)).rejects.toMatchObject(refused("malformed"));
  });

  it("stays on record when staff takes the post up again, with a new draft", async () => {
    await ann.run("draft.save", { ...ref, fence, text: "Hold the button" });
    await ann.run("reply.posted", { ...ref, fence, text: "Hold the button", url, proof: "seen" });
    const again = await sam.run("mention.route", { ...ref, route: "second_line", note: "did not help" });
    expect(again).toMatchObject({ status: "escalated", route: "second_line", note: "did not help", draft: null, reply: { url } });
    const taken = await sam.run("claim.take", ref);
    expect(await sam.run("draft.save", { ...ref, fence: taken.claim?.fence ?? 0, text: "We look into it" })).toMatchObject({
      draft: { text: "We look into it", status: "writing" },
    });
  });
});
