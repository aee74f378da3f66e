import { beforeEach, describe, expect, it } from "vitest";
import type { OverruleField } from "../../lib/schema/overrule.ts";
import { angry, sighting, type TestDevice, team, useServer } from "./support.ts";

const server = useServer();
let ann: TestDevice;
let sam: TestDevice;

const ref = { mentionId: "x:1" };
const refused = (code: string) => ({ code });
const say = (field: OverruleField, value: string | number | null) => sam.run("mention.overrule", { ...ref, field, value });

beforeEach(async () => {
  [ann, , sam] = await team(server());
});

describe("an overrule", () => {
  it("of the anger takes an angry post back to the community, says by whom, and is taken back", async () => {
    const before = await ann.run("mention.report", sighting("1", { excerpt: angry }));
    expect(before).toMatchObject({ status: "escalated", route: "first_line", overrules: [] });
    const after = await say("anger", 0);
    expect(after).toMatchObject({ status: "open", route: "community", triage: { anger: 0, route: "community" } });
    expect(after.overrules).toEqual([
      expect.objectContaining({ field: "anger", value: 0, was: before.triage.anger, by: { id: sam.memberId, name: "A staff" } }),
    ]);
    expect(after.triage.priority).toBeLessThan(before.triage.priority);
    expect(after.triage.reasons).toEqual(before.triage.reasons);
    const { revision, ...back } = await say("anger", null);
    expect(back).toEqual({ ...before, revision: undefined });
    expect(revision).toBeGreaterThan(after.revision);
  });

  it("wins over a later score of the same post", async () => {
    await ann.run("mention.report", sighting("1"));
    await say("urgency", 1);
    await say("lang", "nb");
    const fuller = `${sighting("1").excerpt} Still waiting for help with the charger.`;
    const again = await ann.run(
      "mention.report",
      sighting("1", { excerpt: fuller, counts: { replies: 0, reposts: 0, likes: 900, views: 90_000 } }),
    );
    expect(again).toMatchObject({ excerpt: fuller, triage: { urgency: 1, lang: "nb", reach: 3 } });
    expect(again.overrules.map(({ field }) => field)).toEqual(["urgency", "lang"]);
    expect(await say("urgency", null)).toMatchObject({ triage: { lang: "nb", reach: 3 } });
    expect((await say("lang", null)).triage).toMatchObject({ lang: "en", reach: 3 });
  });

  it.each<[OverruleField, string | number]>([
    ["kind", "threat"],
    ["route", "second_line"],
    ["anger", 1],
    ["urgency", 0.3],
    ["technical", 1],
    ["complaint", 0],
    ["sentiment", -0.7],
    ["lang", "vi"],
    ["reach", 4],
    ["priority", 97],
  ])("may be of the field %s", async (field, value) => {
    const before = await ann.run("mention.report", sighting("1"));
    const after = await say(field, value);
    expect(after.triage[field]).toBe(value);
    expect(after.overrules).toMatchObject([{ field, value, was: before.triage[field] }]);
  });

  it("moves a post that waits, not one that somebody is on or that has its answer", async () => {
    await ann.run("mention.report", sighting("1"));
    const { claim } = await ann.run("claim.take", ref);
    expect(await say("anger", 1)).toMatchObject({ status: "claimed", route: "community", triage: { route: "first_line" } });
    await say("anger", null);
    await ann.run("claim.release", { ...ref, fence: claim?.fence ?? 0 });
    expect(await say("technical", 1)).toMatchObject({ status: "escalated", route: "second_line" });
    await sam.run("mention.dismiss", { ...ref, reason: "spam" });
    expect(await say("technical", 0)).toMatchObject({ status: "dismissed", triage: { technical: 0 } });
  });

  it("leaves a post where a person sent it, unless it names the route", async () => {
    await ann.run("mention.report", sighting("1"));
    await sam.run("mention.route", { ...ref, route: "second_line", note: "" });
    expect(await say("anger", 1)).toMatchObject({ status: "escalated", route: "second_line" });
    expect(await say("route", "community")).toMatchObject({ status: "open", route: "community" });
  });

  it("of the priority changes whose turn it is", async () => {
    for (const id of ["1", "2"]) await ann.run("mention.report", sighting(id));
    await sam.run("mention.overrule", { mentionId: "x:2", field: "priority", value: 95 });
    expect(await ann.run("claim.next", { languages: [] })).toMatchObject({ id: "x:2" });
  });

  it("that says the same again is no news", async () => {
    await ann.run("mention.report", sighting("1"));
    const { revision } = await say("anger", 1);
    expect((await say("anger", 1)).revision).toBe(revision);
    const { revision: back } = await say("anger", null);
    expect((await say("anger", null)).revision).toBe(back);
  });

  it("is for staff, of a value that fits, and stands in the audit log", async () => {
    await ann.run("mention.report", sighting("1"));
    await expect(ann.run("mention.overrule", { ...ref, field: "anger", value: 1 })).rejects.toMatchObject(refused("forbidden"));
    for (const [field, value] of [
      ["anger", 1.1],
      ["kind", "rude"],
      ["reach", 2.5],
      ["lang", "not a language"],
      ["route", 1],
    ] as const) {
      await expect(say(field, value), `${field} ${value}`).rejects.toMatchObject(refused("malformed"));
    }
    await say("anger", 1);
    await say("anger", null);
    const { rows } = await server().deps.pool.query(
      "SELECT member_id, detail FROM audit_log WHERE workspace_id = $1 AND action = 'mention.overrule' ORDER BY detail::text",
      [ann.workspaceId],
    );
    expect(rows).toEqual([
      { member_id: sam.memberId, detail: { field: "anger", value: "taken back" } },
      { member_id: sam.memberId, detail: { field: "anger", value: 1 } },
    ]);
  });
});
