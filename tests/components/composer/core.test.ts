import { describe, expect, test, vi } from "vitest";
import type { AnswerDeps } from "../../../components/composer/actions.ts";
import { answerByCopy } from "../../../components/composer/answer-by-copy.ts";
import { openCore } from "../../../components/composer/answer-core.ts";
import { draftActions, modelActions, openDraft } from "../../../components/composer/drafting.ts";
import { keepHold } from "../../../components/composer/keep-hold.ts";
import { postingActions } from "../../../components/composer/posting.ts";
import { FanswerError } from "../../../lib/schema/errors.ts";
import { lease } from "../../../lib/schema/lifecycle.ts";
import { heldBy, linh, noonMs } from "../samples.ts";
import { playedBackground } from "./played-background.ts";

const world = playedBackground();

/** The core of answering the post that Noor holds, once the background has told of it. */
async function core(parts: Partial<AnswerDeps> = {}) {
  const opened = openCore("x:1", {
    ask: world().ask as AnswerDeps["ask"],
    nowMs: () => noonMs,
    isVisible: () => true,
    place: async () => {},
    signal: world().life.signal,
    ...parts,
  });
  await opened.refresh();
  return opened;
}

describe("the core", () => {
  test("knows the claim, and says that there is none any more", async () => {
    const { held, fence, refresh } = await core();
    expect(held()).toEqual({ mentionId: "x:1", fence: 3 });
    world().move({ status: "open", claim: null });
    await refresh();
    expect(fence()).toBeNull();
    expect(held).toThrow(expect.objectContaining({ code: "lease_lost" }));
  });

  test("does one thing at a time, and tells what came of it", async () => {
    const { during, flow } = await core();
    const second = vi.fn(async () => {});
    const first = during("renew", () => Promise.resolve(), "renewed");
    await during("give", second);
    await first;
    expect(second).not.toHaveBeenCalled();
    expect(flow.value).toMatchObject({ busy: null, said: "renewed" });
  });

  test("shows why something failed, and asks how the post stands now", async () => {
    const { during, flow } = await core();
    const asked = world().sent("card.state").length;
    await during("renew", async () => Promise.reject(new FanswerError("lease_held")));
    expect(flow.value).toMatchObject({ busy: null, problem: "lease_held", said: null });
    expect(world().sent("card.state").length).toBe(asked + 1);
  });

  test("keeps the words that were not saved when the post is lost", async () => {
    const { send, refresh } = await core();
    send({ type: "typed", text: "Half a sen" });
    world().move(heldBy(linh));
    await refresh();
    expect(world().sent("text.keep")).toEqual([{ mentionId: "x:1", text: "Half a sen" }]);
  });

  test("asks again while suggestions are looked for, and at the end of the hold", async () => {
    world().card = { ...world().card, isSearching: true };
    await core();
    world().card = { ...world().card, isSearching: false };
    await vi.advanceTimersByTimeAsync(400);
    expect(world().sent("card.state")).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(9 * 60_000);
    expect(world().sent("card.state").length).toBeGreaterThan(2);
  });

  test("is silent after its end", async () => {
    const { send, flow } = await core();
    world().life.abort();
    send({ type: "typed", text: "Too late" });
    expect(flow.value.text).toBe("");
  });
});

describe("a hold is kept", () => {
  test("by a sign at every beat, as long as the member has it before them", async () => {
    let isVisible = true;
    keepHold(await core({ isVisible: () => isVisible }));
    await vi.advanceTimersByTimeAsync(lease.heartbeatMs);
    expect(world().sent("claim.heartbeat")).toEqual([{ mentionId: "x:1", fence: 3 }]);
    isVisible = false;
    await vi.advanceTimersByTimeAsync(lease.heartbeatMs * 3);
    expect(world().sent("claim.heartbeat")).toHaveLength(1);
  });

  test("until the server says that it is lost", async () => {
    keepHold(await core());
    world().refuses["claim.heartbeat"] = new FanswerError("lease_lost");
    const asked = world().sent("card.state").length;
    await vi.advanceTimersByTimeAsync(lease.heartbeatMs);
    expect(world().sent("card.state").length).toBe(asked + 1);
  });
});

describe("the draft", () => {
  test("is saved and looked at in a pause, and is called saved only when the background has it", async () => {
    const opened = await core();
    const draft = openDraft(opened);
    draftActions(opened, draft).type("Hi Dana");
    await vi.advanceTimersByTimeAsync(600);
    expect(world().sent("draft.save")).toEqual([{ mentionId: "x:1", fence: 3, text: "Hi Dana" }]);
    expect(world().sent("draft.check")).toEqual([{ mentionId: "x:1", text: "Hi Dana" }]);
    expect(opened.flow.value).toMatchObject({ dirty: false, saving: false });
  });

  test("is looked at once for the same words", async () => {
    const opened = await core();
    const { check } = openDraft(opened);
    opened.send({ type: "typed", text: "Hi" });
    expect([await check(), await check()]).toEqual([true, true]);
    expect(world().sent("draft.check")).toHaveLength(1);
  });

  test("has the tie to the brand at its end, in the member's own words where there are no others", async () => {
    const opened = await core();
    const draft = openDraft(opened);
    opened.send({ type: "typed", text: "Hi Dana" });
    expect(draft.reply()).toBe("Hi Dana\nI'm an Acme customer");
    await draftActions(opened, draft).keepDisclosure("I buy there");
    expect(world().sent("disclosure.keep")).toEqual([{ lang: "en", line: "I buy there" }]);
  });

  test("of a language model is not saved before somebody read it", async () => {
    const opened = await core();
    const draft = openDraft(opened);
    const { askModel, confirmModelDraft } = modelActions(opened, draft);
    await askModel();
    await vi.advanceTimersByTimeAsync(600);
    expect(world().sent("draft.save")).toEqual([]);
    confirmModelDraft();
    await vi.advanceTimersByTimeAsync(600);
    expect(world().sent("draft.save")).toMatchObject([{ text: world().modelText }]);
  });
});

describe("posting", () => {
  test("waits for the proof of the latest placing only", async () => {
    const proofs: ((seen: { text: string; url: string | null }) => void)[] = [];
    const watch = () => new Promise<{ text: string; url: string | null }>((resolve) => proofs.push(resolve));
    const opened = await core({ watch: watch as NonNullable<AnswerDeps["watch"]> });
    const { place, confirm } = postingActions(opened, openDraft(opened));
    opened.send({ type: "typed", text: "Hi" });
    await place();
    await confirm(false, null);
    await place();
    proofs[0]?.({ text: "Old", url: null });
    await world().settle();
    expect(world().sent("reply.posted")).toEqual([]);
    proofs[1]?.({ text: "Hi", url: "https://x.com/noor/status/1" });
    await world().settle();
    expect(world().sent("reply.posted")).toMatchObject([{ text: "Hi", url: "https://x.com/noor/status/1", proof: "seen" }]);
  });

  test("in an extension's page goes by the clipboard, and only while the page is seen", async () => {
    const writeText = vi.fn(async () => {});
    const page = { visibilityState: "visible" } as Document;
    const answering = answerByCopy(world().ask as AnswerDeps["ask"], page, { writeText })("x:1", world().life.signal);
    vi.setSystemTime(noonMs);
    await answering.refresh();
    answering.type("Hi Dana");
    await answering.place();
    expect(writeText).toHaveBeenCalledWith("Hi Dana\nI'm an Acme customer");
    expect(answering.flow.value.step).toBe("placed");
  });
});
