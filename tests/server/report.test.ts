import { beforeEach, describe, expect, it } from "vitest";
import { firstAnswerMs } from "../../lib/schema/lifecycle.ts";
import { angry, calm, mentionsOf, sighting, type TestDevice, team, useServer } from "./support.ts";

const server = useServer();
let ann: TestDevice;
let ben: TestDevice;
let sam: TestDevice;

const ref = { mentionId: "x:1" };
const long = `Does the acme app work on tablets? ${"It says so on the box. ".repeat(20)}`.slice(0, 280);
const fromDevice = { ...calm, route: "second_line", reasons: [{ code: "technical", words: ["bluetooth stack"], value: 0.9 }] } as const;
const asDevice = (triage: typeof fromDevice) => ({
  ...triage,
  reasons: triage.reasons.map((reason) => ({ ...reason, words: [...reason.words] })),
});

beforeEach(async () => {
  [ann, ben, sam] = await team(server());
});

describe("a report", () => {
  it("becomes a mention, due two hours after the post", async () => {
    const mention = await ann.run("mention.report", sighting("1"));
    expect(mention).toMatchObject({
      id: "x:1",
      status: "open",
      route: "community",
      labels: ["Acme"],
      claim: null,
      draft: null,
      reply: null,
      note: null,
    });
    expect(Date.parse(mention.dueAt)).toBe(Date.parse(mention.postedAt ?? "") + firstAnswerMs);
  });

  it("without a time of the post, or with one to come, counts from now", async () => {
    const now = server().clock.now().getTime();
    for (const [id, postedAt] of [
      ["1", null],
      ["2", "2199-01-01T00:00:00.000Z"],
    ] as const) {
      expect(Date.parse((await ann.run("mention.report", sighting(id, { postedAt }))).dueAt)).toBe(now + firstAnswerMs);
    }
  });

  it("of the same post by many devices at once is one mention", async () => {
    const devices = [ann, ben, sam];
    for (let round = 0; round < 10; round++) {
      await Promise.all(devices.map((device) => device.run("mention.report", sighting(`r${round}`))));
    }
    expect((await mentionsOf(ann)).size).toBe(10);
  });

  it("of the same post on another site is another mention", async () => {
    await ann.run("mention.report", sighting("1"));
    await ann.run("mention.report", sighting("1", { site: "facebook", permalink: "https://www.facebook.com/someone/posts/1" }));
    expect([...(await mentionsOf(ann)).keys()].sort()).toEqual(["facebook:1", "x:1"]);
  });

  it("that changes nothing is no news", async () => {
    const first = await ann.run("mention.report", sighting("1"));
    server().clock.advance(60_000);
    expect(await ben.run("mention.report", sighting("1"))).toEqual(first);
    const fewer = sighting("1", {
      counts: { replies: null, reposts: null, likes: 0, views: 39 },
      excerpt: "Does the acme",
      partial: true,
      permalink: null,
    });
    expect(await ben.run("mention.report", fewer)).toEqual(first);
  });

  it("whose counts alone rose is news when they say something else of it", async () => {
    const counted = (replies: number, views: number) => sighting("1", { counts: { replies, reposts: 0, likes: 1, views } });
    const first = await ann.run("mention.report", sighting("1"));
    expect(await ben.run("mention.report", counted(0, 99))).toEqual(first);
    const spread = await ben.run("mention.report", counted(0, 20_000));
    expect(spread.triage.reach).toBeGreaterThan(first.triage.reach);
    expect(spread.revision).toBeGreaterThan(first.revision);
    expect(await ann.run("mention.report", counted(0, 90_000))).toEqual(spread);
    const codes = ({ triage }: typeof first) => triage.reasons.map(({ code }) => code);
    expect(codes(spread)).toContain("unanswered");
    expect(codes(await ann.run("mention.report", counted(2, 20_000)))).not.toContain("unanswered");
  });

  it("with the whole text replaces a partial one, and labels add up", async () => {
    await ann.run("mention.report", sighting("1", { excerpt: "Does the acme app", partial: true }));
    const hit = { entryId: "app", label: "App", start: 14, end: 17, form: "exact", context: [] } as const;
    await sam.run("mention.report", sighting("1"));
    const full = await ben.run("mention.report", sighting("1", { hits: [{ ...hit, context: [] }] }));
    expect(full).toMatchObject({ excerpt: "Does the acme app work on tablets?", partial: false, labels: ["Acme", "App"] });
    expect(full.revision).toBeGreaterThan(0);
  });

  it("says nothing new about a post that was dismissed, answered or claimed", async () => {
    const worse = sighting("1", { excerpt: angry });
    await ann.run("mention.report", sighting("1"));
    const { claim } = await ann.run("claim.take", ref);
    expect(await ben.run("mention.report", worse)).toMatchObject({ status: "claimed", route: "community" });
    await ann.run("reply.posted", { ...ref, fence: claim?.fence ?? 0, text: "Yes", url: null, proof: "confirmed" });
    expect(await ben.run("mention.report", { ...worse, excerpt: `${angry}!` })).toMatchObject({ status: "answered", route: "community" });
    await ann.run("mention.report", sighting("2"));
    await ann.run("mention.dismiss", { mentionId: "x:2", reason: "no_answer_needed" });
    expect(await ben.run("mention.report", sighting("2", { excerpt: angry }))).toMatchObject({
      status: "dismissed",
      note: "no_answer_needed",
    });
  });

  it("does not undo where a person sent a post", async () => {
    await ann.run("mention.report", sighting("1"));
    await sam.run("mention.route", { ...ref, route: "first_line", note: "" });
    await sam.run("mention.route", { ...ref, route: "community", note: "calm enough" });
    expect(await ben.run("mention.report", sighting("1", { excerpt: angry }))).toMatchObject({ status: "open", route: "community" });
  });
});

describe("the server's triage", () => {
  it("counts, not the device's", async () => {
    const flattering = { ...calm, priority: 100, route: "first_line", reasons: [] } as const;
    const mention = await ann.run("mention.report", sighting("1", { triage: { ...flattering, reasons: [] } }));
    expect(mention).toMatchObject({ status: "open", route: "community" });
    expect(mention.triage.priority).toBeLessThan(100);
  });

  it("says why a keyword counted that does not always, in words of the excerpt only", async () => {
    const hit = { entryId: "brand", label: "Acme", start: 9, end: 13, form: "exact" as const, context: ["app", "not there"] };
    const { triage } = await ann.run("mention.report", sighting("1", { hits: [hit] }));
    expect(triage.reasons[0]).toEqual({ code: "keyword", words: ["acme", "app"], value: null });
  });

  it("sends an angry post to staff, also one that turns out so by its whole text", async () => {
    expect(await ann.run("mention.report", sighting("1", { excerpt: angry }))).toMatchObject({ status: "escalated", route: "first_line" });
    await ann.run("mention.report", sighting("2", { excerpt: angry.slice(0, 20), partial: true }));
    expect(await ann.run("mention.report", sighting("2", { excerpt: angry }))).toMatchObject({ status: "escalated", route: "first_line" });
  });

  it("takes a device's word only upwards and only for what the excerpt leaves out", async () => {
    const triage = asDevice(fromDevice);
    expect(await ann.run("mention.report", sighting("1", { triage }))).toMatchObject({ status: "open" });
    const cut = await ann.run("mention.report", sighting("2", { excerpt: long, triage }));
    expect(cut).toMatchObject({ status: "escalated", route: "second_line", triage: { route: "second_line", reasons: fromDevice.reasons } });
    expect(await ben.run("mention.report", sighting("2", { excerpt: long }))).toEqual(cut);
  });
});
