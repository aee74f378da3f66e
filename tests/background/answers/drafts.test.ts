// @vitest-environment node
import { beforeEach, describe, expect, it } from "vitest";
import { createDraftChecks } from "../../../lib/background/answers/draft-checks.ts";
import { insertReply, keepWritten, reportReply, writeDraft } from "../../../lib/background/answers/drafts.ts";
import { keepOwnDisclosure, speakingOn } from "../../../lib/background/answers/speaking.ts";
import { keptWords, mostOf } from "../../../lib/schema/limits.ts";
import type { Precedent } from "../../../lib/schema/workspace.ts";
import { readKept } from "../../../lib/store/kept.ts";
import { getMeta } from "../../../lib/store/meta.ts";
import { waitingOperations } from "../../../lib/store/outbox.ts";
import { withDisclosure } from "../../../lib/suggest/length.ts";
import { resetBrowser, world } from "../../support/browser.ts";
import { account, claimed, dana, iso, linh, mention, noonMs, workspace } from "../../support/samples.ts";
import { joinedStore } from "../../support/store.ts";
import { workerContext } from "../../support/worker-context.ts";

beforeEach(resetBrowser);
const call = { kind: "page" as const, tabId: 1, url: "https://x.com/home", messageId: "message-1", community: null };
const tie = workspace.disclosure;
const announce = { mentions: () => {}, restart: async () => {}, moved: () => {} };

async function holding(more: Parameters<typeof workerContext>[1] = {}) {
  const store = await joinedStore();
  await store.mentions.put(claimed("1", dana));
  const none = async () => [];
  const soon = async () => ({ suggestions: [], isSearching: false });
  const suggesting = { all: none, soon, find: none, those: none, ahead: async () => {} };
  const checkDraft = createDraftChecks(
    store,
    () => noonMs,
    async () => null,
  );
  return { store, context: workerContext(store, { checkDraft, suggesting, announce, sync: () => {}, ...more }) };
}

describe("the checks of a draft", () => {
  const checks = async (text: string, answers: string[] = []) => {
    const { store } = await holding();
    const given = (answer: string, at: number): Precedent => ({
      ...{ id: `x:${at + 10}`, lang: "en", kind: "question", asked: "pair", source: null, verdict: "accepted", answer, at: iso(noonMs) },
    });
    await store.precedents.bulkPut(answers.map(given));
    const check = createDraftChecks(
      store,
      () => noonMs,
      async () => null,
    );
    return (await check({ workspace, mention: mention("1"), me: dana }, text)).map(({ code, words }) => [code, words]);
  };

  it("find telephone numbers and angry words, and nothing in a good answer", async () => {
    expect(await checks(`Hold the button for ten seconds. ${tie}`)).toEqual([]);
    expect(await checks(`Call +1 415 555 2671 now. ${tie}`)).toContainEqual(["phone_number", ["+1 415 555 2671"]]);
    const tone = await checks(`You idiots are the worst, this is bullshit, I hate you all. ${tie}`);
    expect(tone.map(([code]) => code)).toContain("tone");
  });

  it("find a copy of what was answered before", async () => {
    const answer = "Hold the left button for ten seconds until the light blinks twice.";
    expect(await checks(`${answer} ${tie}`, [answer])).toContainEqual(["near_copy", [expect.stringContaining("left button")]]);
    expect(await checks(`Hold it and wait. ${tie}`, [answer])).toEqual([]);
  });
});

describe("who writes", () => {
  it("has their own words by the side that they speak for, the oldest forgotten", async () => {
    const { store, context } = await holding();
    const langs = Array.from(
      { length: mostOf.disclosures + 1 },
      (_, at) => `q${String.fromCharCode(97 + (at % 26), 97 + Math.floor(at / 26))}`,
    );
    for (const lang of langs) await keepOwnDisclosure(context, lang, `line in ${lang}`);
    const own = (await speakingOn(context, "x:1")).ownDisclosures ?? {};
    expect(Object.keys(own)).toEqual(langs.slice(1));
    expect((await getMeta(store, "ownDisclosures"))?.brand).toBeUndefined();
    await expect(speakingOn(context, "x:9")).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("what is written", () => {
  it("is kept with what its post is known by, and no more of a stranger's words", async () => {
    const { store, context } = await holding();
    await store.mentions.put(claimed("1", dana, { excerpt: "🎧".repeat(keptWords + 5) }));
    await keepWritten(context, { mentionId: "x:1", text: "Try this.", post: null });
    expect(await readKept(store)).toEqual([
      { mentionId: "x:1", text: "Try this.", atMs: noonMs, post: { author: mention("1").author, words: "🎧".repeat(keptWords) } },
    ]);
  });

  it("by a language model is given only while the talk is as it was", async () => {
    const { store, context } = await holding({ draftWriter: { kind: async () => "server", write: async () => "Hold it." } });
    expect(await writeDraft(context, "x:1", 1)).toEqual({ text: "Hold it." });
    const answered = workerContext(store, {
      draftWriter: {
        kind: async () => "server",
        write: async () => {
          await store.mentions.update("x:1", { status: "answered" });
          return "Too late.";
        },
      },
    });
    await expect(writeDraft(answered, "x:1", 1)).rejects.toMatchObject({ code: "draft_stale" });
  });
});

describe("pasting a reply", () => {
  const args = { mentionId: "x:1", text: `Hold the button. ${tie}`, editor: "textarea" };

  it("goes into the page's own world of the tab that asked", async () => {
    const { context } = await holding();
    world.onInject = () => true;
    expect(await insertReply(context, args, call)).toEqual({ pasted: true });
    expect(world.injected).toMatchObject([{ target: { tabId: 1, frameIds: [0] }, world: "MAIN", args: [args.editor, args.text] }]);
  });

  it.each([
    ["where somebody else holds the post", { holder: linh, text: args.text }, "lease_lost"],
    ["where a check refuses it", { holder: dana, text: `Write to me@acme.example. ${tie}` }, "draft_refused"],
    ["without words for the tie to the brand", { holder: dana, text: "Hold the button." }, "draft_refused"],
  ])("is refused %s", async (_, { holder, text }, code) => {
    const { store, context } = await holding();
    await store.mentions.put(claimed("1", holder));
    await expect(insertReply(context, { ...args, text }, call)).rejects.toMatchObject({ code });
    expect(world.injected).toEqual([]);
  });

  it("is refused of a newcomer, but for the very text that was approved", async () => {
    const newcomer = { ...dana, level: 0 };
    const store = await joinedStore(account(newcomer));
    const draft = { text: "Hold the button.", author: dana, status: "approved" as const, updatedAt: iso(noonMs) };
    await store.mentions.put(claimed("1", newcomer, { draft }));
    const context = workerContext(store, {
      checkDraft: createDraftChecks(
        store,
        () => noonMs,
        async () => null,
      ),
    });
    world.onInject = () => true;
    await expect(insertReply(context, { ...args, text: `Press the button. ${tie}` }, call)).rejects.toMatchObject({
      code: "review_needed",
    });
    expect(await insertReply(context, { ...args, text: withDisclosure(draft.text, tie) }, call)).toEqual({ pasted: true });
  });
});

describe("a reply that stands on the site", () => {
  const posted = { mentionId: "x:1", fence: 1, text: `Hold it. ${tie}`, from: null };

  it("is queued with a link of the site; what was kept of it goes", async () => {
    const { store, context } = await holding();
    await keepWritten(context, { mentionId: "x:1", text: "Hold it.", post: null });
    const url = "https://x.com/dana_k/status/99";
    await reportReply(context, { ...posted, url, proof: "seen" }, call);
    expect(await waitingOperations(store)).toMatchObject([{ id: "message-1", name: "reply.posted", args: { url, from: null } }]);
    expect(await readKept(store)).toEqual([]);
  });

  it("takes no link to elsewhere: typed it is refused, shown by the page it is left out", async () => {
    const { store, context } = await holding();
    const url = "https://evil.example/1";
    await expect(reportReply(context, { ...posted, url, proof: "confirmed" }, call)).rejects.toMatchObject({ code: "link_refused" });
    await reportReply(context, { ...posted, url, proof: "seen" }, call);
    expect(await waitingOperations(store)).toMatchObject([{ args: { url: null } }]);
  });
});
