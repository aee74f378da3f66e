// @vitest-environment node
import { beforeEach, expect, it, vi } from "vitest";
import type { Mention } from "../../../lib/schema/mention.ts";
import type { Suggestion } from "../../../lib/schema/messages.ts";
import type { KnowledgeItem } from "../../../lib/schema/workspace.ts";
import { runningBackground } from "../../support/background.ts";
import { resetBrowser } from "../../support/browser.ts";
import { claimed, dana } from "../../support/samples.ts";

beforeEach(resetBrowser);

const item: KnowledgeItem = {
  id: "pairing",
  lang: "en",
  title: "Acme app on tablets",
  topics: ["acme", "app", "pairing", "earbuds"],
  answer: "Hold both buttons for ten seconds until the light blinks white. Then choose the buds again in the list.",
  link: null,
};
const at = "2026-03-02T12:00:00.000Z";

/** A background that holds x:1 and knows one item. */
async function running() {
  const background = await runningBackground();
  background.server.put({ kind: "mention", value: claimed("1", dana) });
  background.server.put({ kind: "knowledge", value: item });
  await background.from("popup", "sync.now", null);
  await vi.waitFor(async () => expect(await background.store().knowledge.get("pairing")).toBeDefined());
  const state = async () =>
    (await background.fromPage("card.state", { mentionId: "x:1" })) as { value: { suggestions: { source: string }[] } };
  return { ...background, suggested: async () => (await state()).value.suggestions.map(({ source }) => source) };
}

const others = (count: number): KnowledgeItem[] =>
  Array.from({ length: count }, (_, index) => ({
    ...item,
    id: `other-${index}`,
    title: "Hours",
    topics: ["opening"],
    answer: "From nine.",
  }));

it("learns ahead what a sync brought, and suggests from the kept index, which a restarted worker opens", async () => {
  const background = await running();
  for (const value of others(150)) background.server.put({ kind: "knowledge", value });
  await background.from("popup", "sync.now", null);
  await vi.waitFor(async () => expect(await background.store().library.toCollection().primaryKeys()).toEqual(["packed"]));
  // Who asks before the index is open gets what is there by then.
  await vi.waitFor(async () => expect(await background.suggested()).toEqual(["pairing"]));
  background.restart();
  await vi.waitFor(async () => expect(await background.suggested()).toEqual(["pairing"]));
  background.server.put({ kind: "knowledge", value: { ...item, removed: true } });
  await background.from("popup", "sync.now", null);
  await vi.waitFor(async () => expect(await background.suggested()).toEqual([]));
});

it("greets the author by the name they are called by, and offers habits only to calm posts", async () => {
  const background = await running();
  const greeting = { ...item, id: "greeting", answer: "Hi {author}, hold it." };
  const habits = Array.from({ length: 3 }, (_, index) => `x:${index + 20}`);
  background.server.put({ kind: "knowledge", value: greeting });
  background.server.put({ kind: "knowledge", value: { ...item, id: "habit", title: "Hours", topics: ["opening"], answer: "From nine." } });
  const used = { lang: "en", kind: "question", asked: "opening", source: "habit", verdict: "accepted", answer: null, at } as const;
  for (const id of habits) background.server.put({ kind: "precedent", value: { ...used, id } });
  const calm = claimed("1", dana);
  const seen = async (mention: Mention) => {
    background.server.put({ kind: "mention", value: mention });
    await background.from("popup", "sync.now", null);
    const { value } = (await background.fromPage("card.state", { mentionId: mention.id })) as { value: { suggestions: Suggestion[] } };
    return value.suggestions;
  };
  await vi.waitFor(async () => expect((await seen(calm)).map(({ source }) => source).sort()).toEqual(["greeting", "habit", "pairing"]));
  const named = { ...calm, author: { handle: "x", name: "Dr. DANA HOLLOW {link}", verified: false }, revision: calm.revision + 1 };
  await vi.waitFor(async () => expect((await seen(named)).find(({ source }) => source === "greeting")?.text).toBe("Hi Dana, hold it."));
  const angry = { ...named, triage: { ...calm.triage, anger: 0.9 }, revision: named.revision + 1 };
  await vi.waitFor(async () => expect((await seen(angry)).map(({ source }) => source).sort()).toEqual(["greeting", "pairing"]));
});

it("refuses to place what was said before, and tells why", async () => {
  const background = await running();
  const answer = { lang: "en", kind: "question", asked: "app", source: null, verdict: "accepted", at } as const;
  background.server.put({ kind: "precedent", value: { ...answer, id: "x:9", answer: `Hi {author}. ${item.answer}` } });
  await background.from("popup", "sync.now", null);
  await vi.waitFor(async () => expect(await background.store().precedents.count()).toBe(1));
  const check = await background.fromPage("draft.check", { mentionId: "x:1", text: item.answer });
  expect(check).toMatchObject({ value: [{ code: "near_copy" }] });
  const placed = await background.fromPage("reply.insert", { mentionId: "x:1", editor: "div", text: item.answer });
  expect(placed).toMatchObject({ ok: false, code: "draft_refused" });
  const harsh = await background.fromPage("draft.check", {
    mentionId: "x:1",
    text: "You are all disgusting liars, I am furious. Call 213 373 4253!!!",
  });
  expect(harsh).toMatchObject({ value: [{ code: "phone_number" }, { code: "tone" }] });
});

it("says with a posted reply which suggestion it began as", async () => {
  const background = await running();
  background.server.fault = () => "lost_before";
  const reply = { mentionId: "x:1", fence: 1, url: null, proof: "confirmed" } as const;
  await background.fromPage("reply.posted", { ...reply, text: `First: ${item.answer}`, from: { source: "other", edited: false } });
  const [row] = await background.store().outbox.toArray();
  expect(row?.args).toMatchObject({ from: { source: "pairing", edited: true } });
});

it("finds answers by words, filled like suggestions, and says with a posted reply that it began as one that was picked", async () => {
  const background = await running();
  const parcel = {
    ...item,
    id: "parcel",
    title: "Parcels",
    topics: ["delivery"],
    answer: "Hi {author}, parcels take three working days: {link}",
  };
  background.server.put({ kind: "knowledge", value: parcel });
  await background.from("popup", "sync.now", null);
  await vi.waitFor(async () => expect(await background.store().knowledge.get("parcel")).toBeDefined());
  const find = async (words: string) =>
    (await background.fromPage("knowledge.find", { mentionId: "x:1", words })) as { value: Suggestion[] };
  const { value } = await find("parcl");
  expect(value.map(({ source }) => source)).toEqual(["parcel"]);
  expect(value[0]?.text).not.toContain("{author}");
  expect(value[0]?.text).toContain("{link}");
  expect(await background.fromPage("knowledge.find", { mentionId: "x:none", words: "parcel" })).toMatchObject({ value: [] });
  expect(await background.fromPage("knowledge.find", { mentionId: "x:1", words: "a".repeat(201) })).toMatchObject({
    ok: false,
    code: "malformed",
  });
  const posted = async () => {
    await background.fromPage("reply.posted", {
      mentionId: "x:1",
      fence: 1,
      url: null,
      proof: "confirmed",
      text: "Parcels take three working days.",
    });
    const rows = await background.store().outbox.where("mentionId").equals("x:1").toArray();
    return rows.at(-1)?.args;
  };
  background.server.fault = () => "lost_before";
  expect(await posted()).toMatchObject({ from: null });
  await background.fromPage("knowledge.pick", { mentionId: "x:1", itemId: "parcel" });
  expect(await posted()).toMatchObject({ from: { source: "parcel", edited: true } });
});
