import { beforeEach, describe, expect, it } from "vitest";
import { lease } from "../../../lib/schema/lifecycle.ts";
import { review } from "../../../lib/schema/reviewing.ts";
import { askStaffToReview, sweepWorkspace } from "../../../server/jobs/sweep.ts";
import { everything, mentionsOf, sighting, type TestDevice, useServer } from "../support.ts";

const server = useServer();
/** A newcomer, three advocates who may review, and one of staff. */
let nia: TestDevice;
let ann: TestDevice;
let ben: TestDevice;
let cem: TestDevice;
let sam: TestDevice;
let fence: number;

const text = "Hold the button for ten seconds.";
const refused = (code: string) => ({ code });
const url = "https://x.com/nia/status/7";
const ref = (postId = "1") => ({ mentionId: `x:${postId}` });

beforeEach(async () => {
  const workspace = await server().workspace();
  nia = await server().join(workspace, "advocate", 0);
  [ann, ben, cem] = (await Promise.all([1, 1, 2].map((level) => server().join(workspace, "advocate", level)))) as [
    TestDevice,
    TestDevice,
    TestDevice,
  ];
  sam = await server().join(workspace, "staff");
  fence = await take("1");
});

async function take(postId: string): Promise<number> {
  await nia.run("mention.report", sighting(postId));
  return (await nia.run("claim.take", ref(postId))).claim?.fence ?? 0;
}

/** Sends a fresh draft on a fresh post for review. */
async function sent(postId = "1", words = text) {
  const held = postId === "1" ? fence : await take(postId);
  return nia.run("review.request", { ...ref(postId), fence: held, text: words });
}
const approve = (who: TestDevice, postId = "1", words = text) => who.run("review.approve", { ...ref(postId), text: words });
const post = (words: string) => nia.run("reply.posted", { ...ref(), fence, text: `${words}\nI'm an Acme customer`, url, proof: "seen" });

describe("a newcomer's reply", () => {
  it("is refused while nobody approved it, and taken after two approvals", async () => {
    await nia.run("draft.save", { ...ref(), fence, text });
    await expect(post(text)).rejects.toMatchObject(refused("review_needed"));
    expect((await sent()).draft).toMatchObject({
      status: "in_review",
      review: { needs: 2, needsUnlike: false, forStaff: false, verdicts: [] },
    });
    await expect(post(text)).rejects.toMatchObject(refused("review_needed"));
    expect((await approve(ann)).draft).toMatchObject({
      status: "in_review",
      review: { needs: 1, verdicts: [{ by: { id: ann.memberId }, verdict: "approved", text: null }] },
    });
    await expect(post(text)).rejects.toMatchObject(refused("review_needed"));
    expect((await approve(ben)).draft).toMatchObject({ status: "approved", review: { needs: 0 } });
    expect(await post(text)).toMatchObject({ status: "answered", draft: { status: "posted" } });
    expect(await nia.run("reply.posted", { ...ref(), fence, text, url: null, proof: "confirmed" })).toMatchObject({ reply: { url } });
  });

  it("needs one of staff only", async () => {
    await sent();
    expect((await approve(sam)).draft?.status).toBe("approved");
    expect((await post(text)).status).toBe("answered");
  });

  it("says what was approved and not a word more, however the site sets it", async () => {
    await sent();
    await approve(sam);
    await expect(post(`${text} Or buy a new one.`)).rejects.toMatchObject(refused("review_needed"));
    await expect(post("Hold the button.")).rejects.toMatchObject(refused("review_needed"));
    expect((await post("Hold  the button for ten\nseconds.")).status).toBe("answered");
  });

  it("of somebody else's approved draft is refused", async () => {
    await sent();
    await approve(sam);
    await nia.run("claim.release", { ...ref(), fence });
    const nils = await server().join(nia.workspaceId, "advocate", 0);
    const { claim } = await nils.run("claim.take", ref());
    const reply = { ...ref(), fence: claim?.fence ?? 0, text, url, proof: "seen" } as const;
    await expect(nils.run("reply.posted", reply)).rejects.toMatchObject(refused("review_needed"));
  });

  it("needs no review once the member is trusted, and never did for those who are", async () => {
    const { claim } = await ann.run("mention.report", sighting("2")).then(() => ann.run("claim.take", ref("2")));
    const reply = { ...ref("2"), fence: claim?.fence ?? 0, text, url, proof: "seen" } as const;
    expect((await ann.run("reply.posted", reply)).status).toBe("answered");
  });
});

describe("who may review", () => {
  beforeEach(() => sent());

  it("is nobody for their own draft, staff or not", async () => {
    await expect(approve(nia)).rejects.toMatchObject(refused("forbidden"));
    const { claim } = await sam.run("mention.report", sighting("2")).then(() => sam.run("claim.take", ref("2")));
    await sam.run("review.request", { ...ref("2"), fence: claim?.fence ?? 0, text });
    await expect(approve(sam, "2")).rejects.toMatchObject(refused("forbidden"));
  });

  it("is no other newcomer", async () => {
    const nils = await server().join(nia.workspaceId, "advocate", 0);
    await expect(approve(nils)).rejects.toMatchObject(refused("forbidden"));
  });

  it("is staff alone once the post is with staff", async () => {
    await sam.run("mention.route", { ...ref(), route: "first_line", note: "" });
    await expect(approve(ann)).rejects.toMatchObject(refused("forbidden"));
    expect((await approve(sam)).draft?.status).toBe("approved");
  });

  it("has one word: the same twice is no news, another one replaces it", async () => {
    const once = await approve(ann);
    expect((await approve(ann)).draft?.review).toMatchObject({ needs: 1, verdicts: [{ verdict: "approved" }] });
    expect(once.draft?.review?.needs).toBe(1);
    const edit = `${text} Then let go.`;
    const other = await ann.run("review.suggest", { ...ref(), text, edit });
    expect(other.draft).toMatchObject({ status: "in_review", review: { needs: 2, verdicts: [{ verdict: "suggested", text: edit }] } });
  });
});

describe("two approvals", () => {
  let met = 0;
  /** `who` says this of so many drafts of the newcomer. */
  async function befriend(who: readonly TestDevice[], times: number, word: "approve" | "reject" = "approve") {
    for (let n = 0; n < times; n++) {
      met += 1;
      const id = `1${met}`;
      const held = await take(id);
      await nia.run("review.request", { ...ref(id), fence: held, text: `${text} ${met}` });
      for (const each of who) {
        if (word === "approve") await approve(each, id, `${text} ${met}`);
        else await each.run("review.reject", { ...ref(id), text: `${text} ${met}`, reason: "unclear" });
      }
      await nia.run("claim.release", { ...ref(id), fence: held });
    }
  }
  // A newcomer holds one post at a time.
  beforeEach(() => nia.run("claim.release", { ...ref(), fence }));
  const again = async () => {
    fence = (await nia.run("claim.take", ref())).claim?.fence ?? 0;
    await sent();
  };

  it("of members who always agreed with the author are not enough; a third who did not is", async () => {
    await befriend([ann], 3);
    await befriend([ben], 3);
    await again();
    expect((await approve(ann)).draft).toMatchObject({ status: "in_review", review: { needs: 1, needsUnlike: true } });
    expect((await approve(ben)).draft).toMatchObject({ status: "in_review", review: { needs: 1, needsUnlike: true } });
    await expect(post(text)).rejects.toMatchObject(refused("review_needed"));
    expect((await approve(cem)).draft?.status).toBe("approved");
  });

  it("are enough when one comes from somebody who also said no", async () => {
    await befriend([ann], 3);
    await befriend([ben], 3);
    await befriend([ben], 1, "reject");
    await again();
    await approve(ann);
    expect((await approve(ben)).draft?.status).toBe("approved");
  });
});

describe("reviewers at the same moment", () => {
  it("approve together: the draft is approved once, by both", async () => {
    await sent();
    const answers = await Promise.all([approve(ann), approve(ben), approve(cem)]);
    const last = (await mentionsOf(sam)).get("x:1");
    expect(last?.draft?.status).toBe("approved");
    expect(last?.draft?.review?.verdicts.length).toBeGreaterThanOrEqual(2);
    expect(answers.map(({ draft }) => draft?.review?.needs)).toContain(0);
  });

  it("approve while the author changes the text: either it is void, or they are told", async () => {
    for (let round = 0; round < 20; round++) {
      await nia.run("review.request", { ...ref(), fence, text: `${text} ${round}` });
      const changed = nia.run("draft.save", { ...ref(), fence, text: `${text} ${round}!` });
      const approved = approve(sam, "1", `${text} ${round}`).catch(({ code }: { code: string }) => code);
      await changed;
      if (typeof (await approved) === "string") expect(await approved).toBe("review_stale");
      expect((await mentionsOf(sam)).get("x:1")?.draft).toMatchObject({
        status: "writing",
        text: `${text} ${round}!`,
        review: { verdicts: [] },
      });
      await expect(post(`${text} ${round}!`)).rejects.toMatchObject(refused("review_needed"));
    }
  });

  it("say yes and no: who came last is told that it has moved on", async () => {
    await sent();
    await sam.run("review.reject", { ...ref(), text, reason: "wrong" });
    await expect(approve(ann)).rejects.toMatchObject(refused("move_not_allowed"));
  });
});

describe("an approved draft", () => {
  beforeEach(async () => {
    await sent();
    await approve(sam);
  });

  it("is void when its author changes it, and saving it as it is changes nothing", async () => {
    const saved = await nia.run("draft.save", { ...ref(), fence, text });
    expect(saved.draft?.status).toBe("approved");
    expect((await nia.run("draft.save", { ...ref(), fence, text: "Other words" })).draft?.status).toBe("writing");
    await expect(post("Other words")).rejects.toMatchObject(refused("review_needed"));
    await expect(post(text)).rejects.toMatchObject(refused("review_needed"));
  });

  it("keeps what was said of the very text, should it come back", async () => {
    await nia.run("draft.save", { ...ref(), fence, text: "Other words" });
    expect((await nia.run("review.request", { ...ref(), fence, text })).draft?.status).toBe("approved");
  });
});

describe("a draft that was sent back", () => {
  it("says why, keeps its words, and can be mended and sent again", async () => {
    await sent();
    const back = await ben.run("review.reject", { ...ref(), text, reason: "unclear" });
    expect(back.draft).toMatchObject({ status: "rejected", text, review: { reason: "unclear" } });
    await expect(sent()).rejects.toMatchObject(refused("move_not_allowed"));
    const mended = `${text} The one at the left.`;
    expect((await nia.run("draft.save", { ...ref(), fence, text: mended })).draft).toMatchObject({
      status: "writing",
      review: { reason: "unclear" },
    });
    expect((await sent("1", mended)).draft).toMatchObject({ status: "in_review", review: { reason: null, needs: 2 } });
  });

  it("starts with the next author as if there had been no review", async () => {
    await sent();
    await ben.run("review.reject", { ...ref(), text, reason: "unclear" });
    await nia.run("claim.release", { ...ref(), fence });
    const { claim } = await ann.run("claim.take", ref());
    const saved = await ann.run("draft.save", { ...ref(), fence: claim?.fence ?? 0, text });
    expect(saved.draft).toMatchObject({ status: "writing", author: { id: ann.memberId }, review: null });
  });
});

describe("a suggested edit", () => {
  const edit = "Hold the left button for ten seconds.";

  it("is accepted with its reviewer's approval in it", async () => {
    await sent();
    await ann.run("review.suggest", { ...ref(), text, edit });
    const accepted = await nia.run("review.accept", { ...ref(), fence, text: edit });
    expect(accepted.draft).toMatchObject({ text: edit, status: "in_review", author: { id: nia.memberId }, review: { needs: 1 } });
    expect((await approve(ben, "1", edit)).draft?.status).toBe("approved");
    expect((await post(edit)).status).toBe("answered");
  });

  it("of staff is approved as soon as it is accepted", async () => {
    await sent();
    await sam.run("review.suggest", { ...ref(), text, edit });
    expect((await nia.run("review.accept", { ...ref(), fence, text: edit })).draft?.status).toBe("approved");
  });

  it("that nobody made cannot be accepted", async () => {
    await sent();
    await expect(nia.run("review.accept", { ...ref(), fence, text: edit })).rejects.toMatchObject(refused("review_stale"));
    await sam.run("review.suggest", { ...ref(), text, edit });
    await expect(nia.run("review.accept", { ...ref(), fence, text: `${edit} Really.` })).rejects.toMatchObject(refused("review_stale"));
  });
});

describe("while reviewers read", () => {
  it("the claim stands still, without a sign of the author, and begins anew when they decided", async () => {
    await sent();
    server().clock.advance(review.leaseMs - 60_000);
    await sweepWorkspace(server().deps, nia.workspaceId);
    await expect(ann.run("claim.take", ref())).rejects.toMatchObject(refused("lease_held"));
    const { claim } = await approve(sam);
    expect(Date.parse(claim?.expiresAt ?? "")).toBe(server().clock.now().getTime() + lease.lengthMs);
    server().clock.advance(lease.lengthMs - 60_000);
    await sweepWorkspace(server().deps, nia.workspaceId);
    expect((await post(text)).status).toBe("answered");
  });

  it("a heartbeat takes nothing away from the author's time", async () => {
    await sent();
    await nia.run("claim.heartbeat", { ...ref(), fence });
    server().clock.advance(lease.silenceMs * 2);
    await sweepWorkspace(server().deps, nia.workspaceId);
    expect((await mentionsOf(sam)).get("x:1")?.claim?.holder.id).toBe(nia.memberId);
  });

  it("giving the post back takes the draft back too", async () => {
    await sent();
    expect((await nia.run("claim.release", { ...ref(), fence })).draft?.status).toBe("writing");
    await expect(approve(ann)).rejects.toMatchObject(refused("move_not_allowed"));
  });

  it("ten minutes without a reviewer make it staff's, once and on record; a review starts them anew", async () => {
    await sent();
    server().clock.advance(review.waitMs - 1_000);
    await approve(ann);
    server().clock.advance(review.waitMs - 1_000);
    await askStaffToReview(server().deps, nia.workspaceId);
    const { changes, cursor } = await everything(sam);
    expect(JSON.stringify(changes)).toContain('"forStaff":false');
    server().clock.advance(1_000);
    await askStaffToReview(server().deps, nia.workspaceId);
    expect((await everything(sam, cursor)).changes).toMatchObject([
      { kind: "mention", value: { draft: { review: { forStaff: true, needs: 1 } } } },
    ]);
    await askStaffToReview(server().deps, nia.workspaceId);
    const history = await sam.run("mention.history", ref());
    expect(history.map(({ action }) => action)).toEqual(["review.request", "review.approve", "rule.review_waited"]);
    expect(history.at(-1)?.who).toBeNull();
    expect((await approve(sam)).draft).toMatchObject({ status: "approved", review: { forStaff: false } });
  });
});

it("a draft in review comes to a device on its first way, also when nobody holds the post any more", async () => {
  await sent();
  server().clock.advance(review.leaseMs);
  await sweepWorkspace(server().deps, nia.workspaceId);
  expect((await mentionsOf(ann)).get("x:1")).toMatchObject({ status: "open", draft: { status: "in_review" } });
  expect((await approve(sam)).draft?.status).toBe("approved");
});

it("an operation that is sent again is done once", async () => {
  await sent();
  const id = crypto.randomUUID();
  const first = await ann.run("review.approve", { ...ref(), text }, id);
  await nia.run("draft.save", { ...ref(), fence, text: "Other words" });
  expect(await ann.run("review.approve", { ...ref(), text }, id)).toEqual(first);
  await expect(ann.run("review.approve", { ...ref(), text: "Other words" }, id)).rejects.toMatchObject(refused("operation_reused"));
});

it("an invitation can say that its member is known already", async () => {
  const admin = await server().join(nia.workspaceId, "admin");
  for (const level of [0, 1] as const) {
    const { code } = await admin.run("invitation.create", { role: "advocate", level });
    const response = await server().post("/v1/join", { protocol: 1, code, name: "Kim" });
    expect(await response.json()).toMatchObject({ member: { level } });
  }
});
