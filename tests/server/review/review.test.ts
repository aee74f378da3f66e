import { beforeEach, describe, expect, it } from "vitest";
import { sighting, useServer } from "../support.ts";
import { approve, Newcomer, ref, refused, text } from "./newcomer.ts";

const server = useServer();
let t: Newcomer;
beforeEach(async () => {
  t = await Newcomer.join(server());
});

describe("a newcomer's reply", () => {
  it("is refused while nobody approved it, and taken after two approvals", async () => {
    await t.nia.run("draft.save", { ...ref(), fence: t.fence, text });
    await expect(t.post(text)).rejects.toMatchObject(refused("review_needed"));
    expect((await t.send()).draft).toMatchObject({
      status: "in_review",
      review: { needs: 2, needsUnlike: false, forStaff: false, verdicts: [] },
    });
    await expect(t.post(text)).rejects.toMatchObject(refused("review_needed"));
    expect((await approve(t.ann)).draft).toMatchObject({
      status: "in_review",
      review: { needs: 1, verdicts: [{ by: { id: t.ann.memberId }, verdict: "approved", text: null }] },
    });
    await expect(t.post(text)).rejects.toMatchObject(refused("review_needed"));
    expect((await approve(t.ben)).draft).toMatchObject({ status: "approved", review: { needs: 0 } });
    expect(await t.post(text)).toMatchObject({ status: "answered", draft: { status: "posted" } });
    expect(await t.nia.run("reply.posted", { ...ref(), fence: t.fence, text, url: null, proof: "confirmed" })).toMatchObject({
      reply: { proof: "seen" },
    });
  });

  it("needs one of staff only", async () => {
    await t.send();
    expect((await approve(t.sam)).draft?.status).toBe("approved");
    expect((await t.post(text)).status).toBe("answered");
  });

  it("says what was approved and not a word more, however the site sets it", async () => {
    await t.send();
    await approve(t.sam);
    await expect(t.post(`${text} Or buy a new one.`)).rejects.toMatchObject(refused("review_needed"));
    await expect(t.post("Hold the button.")).rejects.toMatchObject(refused("review_needed"));
    expect((await t.post("Hold  the button for ten\nseconds.")).status).toBe("answered");
  });

  it("of somebody else's approved draft is refused", async () => {
    await t.send();
    await approve(t.sam);
    await t.nia.run("claim.release", { ...ref(), fence: t.fence });
    const nils = await server().join(t.nia.workspaceId, "advocate", 0);
    const { claim } = await nils.run("claim.take", ref());
    const reply = { ...ref(), fence: claim?.fence ?? 0, text, url: null, proof: "confirmed" } as const;
    await expect(nils.run("reply.posted", reply)).rejects.toMatchObject(refused("review_needed"));
  });

  it("needs no review once the member is trusted, and never did for those who are", async () => {
    const { claim } = await t.ann.run("mention.report", sighting("2")).then(() => t.ann.run("claim.take", ref("2")));
    const reply = { ...ref("2"), fence: claim?.fence ?? 0, text, url: null, proof: "confirmed" } as const;
    expect((await t.ann.run("reply.posted", reply)).status).toBe("answered");
  });
});

describe("who may review", () => {
  beforeEach(() => t.send());

  it("is nobody for their own draft, staff or not", async () => {
    await expect(approve(t.nia)).rejects.toMatchObject(refused("forbidden"));
    const { claim } = await t.sam.run("mention.report", sighting("2")).then(() => t.sam.run("claim.take", ref("2")));
    await t.sam.run("review.request", { ...ref("2"), fence: claim?.fence ?? 0, text });
    await expect(approve(t.sam, "2")).rejects.toMatchObject(refused("forbidden"));
  });

  it("is no other newcomer", async () => {
    const nils = await server().join(t.nia.workspaceId, "advocate", 0);
    await expect(approve(nils)).rejects.toMatchObject(refused("forbidden"));
  });

  it("is staff alone once the post is with staff", async () => {
    await t.sam.run("mention.route", { ...ref(), route: "first_line", note: "" });
    await expect(approve(t.ann)).rejects.toMatchObject(refused("forbidden"));
    expect((await approve(t.sam)).draft?.status).toBe("approved");
  });

  it("has one word: the same twice is no news, another one replaces it", async () => {
    const once = await approve(t.ann);
    expect((await approve(t.ann)).draft?.review).toMatchObject({ needs: 1, verdicts: [{ verdict: "approved" }] });
    expect(once.draft?.review?.needs).toBe(1);
    const edit = `${text} Then let go.`;
    const other = await t.ann.run("review.suggest", { ...ref(), text, edit });
    expect(other.draft).toMatchObject({ status: "in_review", review: { needs: 2, verdicts: [{ verdict: "suggested", text: edit }] } });
  });
});

describe("an approved draft", () => {
  beforeEach(async () => {
    await t.send();
    await approve(t.sam);
  });

  it("is void when its author changes it, and saving it as it is changes nothing", async () => {
    const saved = await t.nia.run("draft.save", { ...ref(), fence: t.fence, text });
    expect(saved.draft?.status).toBe("approved");
    expect((await t.nia.run("draft.save", { ...ref(), fence: t.fence, text: "Other words" })).draft?.status).toBe("writing");
    await expect(t.post("Other words")).rejects.toMatchObject(refused("review_needed"));
    await expect(t.post(text)).rejects.toMatchObject(refused("review_needed"));
  });

  it("says nothing of the answer after the next, should the post come back", async () => {
    await t.post(text);
    await t.sam.run("mention.route", { ...ref(), route: "community", note: "It did not help." });
    t.fence = (await t.nia.run("claim.take", ref())).claim?.fence ?? 0;
    expect((await t.send()).draft).toMatchObject({ status: "in_review", review: { needs: 2, verdicts: [] } });
  });

  it("keeps what was said of the very text, should it come back", async () => {
    await t.nia.run("draft.save", { ...ref(), fence: t.fence, text: "Other words" });
    expect((await t.nia.run("review.request", { ...ref(), fence: t.fence, text })).draft?.status).toBe("approved");
  });
});

describe("a draft that was sent back", () => {
  it("says why, keeps its words, and can be mended and sent again", async () => {
    await t.send();
    const back = await t.ben.run("review.reject", { ...ref(), text, reason: "unclear" });
    expect(back.draft).toMatchObject({ status: "rejected", text, review: { reason: "unclear" } });
    await expect(t.send()).rejects.toMatchObject(refused("move_not_allowed"));
    const mended = `${text} The one at the left.`;
    expect((await t.nia.run("draft.save", { ...ref(), fence: t.fence, text: mended })).draft).toMatchObject({
      status: "writing",
      review: { reason: "unclear" },
    });
    expect((await t.send(mended)).draft).toMatchObject({ status: "in_review", review: { reason: null, needs: 2 } });
  });

  it("starts with the next author as if there had been no review", async () => {
    await t.send();
    await t.ben.run("review.reject", { ...ref(), text, reason: "unclear" });
    await t.nia.run("claim.release", { ...ref(), fence: t.fence });
    const { claim } = await t.ann.run("claim.take", ref());
    const saved = await t.ann.run("draft.save", { ...ref(), fence: claim?.fence ?? 0, text });
    expect(saved.draft).toMatchObject({ status: "writing", author: { id: t.ann.memberId }, review: null });
  });
});

describe("a suggested edit", () => {
  const edit = "Hold the left button for ten seconds.";

  it("is accepted with its reviewer's approval in it", async () => {
    await t.send();
    await t.ann.run("review.suggest", { ...ref(), text, edit });
    const accepted = await t.nia.run("review.accept", { ...ref(), fence: t.fence, text: edit });
    expect(accepted.draft).toMatchObject({ text: edit, status: "in_review", author: { id: t.nia.memberId }, review: { needs: 1 } });
    expect((await approve(t.ben, "1", edit)).draft?.status).toBe("approved");
    expect((await t.post(edit)).status).toBe("answered");
  });

  it("of staff is approved as soon as it is accepted", async () => {
    await t.send();
    await t.sam.run("review.suggest", { ...ref(), text, edit });
    expect((await t.nia.run("review.accept", { ...ref(), fence: t.fence, text: edit })).draft?.status).toBe("approved");
  });

  it("that nobody made cannot be accepted", async () => {
    await t.send();
    await expect(t.nia.run("review.accept", { ...ref(), fence: t.fence, text: edit })).rejects.toMatchObject(refused("review_stale"));
    await t.sam.run("review.suggest", { ...ref(), text, edit });
    await expect(t.nia.run("review.accept", { ...ref(), fence: t.fence, text: `${edit} Really.` })).rejects.toMatchObject(
      refused("review_stale"),
    );
  });
});

it("an invitation can say that its member is known already", async () => {
  const admin = await server().join(t.nia.workspaceId, "admin");
  for (const level of [0, 1] as const) {
    const { code } = await admin.run("invitation.create", { role: "advocate", level });
    const response = await server().post("/v1/join", { protocol: 1, code, name: `Kim ${level}` });
    expect(await response.json()).toMatchObject({ member: { level } });
  }
});
