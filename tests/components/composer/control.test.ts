import { effect } from "@preact/signals";
import { beforeEach, describe, expect, it, test, vi } from "vitest";
import type { AnswerDeps } from "../../../components/composer/actions.ts";
import { pauseMs } from "../../../components/composer/autosave.ts";
import { type SavedState, savedState } from "../../../components/composer/flow.ts";
import { FanswerError } from "../../../lib/schema/errors.ts";
import { lease } from "../../../lib/schema/lifecycle.ts";
import { acme, cardState, heldBy, linh, noonMs, noor } from "../samples.ts";
import { type PlayedBackground, playedBackground } from "./played-background.ts";

const played = playedBackground();
let world: PlayedBackground;
beforeEach(() => {
  world = played();
});

test("taking a post leads to the box", async () => {
  world.card = cardState();
  const answering = world.open();
  await world.settle();
  await answering.take();
  expect(answering.flow.value).toMatchObject({ step: "write", busy: null });
});

test("a post that somebody else took says so and shows them", async () => {
  world.card = cardState();
  const answering = world.open();
  await world.settle();
  world.refuses["claim.take"] = new FanswerError("lease_held");
  world.move(heldBy(linh));
  await answering.take();
  expect(answering.flow.value).toMatchObject({ step: "read", problem: "lease_held", card: { badge: { state: "other" } } });
});

test("what was found first is shown while more is looked for, and the rest when it is there", async () => {
  const all = world.card.suggestions;
  world.card = { ...world.card, suggestions: all.slice(0, 1), isSearching: true };
  const answering = world.open();
  await world.settle();
  expect(answering.flow.value.card).toMatchObject({ isSearching: true, suggestions: all.slice(0, 1) });
  world.card = { ...world.card, suggestions: all, isSearching: false };
  await vi.advanceTimersByTimeAsync(1_000);
  expect(answering.flow.value.card).toMatchObject({ isSearching: false, suggestions: all });
  expect(world.sent("card.state")).toHaveLength(2);
});

test("typing is saved once per pause, with the fencing number", async () => {
  const answering = world.open();
  await world.settle();
  answering.type("H");
  await vi.advanceTimersByTimeAsync(pauseMs - 1);
  answering.type("Hi");
  expect(world.sent("draft.save")).toEqual([]);
  await vi.advanceTimersByTimeAsync(pauseMs);
  expect(world.sent("draft.save")).toEqual([{ mentionId: "x:1", fence: 3, text: "Hi" }]);
});

test("leaving the box saves at once, and only what was typed", async () => {
  const answering = world.open();
  await world.settle();
  await answering.flush();
  expect(world.sent("draft.save")).toEqual([]);
  answering.type("Hi");
  await answering.flush();
  expect(world.sent("draft.save")).toHaveLength(1);
});

test("from typing to saved the words are always somewhere: no line comes and goes under the pointer", async () => {
  const answering = world.open();
  await world.settle();
  const states: SavedState[] = [];
  effect(() => void states.push(savedState(answering.flow.value)));
  answering.type("Hi");
  world.card = { ...world.card, unsentDraft: "Hi" };
  await answering.flush();
  expect([...new Set(states)]).toEqual(["none", "typing", "saving", "not_sent"]);
});

test("an answer that was overtaken by a later one does not bring the past back", async () => {
  const answers: (() => void)[] = [];
  const ask: AnswerDeps["ask"] = (name, args) => {
    const answer = world.ask(name, args);
    return (name === "card.state" ? new Promise((resolve) => answers.push(() => resolve(answer))) : answer) as never;
  };
  world.card = cardState();
  const answering = world.open({ ask });
  world.move(heldBy(noor));
  void answering.refresh();
  answers[1]?.();
  await world.settle();
  answers[0]?.();
  await world.settle();
  expect(answering.flow.value.card?.mention.claim?.holder.id).toBe(noor.id);
});

test("a press is seen at once, also while what was typed is still being saved", async () => {
  const answering = world.open();
  await world.settle();
  answering.type("Hi");
  void answering.sendForReview();
  expect(answering.flow.value.busy).toBe("review");
  await world.settle();
  answering.type("Hi there");
  void answering.giveBack();
  expect(answering.flow.value.busy).toBe("give");
  await world.settle();
  expect(world.sent("draft.save")).toHaveLength(2);
});

test("a hold is kept alive while the post is before the member, and only then", async () => {
  let visible = true;
  world.open({ isVisible: () => visible });
  await vi.advanceTimersByTimeAsync(lease.heartbeatMs);
  expect(world.sent("claim.heartbeat")).toEqual([{ mentionId: "x:1", fence: 3 }]);
  visible = false;
  await vi.advanceTimersByTimeAsync(lease.heartbeatMs);
  expect(world.sent("claim.heartbeat")).toHaveLength(1);
});

test("a post that nobody holds has no heartbeat", async () => {
  world.card = cardState();
  world.open();
  await vi.advanceTimersByTimeAsync(lease.heartbeatMs * 2);
  expect(world.sent("claim.heartbeat")).toEqual([]);
});

test("a refused heartbeat shows who has it now and keeps the words", async () => {
  const answering = world.open();
  await world.settle();
  answering.type("Hi");
  world.refuses["claim.heartbeat"] = new FanswerError("lease_lost");
  world.move(heldBy(linh));
  await vi.advanceTimersByTimeAsync(lease.heartbeatMs);
  expect(answering.flow.value).toMatchObject({ step: "lost", text: "Hi" });
});

test("at the end of its time the hold is over by itself", async () => {
  const answering = world.open({ nowMs: () => Date.now(), isVisible: () => false });
  vi.setSystemTime(noonMs);
  await world.settle();
  expect(answering.flow.value.step).toBe("write");
  await vi.advanceTimersByTimeAsync(9 * 60_000);
  expect(answering.flow.value.step).toBe("lost");
});

test("the reply is placed with its disclosure, and its proof ends the work", async () => {
  const placed: string[] = [];
  const answering = world.open({
    place: async (_card, reply) => void placed.push(reply),
    watch: async (_card, reply) => ({ url: "https://x.com/noor/status/2", text: reply }),
  });
  await world.settle();
  answering.type("Hold the button.");
  await answering.place();
  await world.settle();
  const text = `Hold the button.\n${acme.disclosure}`;
  expect(placed).toEqual([text]);
  expect(world.sent("reply.posted")).toEqual([{ mentionId: "x:1", fence: 3, text, url: "https://x.com/noor/status/2", proof: "seen" }]);
  expect(answering.flow.value.step).toBe("done");
});

test("without proof the member is asked, and their word is enough", async () => {
  const answering = world.open({ watch: async () => null });
  await world.settle();
  await answering.place();
  await world.settle();
  expect(answering.flow.value.step).toBe("confirm");
  await answering.confirm(true, null);
  expect(world.sent("reply.posted")).toMatchObject([{ url: null, proof: "confirmed" }]);
});

test("a proof that comes after the member's word is not reported again", async () => {
  let prove = (_seen: { url: null; text: string }) => {};
  const answering = world.open({ watch: () => new Promise((resolve) => (prove = resolve)) });
  await world.settle();
  await answering.place();
  answering.askPosted();
  await answering.confirm(true, null);
  prove({ url: null, text: "x" });
  await world.settle();
  expect(world.sent("reply.posted")).toHaveLength(1);
});

test("a proof that comes while the member asks for more time is reported after it", async () => {
  let prove = (_seen: { url: null; text: string }) => {};
  let renewed = () => {};
  const ask = (name: string, args: unknown) => {
    const answer = world.ask(name, args);
    return name === "claim.renew" ? new Promise<void>((resolve) => (renewed = resolve)).then(() => answer) : answer;
  };
  const answering = world.open({ ask: ask as AnswerDeps["ask"], watch: () => new Promise((resolve) => (prove = resolve)) });
  await world.settle();
  await answering.place();
  const renewing = answering.renew();
  prove({ url: null, text: "Hold it." });
  await world.settle();
  expect(world.sent("reply.posted")).toHaveLength(0);
  renewed();
  await renewing;
  await world.settle();
  expect(world.sent("reply.posted")).toMatchObject([{ text: "Hold it.", proof: "seen" }]);
  expect(answering.flow.value.step).toBe("done");
});

test("a reply box that did not open leaves the words in ours", async () => {
  const answering = world.open({ place: () => Promise.reject(new FanswerError("composer_not_found")) });
  await world.settle();
  await answering.place();
  expect(answering.flow.value).toMatchObject({ step: "write", problem: "composer_not_found", busy: null });
});

test("a text that landed on the clipboard counts as placed, and says so", async () => {
  const answering = world.open({ place: () => Promise.reject(new FanswerError("insert_failed")) });
  await world.settle();
  await answering.place();
  expect(answering.flow.value).toMatchObject({ step: "placed", problem: "insert_failed" });
});

test("setting aside can be taken back", async () => {
  world.card = cardState();
  const answering = world.open();
  await world.settle();
  await answering.dismiss("spam");
  expect(answering.flow.value.said).toBe("dismissed");
  await answering.undo();
  expect(world.sent("mention.reopen")).toEqual([{ mentionId: "x:1" }]);
});

test("giving back can be taken back", async () => {
  const answering = world.open();
  await world.settle();
  world.card = cardState();
  await answering.giveBack();
  expect(answering.flow.value).toMatchObject({ step: "read", said: "given" });
  await answering.undo();
  expect(world.sent("claim.take")).toEqual([{ mentionId: "x:1" }]);
});

test("nothing is asked or shown any more after its end", async () => {
  const answering = world.open();
  await world.settle();
  world.life.abort();
  const before = answering.flow.value;
  answering.type("late");
  await vi.advanceTimersByTimeAsync(lease.heartbeatMs * 2);
  expect(answering.flow.value).toBe(before);
  expect(world.sent("draft.save")).toEqual([]);
});

describe("the server's yes to placing", () => {
  it.each(["near_copy", "community_stopped", "review_needed"] as const)("is waited for: %s", async (code) => {
    world.refuses["reply.place"] = new FanswerError(code);
    const place = vi.fn(async () => {});
    const answering = world.open({ place });
    await world.settle();
    answering.type("Hold it.");
    await answering.place();
    expect(place).not.toHaveBeenCalled();
    expect(world.sent("reply.place")).toMatchObject([{ mentionId: "x:1", fence: 3 }]);
  });

  it.each(["server_unreachable", "unknown_operation"] as const)("is not waited for from a server that cannot say: %s", async (code) => {
    world.refuses["reply.place"] = new FanswerError(code);
    const place = vi.fn(async () => {});
    const answering = world.open({ place });
    await world.settle();
    answering.type("Hold it.");
    await answering.place();
    expect(place).toHaveBeenCalledOnce();
  });
});
