import { beforeEach, describe, expect, it } from "vitest";
import { mentionsOf, sighting, type TestDevice, team, useServer } from "./support.ts";

const server = useServer();
let ann: TestDevice;
let ben: TestDevice;
let sam: TestDevice;
const ref = { mentionId: "x:1" };

beforeEach(async () => {
  [ann, ben, sam] = await team(server());
});

describe("a report", () => {
  it.each([
    "https://x.com@evil.example/someone/status/1",
    "https://127.0.0.1/someone/status/1",
    "https://x.com:444/someone/status/1",
    "https://evil.example/someone/status/1",
    "https://x.com/someone/status/2",
  ])("whose link is %s is refused, alone, and costs the others nothing", async (permalink) => {
    const report = (postId: string, changed = {}) => ({ id: crypto.randomUUID(), name: "mention.report", args: sighting(postId, changed) });
    const { results } = await ann.sync([report("8"), report("1", { permalink }), report("9")]);
    expect(results.map((each) => (each.ok ? "ok" : each.error.code))).toEqual(["ok", "link_refused", "ok"]);
    expect([...(await mentionsOf(ben)).keys()].sort()).toEqual(["x:8", "x:9"]);
  });

  it("gives a known post no other link than its own", async () => {
    await ann.run("mention.report", sighting("1", { permalink: null }));
    await expect(ben.run("mention.report", sighting("1", { permalink: "https://evil.example/status/1" }))).rejects.toMatchObject({
      code: "link_refused",
    });
    expect((await mentionsOf(ann)).get("x:1")?.permalink).toBeNull();
  });

  it("of a page of another site has the id that its link gives", async () => {
    const page = { site: "other", permalink: "https://forum.example/t/7", hits: [] } as const;
    const claimed = { ...page, hits: [] };
    await expect(ann.run("mention.report", sighting("7", claimed))).rejects.toMatchObject({ code: "link_refused" });
    await expect(ann.run("mention.report", sighting("7", { ...claimed, permalink: null }))).rejects.toMatchObject({ code: "link_refused" });
  });
});

describe("a reply", () => {
  it("with a link that leads elsewhere is refused, and the post stays with its holder", async () => {
    await ann.run("mention.report", sighting("1"));
    const { claim } = await ann.run("claim.take", ref);
    const reply = { ...ref, fence: claim?.fence ?? 0, text: "Hold both keys.", proof: "confirmed" } as const;
    await expect(ann.run("reply.posted", { ...reply, url: "https://evil.example/x.com/status/9" })).rejects.toMatchObject({
      code: "link_refused",
      message: expect.stringMatching(/link/),
    });
    expect((await mentionsOf(ben)).get("x:1")).toMatchObject({ status: "claimed", reply: null });
    expect(await ann.run("reply.posted", { ...reply, url: "https://x.com/ann/status/9" })).toMatchObject({ status: "answered" });
  });
});

describe("what an author wrote next", () => {
  it.each([
    ["invented", null, "malformed"],
    ["1", null, "malformed"],
    ["9", "https://evil.example/someone/status/9", "link_refused"],
  ])("with the id %s at %s is refused", async (postId, url, code) => {
    await ann.run("mention.report", sighting("1"));
    await expect(sam.run("mention.follow_up", { ...ref, postId, excerpt: "Still broken", url, lang: "en" })).rejects.toMatchObject({
      code,
    });
    expect((await mentionsOf(sam)).get("x:1")?.followUp).toBeNull();
  });
});
