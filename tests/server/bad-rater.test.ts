import { beforeEach, describe, expect, it } from "vitest";
import { operations } from "../../lib/schema/operations.ts";
import { tendLevels } from "../../server/jobs/levels.ts";
import { askToLook, sighting, type TestDevice, useServer } from "./support.ts";

const server = useServer();
const dayMs = 24 * 60 * 60_000;
let [nia, puppet, staff] = [] as unknown as [TestDevice, TestDevice, TestDevice];
let posts = 0;

beforeEach(async () => {
  const workspace = await server().workspace();
  staff = await server().join(workspace, "staff");
  nia = await server().join(workspace, "advocate", 0);
  puppet = await server().join(workspace, "advocate", 1);
});

/** A newcomer's draft, on a post of its own. */
async function sent(by: TestDevice) {
  const mentionId = `x:${++posts}`;
  await puppet.run("mention.report", sighting(String(posts)));
  const { claim } = await by.run("claim.take", { mentionId });
  const fence = claim?.fence ?? 0;
  await by.run("review.request", { mentionId, fence, text: "Hold the button." });
  return { mentionId, fence, text: "Hold the button.", draft: { mentionId, text: "Hold the button." } };
}

describe("a member who rates 500 drafts an hour", () => {
  it("is stopped at their pace, with when it works again, and what they said before stands", async () => {
    const { draft } = await sent(nia);
    const most = operations["review.approve"].pace.perHour[1];
    const asks = Array.from({ length: 500 }, () => ({ id: crypto.randomUUID(), name: "review.approve" as const, args: draft }));
    const results = [];
    for (let at = 0; at < asks.length; at += 100) results.push(...(await puppet.sync(asks.slice(at, at + 100))).results);
    const refused = results.filter((result) => !result.ok && result.error.code === "too_many");
    expect(refused).toHaveLength(500 - most);
    expect(refused[0]).toMatchObject({ error: { again: expect.any(String) } });
    expect((await nia.run("mention.get", { mentionId: draft.mentionId })).draft?.review).toMatchObject({ needs: 1 });
  });

  it("says nothing of published answers but where the lot asked for it", async () => {
    const { mentionId, fence } = await sent(nia);
    await staff.run("review.approve", { mentionId, text: "Hold the button." });
    const line = "\nI'm an Acme customer";
    await nia.run("reply.posted", { mentionId, fence, text: `Hold the button.${line}`, url: null, proof: "confirmed" });
    await expect(puppet.run("second_look.say", { mentionId, verdict: "helpful" })).rejects.toMatchObject({ code: "not_found" });
    await askToLook(server(), mentionId, nia, staff);
    await expect(puppet.run("second_look.say", { mentionId, verdict: "helpful" })).rejects.toMatchObject({ code: "forbidden" });
  });
});

// Two devices of one member are one: `invitations.test.ts`.
describe("one person with two invitations", () => {
  it("gets no draft through and no level by approving with the other member, however often", async () => {
    for (let n = 0; n < 6; n++) {
      const { mentionId, fence, draft } = await sent(nia);
      expect((await puppet.run("review.approve", draft)).draft?.status).toBe("in_review");
      await nia.run("claim.release", { mentionId, fence });
      server().clock.advance(dayMs / 2);
    }
    await tendLevels(server().deps, nia.workspaceId);
    const { level, evidence } = await nia.run("member.own_level", {});
    expect(level).toBe(0);
    expect(evidence?.raters).toBe(1);
    expect(evidence?.rated).toBeCloseTo(2);
  });
});
