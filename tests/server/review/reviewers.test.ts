import { beforeEach, describe, expect, it } from "vitest";
import { mentionsOf, type TestDevice, useServer } from "../support.ts";
import { approve, Newcomer, ref, refused, text } from "./newcomer.ts";

const server = useServer();
let t: Newcomer;
beforeEach(async () => {
  t = await Newcomer.join(server());
});

describe("two approvals", () => {
  let met = 0;
  /** `who` says this of so many drafts of the newcomer. */
  async function befriend(who: readonly TestDevice[], times: number, word: "approve" | "reject" = "approve") {
    for (let n = 0; n < times; n++) {
      met += 1;
      const id = `1${met}`;
      const held = await t.take(id);
      await t.nia.run("review.request", { ...ref(id), fence: held, text: `${text} ${met}` });
      for (const each of who) {
        if (word === "approve") await approve(each, id, `${text} ${met}`);
        else await each.run("review.reject", { ...ref(id), text: `${text} ${met}`, reason: "unclear" });
      }
      await t.nia.run("claim.release", { ...ref(id), fence: held });
    }
  }
  // A newcomer holds one post at a time.
  beforeEach(() => t.nia.run("claim.release", { ...ref(), fence: t.fence }));
  const again = async () => {
    t.fence = (await t.nia.run("claim.take", ref())).claim?.fence ?? 0;
    await t.send();
  };

  it("of members who always agreed with the author are not enough; a third who did not is", async () => {
    await befriend([t.ann], 3);
    await befriend([t.ben], 3);
    await again();
    expect((await approve(t.ann)).draft).toMatchObject({ status: "in_review", review: { needs: 1, needsUnlike: true } });
    expect((await approve(t.ben)).draft).toMatchObject({ status: "in_review", review: { needs: 1, needsUnlike: true } });
    await expect(t.post(text)).rejects.toMatchObject(refused("review_needed"));
    expect((await approve(t.cem)).draft?.status).toBe("approved");
  });

  it("are enough when one comes from somebody who also said no", async () => {
    await befriend([t.ann], 3);
    await befriend([t.ben], 3);
    await befriend([t.ben], 1, "reject");
    await again();
    await approve(t.ann);
    expect((await approve(t.ben)).draft?.status).toBe("approved");
  });
});

it("who reviewed a draft and then makes it their own is no reviewer of it", async () => {
  await t.send();
  await approve(t.ben);
  await t.nia.run("claim.release", { ...ref(), fence: t.fence });
  const { claim } = await t.ben.run("claim.take", ref());
  const asked = await t.ben.run("review.request", { ...ref(), fence: claim?.fence ?? 0, text });
  expect(asked.draft?.review).toMatchObject({ needs: 2 });
  expect((await approve(t.ann)).draft).toMatchObject({ status: "in_review", review: { needs: 1 } });
});

describe("reviewers at the same moment", () => {
  it("approve together: the draft is approved once, by both", async () => {
    await t.send();
    const answers = await Promise.all([approve(t.ann), approve(t.ben), approve(t.cem)]);
    const last = (await mentionsOf(t.sam)).get("x:1");
    expect(last?.draft?.status).toBe("approved");
    expect(last?.draft?.review?.verdicts.length).toBeGreaterThanOrEqual(2);
    expect(answers.map(({ draft }) => draft?.review?.needs)).toContain(0);
  });

  it("approve while the author changes the text: either it is void, or they are told", async () => {
    for (let round = 0; round < 20; round++) {
      await t.nia.run("review.request", { ...ref(), fence: t.fence, text: `${text} ${round}` });
      const changed = t.nia.run("draft.save", { ...ref(), fence: t.fence, text: `${text} ${round}!` });
      const approved = approve(t.sam, "1", `${text} ${round}`).catch(({ code }: { code: string }) => code);
      await changed;
      if (typeof (await approved) === "string") expect(await approved).toBe("review_stale");
      expect((await mentionsOf(t.sam)).get("x:1")?.draft).toMatchObject({
        status: "writing",
        text: `${text} ${round}!`,
        review: { verdicts: [] },
      });
      // As often as a newcomer may say so in an hour.
      if (round < 10) await expect(t.post(`${text} ${round}!`)).rejects.toMatchObject(refused("review_needed"));
    }
  });

  it("say yes and no: who came last is told that it has moved on", async () => {
    await t.send();
    await t.sam.run("review.reject", { ...ref(), text, reason: "wrong" });
    await expect(approve(t.ann)).rejects.toMatchObject(refused("move_not_allowed"));
  });
});

it("an operation that is sent again is done once", async () => {
  await t.send();
  const id = crypto.randomUUID();
  await t.ann.run("review.approve", { ...ref(), text }, id);
  await t.nia.run("draft.save", { ...ref(), fence: t.fence, text: "Other words" });
  // The answer to a repeat keeps no words: it is the mention as it is by now, which the approval says nothing of any more.
  expect(await t.ann.run("review.approve", { ...ref(), text }, id)).toEqual(await t.ann.run("mention.get", ref()));
  expect((await mentionsOf(t.sam)).get("x:1")?.draft).toMatchObject({ status: "writing", text: "Other words", review: { verdicts: [] } });
  await expect(t.ann.run("review.approve", { ...ref(), text: "Other words" }, id)).rejects.toMatchObject(refused("operation_reused"));
});
