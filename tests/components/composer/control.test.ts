import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { pauseMs } from "../../../components/composer/autosave.ts";
import { type AnswerDeps, openAnswer } from "../../../components/composer/control.ts";
import { FanswerError } from "../../../lib/schema/errors.ts";
import { lease } from "../../../lib/schema/lifecycle.ts";
import type { Mention } from "../../../lib/schema/mention.ts";
import type { CardState, DraftProblem } from "../../../lib/schema/messages.ts";
import { acme, cardState, heldBy, linh, noonMs, noor } from "../samples.ts";

let life: AbortController;
let card: CardState;
let asked: [name: string, args: unknown][];
let refuses: Record<string, FanswerError>;
const machineText = "A machine's words";
/** What the background says about every draft. */
let problems: DraftProblem[];

/** A background that keeps one post and writes down what it was asked. */
async function ask(name: string, args: unknown): Promise<unknown> {
  asked.push([name, args]);
  if (refuses[name]) throw refuses[name];
  if (name === "claim.take") move(heldBy(noor));
  if (name === "claim.release") move({ status: "open", claim: null });
  if (name === "reply.posted") move({ status: "answered", claim: null });
  if (name === "mention.dismiss") move({ status: "dismissed", claim: null });
  if (name === "draft.check") return problems;
  if (name === "draft.write") return { text: machineText };
  return name === "card.state" ? card : null;
}

function move(parts: Partial<Mention>): void {
  card = cardState({ mention: { ...card.mention, ...parts } });
}

function open(parts: Partial<AnswerDeps> = {}) {
  return openAnswer("x:1", {
    ask: ask as AnswerDeps["ask"],
    nowMs: () => noonMs,
    isVisible: () => true,
    place: async () => {},
    signal: life.signal,
    ...parts,
  });
}

const sent = (name: string) => asked.filter(([each]) => each === name).map(([, args]) => args);
const settle = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => {
  vi.useFakeTimers();
  life = new AbortController();
  card = cardState({ mention: heldBy(noor) });
  asked = [];
  refuses = {};
  problems = [];
});
afterEach(() => {
  life.abort();
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

test("taking a post leads to the box", async () => {
  card = cardState();
  const answering = open();
  await settle();
  await answering.take();
  expect(answering.flow.value).toMatchObject({ step: "write", busy: null });
});

test("a post that somebody else took says so and shows them", async () => {
  card = cardState();
  const answering = open();
  await settle();
  refuses["claim.take"] = new FanswerError("lease_held");
  move(heldBy(linh));
  await answering.take();
  expect(answering.flow.value).toMatchObject({ step: "look", problem: "lease_held", card: { badge: { state: "other" } } });
});

test("typing is saved once per pause, with the fencing number", async () => {
  const answering = open();
  await settle();
  answering.type("H");
  await vi.advanceTimersByTimeAsync(pauseMs - 1);
  answering.type("Hi");
  expect(sent("draft.save")).toEqual([]);
  await vi.advanceTimersByTimeAsync(pauseMs);
  expect(sent("draft.save")).toEqual([{ mentionId: "x:1", fence: 3, text: "Hi" }]);
});

test("leaving the box saves at once, and only what was typed", async () => {
  const answering = open();
  await settle();
  await answering.flush();
  expect(sent("draft.save")).toEqual([]);
  answering.type("Hi");
  await answering.flush();
  expect(sent("draft.save")).toHaveLength(1);
});

test("a hold is kept alive while the post is before the member, and only then", async () => {
  let visible = true;
  open({ isVisible: () => visible });
  await vi.advanceTimersByTimeAsync(lease.heartbeatMs);
  expect(sent("claim.heartbeat")).toEqual([{ mentionId: "x:1", fence: 3 }]);
  visible = false;
  await vi.advanceTimersByTimeAsync(lease.heartbeatMs);
  expect(sent("claim.heartbeat")).toHaveLength(1);
});

test("a post that nobody holds has no heartbeat", async () => {
  card = cardState();
  open();
  await vi.advanceTimersByTimeAsync(lease.heartbeatMs * 2);
  expect(sent("claim.heartbeat")).toEqual([]);
});

test("a refused heartbeat shows who has it now and keeps the words", async () => {
  const answering = open();
  await settle();
  answering.type("Hi");
  refuses["claim.heartbeat"] = new FanswerError("lease_lost");
  move(heldBy(linh));
  await vi.advanceTimersByTimeAsync(lease.heartbeatMs);
  expect(answering.flow.value).toMatchObject({ step: "lost", text: "Hi" });
});

test("at the end of its time the hold is over by itself", async () => {
  const answering = open({ nowMs: () => Date.now(), isVisible: () => false });
  vi.setSystemTime(noonMs);
  await settle();
  expect(answering.flow.value.step).toBe("write");
  await vi.advanceTimersByTimeAsync(9 * 60_000);
  expect(answering.flow.value.step).toBe("lost");
});

test("the reply is placed with its disclosure, and its proof ends the work", async () => {
  const placed: string[] = [];
  const answering = open({
    place: async (_card, reply) => void placed.push(reply),
    watch: async (_card, reply) => ({ url: "https://x.com/noor/status/2", text: reply }),
  });
  await settle();
  answering.type("Hold the button.");
  await answering.place();
  await settle();
  const text = `Hold the button.\n${acme.disclosure}`;
  expect(placed).toEqual([text]);
  expect(sent("reply.posted")).toEqual([{ mentionId: "x:1", fence: 3, text, url: "https://x.com/noor/status/2", proof: "seen" }]);
  expect(answering.flow.value.step).toBe("done");
});

test("without proof the member is asked, and their word is enough", async () => {
  const answering = open({ watch: async () => null });
  await settle();
  await answering.place();
  await settle();
  expect(answering.flow.value.step).toBe("confirm");
  await answering.confirm(true, null);
  expect(sent("reply.posted")).toMatchObject([{ url: null, proof: "confirmed" }]);
});

test("a proof that comes after the member's word is not reported again", async () => {
  let prove = (_seen: { url: null; text: string }) => {};
  const answering = open({ watch: () => new Promise((resolve) => (prove = resolve)) });
  await settle();
  await answering.place();
  answering.askPosted();
  await answering.confirm(true, null);
  prove({ url: null, text: "x" });
  await settle();
  expect(sent("reply.posted")).toHaveLength(1);
});

test("a reply box that did not open leaves the words in ours", async () => {
  const answering = open({ place: () => Promise.reject(new FanswerError("composer_not_found")) });
  await settle();
  await answering.place();
  expect(answering.flow.value).toMatchObject({ step: "write", problem: "composer_not_found", busy: null });
});

test("a text that landed on the clipboard counts as placed, and says so", async () => {
  const answering = open({ place: () => Promise.reject(new FanswerError("insert_failed")) });
  await settle();
  await answering.place();
  expect(answering.flow.value).toMatchObject({ step: "placed", problem: "insert_failed" });
});

test("setting aside can be taken back", async () => {
  card = cardState();
  const answering = open();
  await settle();
  await answering.dismiss("spam");
  expect(answering.flow.value.said).toBe("dismissed");
  await answering.undo();
  expect(sent("mention.reopen")).toEqual([{ mentionId: "x:1" }]);
});

test("giving back can be taken back", async () => {
  const answering = open();
  await settle();
  card = cardState();
  await answering.giveBack();
  expect(answering.flow.value).toMatchObject({ step: "look", said: "given" });
  await answering.undo();
  expect(sent("claim.take")).toEqual([{ mentionId: "x:1" }]);
});

test("nothing is asked or shown any more after its end", async () => {
  const answering = open();
  await settle();
  life.abort();
  const before = answering.flow.value;
  answering.type("late");
  await vi.advanceTimersByTimeAsync(lease.heartbeatMs * 2);
  expect(answering.flow.value).toBe(before);
  expect(sent("draft.save")).toEqual([]);
});

test("what the background sees in a draft keeps it from being placed, a tone does not", async () => {
  const placed: string[] = [];
  const answering = open({ place: async (_card, text) => void placed.push(text) });
  await settle();
  answering.type("Said before by somebody else");
  problems = [{ code: "near_copy", words: ["Said before"] }];
  await answering.place();
  expect(placed).toEqual([]);
  expect(answering.flow.value).toMatchObject({ step: "write", problem: "draft_refused", checked: { problems } });
  answering.type("Harsh words");
  problems = [{ code: "tone", words: ["Harsh"] }];
  await vi.advanceTimersByTimeAsync(pauseMs);
  expect(answering.flow.value.checked).toEqual({ text: "Harsh words", problems });
  await answering.place();
  expect(placed).toHaveLength(1);
});

test("an unwanted suggestion is told and gone, and the next one stands in the box", async () => {
  const answering = open();
  await settle();
  const [first, second] = card.suggestions;
  await answering.reject();
  expect(sent("suggestion.reject")).toEqual([{ mentionId: "x:1", source: first?.source }]);
  expect(answering.flow.value.text).toBe(second?.text);
  answering.type("My own words");
  await answering.reject();
  expect(answering.flow.value.text).toBe("My own words");
  answering.suggest(1);
  expect(answering.flow.value.text).toBe(card.suggestions[2]?.text);
});

test("a machine's draft is placed only after a person changed or read it, and is not saved before", async () => {
  const placed: string[] = [];
  const answering = open({ place: async (_card, text) => void placed.push(text) });
  await settle();
  await answering.askMachine();
  expect(answering.flow.value).toMatchObject({ text: machineText, machine: { isRead: false }, dirty: false });
  await answering.place();
  expect(placed).toEqual([]);
  await vi.advanceTimersByTimeAsync(pauseMs);
  expect(sent("draft.save")).toEqual([]);
  answering.confirmMachine();
  await vi.advanceTimersByTimeAsync(pauseMs);
  expect(sent("draft.save")).toMatchObject([{ text: machineText }]);
  await answering.place();
  expect(placed).toHaveLength(1);
});

test("a machine's draft does not take the place of what was typed meanwhile, and gives way to one's own text", async () => {
  const answering = open();
  await settle();
  const asking = answering.askMachine();
  answering.type("My own");
  await asking;
  expect(answering.flow.value).toMatchObject({ text: "My own", machine: null });
  await answering.askMachine();
  expect(answering.flow.value).toMatchObject({ text: machineText, ownText: "My own" });
  answering.backToOwnText();
  expect(answering.flow.value.text).toBe("My own");
});

test("a draft that came too late is said and nothing changes", async () => {
  const answering = open();
  await settle();
  refuses["draft.write"] = new FanswerError("draft_stale");
  const { text } = answering.flow.value;
  await answering.askMachine();
  expect(answering.flow.value).toMatchObject({ text, problem: "draft_stale", busy: null, machine: null });
});

test("sending for review saves first, asks what stands in the way, and sends the very text", async () => {
  const answering = open();
  await settle();
  answering.type("Hold the button");
  await answering.sendForReview();
  expect(asked.map(([name]) => name).filter((name) => name !== "card.state")).toEqual(["draft.save", "draft.check", "review.request"]);
  expect(sent("review.request")).toEqual([{ mentionId: "x:1", fence: 3, text: "Hold the button" }]);
  problems = [{ code: "phone_number", words: ["22 86 44 00"] }];
  answering.type("Call 22 86 44 00");
  await answering.sendForReview();
  expect(sent("review.request")).toHaveLength(1);
  expect(answering.flow.value).toMatchObject({ problem: "draft_refused", busy: null });
});

test("a suggested edit that is taken stands in the box and needs no saving", async () => {
  const answering = open();
  await settle();
  answering.mend();
  expect(answering.flow.value.mending).toBe(true);
  await answering.acceptEdit("Hold the left button");
  expect(sent("review.accept")).toEqual([{ mentionId: "x:1", fence: 3, text: "Hold the left button" }]);
  expect(answering.flow.value).toMatchObject({ text: "Hold the left button", dirty: false, mending: false });
  await vi.advanceTimersByTimeAsync(pauseMs);
  expect(sent("draft.save")).toEqual([]);
  problems = [{ code: "too_long", words: [], count: 9 }];
  await answering.acceptEdit("Much longer");
  expect(sent("review.accept")).toHaveLength(1);
  expect(answering.flow.value.problem).toBe("draft_refused");
});
