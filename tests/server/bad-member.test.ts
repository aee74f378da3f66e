import { isDeepStrictEqual } from "node:util";
import { beforeEach, describe, expect, it } from "vitest";
import type { Mention } from "../../lib/schema/mention.ts";
import { perHour } from "../../lib/schema/paces.ts";
import { limits, protocolVersion } from "../../lib/schema/wire.ts";
import { mentionsOf, sighting, type TestDevice, useServer } from "./support.ts";

const server = useServer();
let sam: TestDevice;
const many = Array.from({ length: 50 }, (_, n) => n);
const waiting = many.map((n) => `w${n}`);
const answered = many.map((n) => `a${n}`);
const newcomer = { role: "advocate", level: 0 } as const;
const acme = { id: "acme", text: "acme", label: null, mustNear: [], mustNotNear: [] };

/** A community whose queue holds 50 posts, and 50 answered ones. */
beforeEach(async () => {
  const workspace = await server().workspace();
  sam = await server().join(workspace, "staff");
  const ada = await server().join(workspace, "admin");
  await ada.run("keywords.push", { listId: "brand", name: "Brand", baseVersion: 0, entries: [acme] });
  for (const postId of [...waiting, ...answered]) await sam.run("mention.report", sighting(postId));
  for (const postId of answered) {
    const { id: mentionId, claim } = await sam.run("claim.take", { mentionId: `x:${postId}` });
    await sam.run("reply.posted", { mentionId, fence: claim?.fence ?? 0, text: "Hold both.", url: null, proof: "confirmed" });
  }
  server().clock.advance(60_000);
}, 120_000);

/** A client of its own, which knows no manners: it sends whatever it likes, as fast as it can. */
async function attack({ token }: TestDevice): Promise<string[]> {
  const send = async (name: string, all: readonly object[]) => {
    const codes: string[] = [];
    for (let at = 0; at < all.length; at += limits.operations) {
      const operations = all.slice(at, at + limits.operations).map((args) => ({ id: crypto.randomUUID(), name, args }));
      const response = await server().post("/v1/sync", { protocol: protocolVersion, since: null, operations }, token);
      const { results } = (await response.json()) as { results: ({ ok: true } | { ok: false; error: { code: string } })[] };
      codes.push(...results.map((each) => (each.ok ? `${name} ok` : `${name} ${each.error.code}`)));
    }
    return codes;
  };
  const posts = (ids: readonly string[]) => ids.map((postId) => ({ mentionId: `x:${postId}` }));
  const elsewhere = { text: "Ask there", url: "https://evil.example/", proof: "confirmed" };
  const later = { postId: "999", excerpt: "Still broken, this is awful", url: null, lang: "en" };
  const invented = Array.from({ length: 2_200 }, (_, n) => sighting(`i${n}`, { excerpt: `The acme thing number ${n}, look` }));
  const wordless = Array.from({ length: 200 }, (_, n) => sighting(`n${n}`, { excerpt: `Nothing number ${n}` }));
  return [
    ...(await send(
      "mention.dismiss",
      posts(waiting).map((ref) => ({ ...ref, reason: "spam" })),
    )),
    ...(await send(
      "mention.route",
      posts(waiting).map((ref) => ({ ...ref, route: "first_line", note: "look" })),
    )),
    ...(await send(
      "mention.follow_up",
      posts(answered).map((ref) => ({ ...ref, ...later })),
    )),
    ...(await send(
      "reply.posted",
      posts(waiting).map((ref) => ({ ...ref, fence: 1, ...elsewhere })),
    )),
    ...(await send("mention.report", wordless)),
    ...(await send("mention.report", invented)),
  ];
}

/** The queue of everybody else. */
async function queue() {
  const mentions = [...(await mentionsOf(sam)).values()];
  const of = (ids: readonly string[], fits: (mention: Mention) => boolean) =>
    mentions.filter((mention) => ids.includes(mention.postId) && fits(mention)).length;
  return {
    waiting: of(waiting, ({ status, route }) => status === "open" && route === "community"),
    answered: of(answered, ({ status, followUp, reply }) => status === "answered" && followUp === null && reply?.url === null),
    invented: mentions.filter(({ postId, status }) => postId.startsWith("i") && status !== "dismissed").length,
    wordless: mentions.filter(({ postId }) => postId.startsWith("n")).length,
  };
}

const join = () => server().join(sam.workspaceId, "advocate", 0);

describe("a bad member", () => {
  it("with one account takes nothing out of anybody's queue, and adds an hour's pace to it, which one press removes", async () => {
    const bad = await join();
    const codes = await attack(bad);
    expect(codes.filter((code) => code === "mention.report ok").length).toBeLessThanOrEqual(perHour("mention.report", newcomer));
    expect(codes.filter((code) => code.startsWith("reply.posted")).every((code) => code !== "reply.posted ok")).toBe(true);
    const during = await queue();
    expect(during).toMatchObject({ waiting: 50, answered: 50, wordless: 0 });
    expect(during.invented).toBeLessThanOrEqual(perHour("mention.report", newcomer));
    expect((await sam.run("member.doings", {})).people[0]).toMatchObject({
      member: { id: bad.memberId },
      unusual: expect.arrayContaining(["refused"]),
    });
    await sam.run("member.take_back", { memberId: bad.memberId, hours: 1 });
    expect(await queue()).toEqual({ waiting: 50, answered: 50, invented: 0, wordless: 0 });
    expect([...(await mentionsOf(sam)).values()].filter(({ opinions }) => opinions?.length)).toEqual([]);
  }, 120_000);

  it("with three accounts moves what their paces allow, and one press for each restores it", async () => {
    const bads = [await join(), await join(), await join()];
    for (const bad of bads) await attack(bad);
    const during = await queue();
    const [dismissed, handedOn, reopened] = (["mention.dismiss", "mention.route", "mention.follow_up"] as const).map((kind) =>
      perHour(kind, newcomer),
    );
    expect(during.waiting).toBeGreaterThanOrEqual(50 - (dismissed ?? 0) - (handedOn ?? 0));
    expect(during.answered).toBeGreaterThanOrEqual(50 - (reopened ?? 0));
    expect(during.waiting).toBeLessThan(50);
    for (const { memberId } of bads) await sam.run("member.take_back", { memberId, hours: 1 });
    expect(await queue()).toEqual({ waiting: 50, answered: 50, invented: 0, wordless: 0 });
  }, 120_000);

  it("with three accounts that were known moves everything, words and drafts too, and one press for each restores all of it", async () => {
    const bads = await Promise.all(Array.from({ length: 3 }, () => server().join(sam.workspaceId, "advocate", 1)));
    const threat = { excerpt: "The acme office will see what comes of this", author: { handle: "someone", name: "Else", verified: true } };
    for (const bad of bads) {
      for (const postId of waiting) {
        await bad.run("mention.report", sighting(postId, threat)).catch(() => null);
        const claim = await bad.run("claim.take", { mentionId: `x:${postId}` }).catch(() => null);
        if (claim?.claim == null) continue;
        const held = { mentionId: claim.id, fence: claim.claim.fence };
        await bad.run("draft.save", { ...held, text: "Awful words" }).catch(() => null);
        await bad.run("claim.release", held).catch(() => null);
      }
      await attack(bad);
    }
    // Asked one by one: what was set aside afterwards pushes older closed ones out of what a device mirrors.
    const each = (ids: readonly string[]) => Promise.all(ids.map((postId) => sam.run("mention.get", { mentionId: `x:${postId}` })));
    const community = { route: "community", followUp: null };
    const everything = async () => {
      const mentions = await each(waiting);
      const closed = await each(answered);
      return {
        waiting: mentions.filter((each) => each.status === "open" && each.route === "community").length,
        answered: closed.filter(({ status, route, followUp }) =>
          isDeepStrictEqual({ status, route, followUp }, { status: "answered", ...community }),
        ).length,
        theirs: mentions.filter(({ excerpt }) => excerpt === threat.excerpt).length,
        drafts: mentions.filter(({ draft }) => draft !== null).length,
      };
    };
    const during = await everything();
    expect(during).toMatchObject({ theirs: 50, answered: 50 - perHour("mention.follow_up", { role: "advocate", level: 1 }) });
    expect(during.waiting).toBeLessThan(50);
    expect(during.drafts).toBeGreaterThan(0);
    server().clock.advance(1_000);
    for (const { memberId } of bads) await sam.run("member.take_back", { memberId, hours: 1 });
    expect(await everything()).toEqual({ waiting: 50, answered: 50, theirs: 0, drafts: 0 });
    expect((await queue()).invented).toBe(0);
  }, 240_000);
});
