import { beforeEach, expect, test, vi } from "vitest";
import { pauseMs } from "../../../components/composer/autosave.ts";
import { FanswerError } from "../../../lib/schema/errors.ts";
import { type PlayedBackground, playedBackground } from "./played-background.ts";

const played = playedBackground();
let world: PlayedBackground;
beforeEach(() => {
  world = played();
});

test("what the background sees in a draft keeps it from being placed, a tone does not", async () => {
  const placed: string[] = [];
  const answering = world.open({ place: async (_card, text) => void placed.push(text) });
  await world.settle();
  answering.type("Said before by somebody else");
  world.problems = [{ code: "near_copy", words: ["Said before"] }];
  await answering.place();
  expect(placed).toEqual([]);
  expect(answering.flow.value).toMatchObject({ step: "write", problem: "draft_refused", checked: { problems: world.problems } });
  answering.type("Harsh words");
  world.problems = [{ code: "tone", words: ["Harsh"] }];
  await vi.advanceTimersByTimeAsync(pauseMs);
  expect(answering.flow.value.checked).toEqual({ text: "Harsh words", problems: world.problems });
  await answering.place();
  expect(placed).toHaveLength(1);
});

test("an unwanted suggestion is told and gone, and one's own words stay", async () => {
  const answering = world.open();
  await world.settle();
  const [first] = world.card.suggestions;
  answering.takeSuggestion();
  expect(answering.flow.value.text).toBe(first?.text);
  await answering.reject();
  expect(world.sent("suggestion.reject")).toEqual([{ mentionId: "x:1", source: first?.source }]);
  expect(answering.flow.value.text).toBe("");
  answering.type("My own words");
  await answering.reject();
  expect(answering.flow.value.text).toBe("My own words");
  answering.takeSuggestion();
  expect(answering.flow.value).toMatchObject({ text: world.card.suggestions[2]?.text, ownText: "My own words" });
});

test("a language model's draft is placed only after a person changed or read it, and is not saved before", async () => {
  const placed: string[] = [];
  const answering = world.open({ place: async (_card, text) => void placed.push(text) });
  await world.settle();
  await answering.askModel();
  expect(answering.flow.value).toMatchObject({ text: world.modelText, modelDraft: { isRead: false }, dirty: false });
  await answering.place();
  expect(placed).toEqual([]);
  await vi.advanceTimersByTimeAsync(pauseMs);
  expect(world.sent("draft.save")).toEqual([]);
  answering.confirmModelDraft();
  await vi.advanceTimersByTimeAsync(pauseMs);
  expect(world.sent("draft.save")).toMatchObject([{ text: world.modelText }]);
  await answering.place();
  expect(placed).toHaveLength(1);
});

test("a language model's draft does not take the place of what was typed meanwhile, and gives way to one's own text", async () => {
  const answering = world.open();
  await world.settle();
  const asking = answering.askModel();
  answering.type("My own");
  await asking;
  expect(answering.flow.value).toMatchObject({ text: "My own", modelDraft: null });
  await answering.askModel();
  expect(answering.flow.value).toMatchObject({ text: world.modelText, ownText: "My own" });
  answering.backToOwnText();
  expect(answering.flow.value.text).toBe("My own");
});

test("a draft that came too late is said and nothing changes", async () => {
  const answering = world.open();
  await world.settle();
  world.refuses["draft.write"] = new FanswerError("draft_stale");
  const { text } = answering.flow.value;
  await answering.askModel();
  expect(answering.flow.value).toMatchObject({ text, problem: "draft_stale", busy: null, modelDraft: null });
});

test("sending for review saves first, asks what stands in the way, and sends the very text", async () => {
  const answering = world.open();
  await world.settle();
  answering.type("Hold the button");
  await answering.sendForReview();
  expect(world.asked.map(([name]) => name).filter((name) => name !== "card.state")).toEqual([
    "draft.save",
    "draft.check",
    "review.request",
  ]);
  expect(world.sent("review.request")).toEqual([{ mentionId: "x:1", fence: 3, text: "Hold the button" }]);
  world.problems = [{ code: "phone_number", words: ["22 86 44 00"] }];
  answering.type("Call 22 86 44 00");
  await answering.sendForReview();
  expect(world.sent("review.request")).toHaveLength(1);
  expect(answering.flow.value).toMatchObject({ problem: "draft_refused", busy: null });
});

test("words for the tie that only the member has are kept for next time, used, and read by the reviewers", async () => {
  const { triage } = world.card.mention;
  world.move({ triage: { ...triage, lang: "th" } });
  const answering = world.open();
  await world.settle();
  answering.type("ลองกดปุ่มค้างไว้สิบวินาที");
  world.owns = { th: "ลูกค้า Acme" };
  await answering.keepDisclosure("ลูกค้า Acme");
  expect(world.sent("disclosure.keep")).toEqual([{ lang: "th", line: "ลูกค้า Acme" }]);
  await answering.sendForReview();
  expect(world.sent("review.request")).toMatchObject([{ text: "ลองกดปุ่มค้างไว้สิบวินาที\nลูกค้า Acme" }]);
  await answering.place();
  expect(answering.flow.value.text).toBe("ลองกดปุ่มค้างไว้สิบวินาที\nลูกค้า Acme");
});

test("a suggested edit that is taken stands in the box and needs no saving", async () => {
  const answering = world.open();
  await world.settle();
  answering.mend();
  expect(answering.flow.value.mending).toBe(true);
  await answering.acceptEdit("Hold the left button");
  expect(world.sent("review.accept")).toEqual([{ mentionId: "x:1", fence: 3, text: "Hold the left button" }]);
  expect(answering.flow.value).toMatchObject({ text: "Hold the left button", dirty: false, mending: false });
  await vi.advanceTimersByTimeAsync(pauseMs);
  expect(world.sent("draft.save")).toEqual([]);
  world.problems = [{ code: "too_long", words: [], count: 9 }];
  await answering.acceptEdit("Much longer");
  expect(world.sent("review.accept")).toHaveLength(1);
  expect(answering.flow.value.problem).toBe("draft_refused");
});

test("an answer that was looked up goes into the box, is remembered, and a failing search loses nothing", async () => {
  const answering = world.open();
  await world.settle();
  const [first] = world.card.suggestions;
  if (!first) throw new Error("no suggestion");
  answering.type("Mine: ");
  await answering.pick({ ...first, source: "k-9", text: "Hold it." }, 6, 6);
  expect(answering.flow.value).toMatchObject({ text: "Mine: Hold it.", ownText: "Mine: " });
  expect(world.sent("knowledge.pick")).toEqual([{ mentionId: "x:1", itemId: "k-9" }]);
  world.refuses["knowledge.find"] = new FanswerError("internal");
  expect(await answering.find("pair")).toBeNull();
  expect(world.sent("knowledge.find")).toEqual([{ mentionId: "x:1", words: "pair" }]);
  expect(answering.flow.value).toMatchObject({ text: "Mine: Hold it.", problem: "internal" });
});
