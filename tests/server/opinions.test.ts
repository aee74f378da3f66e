import { beforeEach, describe, expect, it } from "vitest";
import { mentionsOf, sighting, type TestDevice, useServer } from "./support.ts";

const server = useServer();
let nia: TestDevice;
let noa: TestDevice;
let ann: TestDevice;
let sam: TestDevice;
const ref = { mentionId: "x:1" };
const spam = { ...ref, reason: "spam" } as const;
const toStaff = { ...ref, route: "first_line", note: "asks for a refund" } as const;

/** Two newcomers, a known advocate, one of staff, and one post. */
beforeEach(async () => {
  const workspace = await server().workspace();
  [nia, noa] = [await server().join(workspace, "advocate", 0), await server().join(workspace, "advocate", 0)];
  [ann, sam] = [await server().join(workspace, "advocate", 1), await server().join(workspace, "staff")];
  await ann.run("mention.report", sighting("1"));
});

const seenBy = async (device: TestDevice) => (await mentionsOf(device)).get("x:1");
const actions = async () => (await sam.run("mention.history", ref)).map(({ action }) => action);

describe("what a newcomer would do with a post", () => {
  it("is a proposal: the post waits on, and everybody sees what one says", async () => {
    expect(await nia.run("mention.dismiss", spam)).toMatchObject({
      status: "open",
      opinions: [{ wish: "dismiss", value: "spam", isMine: true }],
    });
    expect(await seenBy(ann)).toMatchObject({ status: "open", note: null, opinions: [{ wish: "dismiss", value: "spam", isMine: false }] });
    expect(await actions()).toEqual(["opinion.dismiss"]);
    // However often they say it.
    for (let n = 0; n < 3; n++) await nia.run("mention.dismiss", spam);
    expect(await seenBy(sam)).toMatchObject({ status: "open", opinions: [{ wish: "dismiss" }] });
  });

  it("comes to the others with their next sync", async () => {
    const { cursor } = await ann.sync([]);
    await nia.run("mention.route", toStaff);
    const { changes } = await ann.sync([], cursor);
    expect(changes).toMatchObject([
      { kind: "mention", value: { id: "x:1", route: "community", opinions: [{ wish: "route", note: null }] } },
    ]);
    expect((await seenBy(sam))?.opinions).toMatchObject([{ value: "first_line", note: "asks for a refund" }]);
  });

  it("is done when another member says so too, newcomer or not", async () => {
    await nia.run("mention.dismiss", spam);
    expect(await noa.run("mention.dismiss", { ...ref, reason: "not_about_us" })).toMatchObject({
      status: "dismissed",
      note: "not_about_us",
      opinions: null,
    });
    await nia.run("mention.reopen", ref);
    expect(await seenBy(sam)).toMatchObject({ status: "dismissed", opinions: [{ wish: "reopen" }] });
    expect(await noa.run("mention.reopen", ref)).toMatchObject({ status: "open" });
  });

  it("is done when staff say so, and known advocates act at once as ever", async () => {
    await nia.run("mention.route", toStaff);
    expect(await sam.run("mention.route", { ...toStaff, note: "" })).toMatchObject({ status: "escalated", opinions: null });
    await ann.run("mention.report", sighting("2"));
    expect(await ann.run("mention.dismiss", { mentionId: "x:2", reason: "spam" })).toMatchObject({ status: "dismissed" });
    expect(await ann.run("mention.reopen", { mentionId: "x:2" })).toMatchObject({ status: "open" });
  });

  it("can be taken back by who said it", async () => {
    await nia.run("mention.dismiss", spam);
    expect(await nia.run("mention.reopen", ref)).toMatchObject({ status: "open", opinions: null });
    await nia.run("mention.route", toStaff);
    expect(await nia.run("mention.route", { ...ref, route: "community", note: "" })).toMatchObject({ opinions: null });
    await expect(noa.run("mention.reopen", ref)).rejects.toMatchObject({ code: "move_not_allowed" });
    expect(await noa.run("mention.dismiss", spam)).toMatchObject({ status: "open" });
  });

  it("can be taken back by the second, too; then the first word stands again", async () => {
    await nia.run("mention.dismiss", spam);
    await noa.run("mention.dismiss", spam);
    expect(await noa.run("mention.reopen", ref)).toMatchObject({ status: "open", opinions: [{ wish: "dismiss", isMine: false }] });
  });

  it("lets go of the post that the newcomer held", async () => {
    await nia.run("claim.take", ref);
    expect(await nia.run("mention.dismiss", spam)).toMatchObject({ status: "open", claim: null, opinions: [{ isMine: true }] });
    expect(await ann.run("claim.take", ref)).toMatchObject({ status: "claimed" });
  });

  it("is declined by staff with one operation, which can be taken back; said again it is refused", async () => {
    await nia.run("mention.dismiss", spam);
    const declined = { ...ref, wish: "dismiss" as const, isDeclined: true };
    await expect(ann.run("opinion.decline", declined)).rejects.toMatchObject({ code: "forbidden" });
    expect(await sam.run("opinion.decline", declined)).toMatchObject({ status: "open", opinions: null });
    await expect(nia.run("mention.dismiss", spam)).rejects.toMatchObject({ code: "move_not_allowed" });
    expect(await sam.run("opinion.decline", { ...declined, isDeclined: false })).toMatchObject({ opinions: [{ wish: "dismiss" }] });
    expect((await actions()).sort()).toEqual(["opinion.decline", "opinion.decline", "opinion.dismiss"]);
  });

  it("never touches what is with staff", async () => {
    await sam.run("mention.route", toStaff);
    await expect(nia.run("mention.dismiss", spam)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("of many at once is done once", async () => {
    const crowd = await Promise.all(Array.from({ length: 6 }, () => server().join(ann.workspaceId, "advocate", 0)));
    await Promise.allSettled(crowd.map((each) => each.run("mention.dismiss", spam)));
    expect(await seenBy(sam)).toMatchObject({ status: "dismissed" });
    const { rows } = await server().deps.pool.query("SELECT state FROM opinions WHERE workspace_id = $1", [ann.workspaceId]);
    expect(rows).toEqual([{ state: "taken" }]);
  });
});
