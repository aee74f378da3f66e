// @vitest-environment node
import { describe, expect, it } from "vitest";
import { createSuggesting } from "../../../lib/background/answers/suggesting.ts";
import type { Precedent } from "../../../lib/schema/workspace.ts";
import { storeItem, storePrecedent } from "../../../lib/store/library.ts";
import { askedOf } from "../../../lib/suggest/asked.ts";
import { iso, mention, noonMs, triaged } from "../../support/samples.ts";
import { joinedStore } from "../../support/store.ts";

const item = (id: string, title: string, answer: string) => ({ id, lang: "en", title, topics: [], answer, link: null });
const used = (id: string, answer: string, asked: string): Precedent => ({
  ...{ id, lang: "en", kind: "question", asked, source: null, verdict: "accepted", answer, at: iso(noonMs) },
});

describe("the answers that may fit a post", () => {
  it("come from knowledge and from what was answered before, with the author's name in them", async () => {
    const store = await joinedStore();
    await storeItem(store, item("pairing", "Pairing earbuds", "Hi {firstName}, hold the button."));
    await storePrecedent(store, used("x:9", "Turn it off and on.", askedOf("My earbuds lost their pairing")));
    const found = await createSuggesting(store).all(mention("1"), []);
    expect(found.map(({ source }) => source)).toEqual(expect.arrayContaining(["pairing", "reply/x:9"]));
    expect(found.find(({ source }) => source === "pairing")).toMatchObject({ title: "Pairing earbuds", text: "Hi Nilu, hold the button." });
  });

  it("are not those whose last day is over, however well they fit", async () => {
    const store = await joinedStore();
    const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    await storeItem(store, { ...item("over", "Pairing earbuds", "Hold the button."), validUntil: day(-1) });
    await storeItem(store, { ...item("holds", "Pairing earbuds", "Hold it."), validUntil: day(0) });
    const suggesting = createSuggesting(store);
    expect((await suggesting.all(mention("1"), [])).map(({ source }) => source)).toEqual(["holds"]);
    expect((await suggesting.find(mention("1"), "pairing")).map(({ source }) => source)).toEqual(["holds"]);
  });

  it("are found by what was said before the post, too", async () => {
    const store = await joinedStore();
    await storeItem(store, item("warranty", "Warranty repair", "It is free."));
    const suggesting = createSuggesting(store);
    const vague = mention("1", { excerpt: "And how about this?" });
    expect(await suggesting.all(vague, [])).toEqual([]);
    expect((await suggesting.all(vague, ["My warranty repair takes weeks"])).map(({ source }) => source)).toEqual(["warranty"]);
  });

  it("hold nothing that is merely often used where somebody is angry", async () => {
    const store = await joinedStore();
    await storeItem(store, item("habit", "Opening hours", "Nine to five."));
    for (let at = 0; at < 6; at++) await storePrecedent(store, { ...used(`x:${at + 20}`, "Nine to five.", "zzz"), source: "habit" });
    const suggesting = createSuggesting(store);
    const ask = (anger: number) => suggesting.all(mention("1", { excerpt: "Please answer me", triage: { ...triaged, anger } }), []);
    expect((await ask(0)).map(({ source, isFounded }) => [source, isFounded])).toContainEqual(["habit", false]);
    expect(await ask(0.95)).toEqual([]);
  });

  it("are given soon, with whether more is still looked for", async () => {
    const store = await joinedStore();
    await storeItem(store, item("pairing", "Pairing earbuds", "Hold it."));
    const suggesting = createSuggesting(store);
    await suggesting.all(mention("1"), []);
    expect(await suggesting.soon(mention("1"), [])).toMatchObject({ suggestions: [{ source: "pairing" }], isSearching: false });
  });
});
