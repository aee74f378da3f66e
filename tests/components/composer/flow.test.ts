import { describe, expect, test } from "vitest";
import { type Flow, type FlowEvent, noFlow, savedState } from "../../../components/composer/flow.ts";
import type { Loss } from "../../../components/composer/losing.ts";
import { nextFlow } from "../../../components/composer/next-flow.ts";
import type { ErrorCode } from "../../../lib/schema/errors.ts";
import type { Mention } from "../../../lib/schema/mention.ts";
import type { CardState } from "../../../lib/schema/messages.ts";
import { at, cardState, heldBy, linh, noonMs, noor, sam, suggestions } from "../samples.ts";

const loaded = (card: CardState, nowMs = noonMs): FlowEvent => ({ type: "loaded", card, nowMs });
const play = (...events: FlowEvent[]): Flow => events.reduce(nextFlow, noFlow);
const open = cardState();
const mine = cardState({ mention: heldBy(noor) });
const draft = { text: "My own words", status: "writing", author: { id: noor.id, name: noor.name }, updatedAt: at(-1) } as const;

describe("what stands in the box at the start", () => {
  test("nothing when nobody wrote anything: suggestions are offered and never entered", () => {
    expect(play(loaded(mine))).toMatchObject({ step: "write", text: "", suggestion: 0 });
  });
  test("the draft that is on the post, also another member's", () => {
    expect(play(loaded(cardState({ mention: { ...heldBy(noor), draft } }))).text).toBe("My own words");
  });
  test("my own unsent words before anything else", () => {
    expect(play(loaded(cardState({ mention: { ...heldBy(noor), draft }, unsentDraft: "Newer" }))).text).toBe("Newer");
  });
});

describe("holding and losing", () => {
  test("an open post is only looked at", () => {
    expect(play(loaded(open)).step).toBe("read");
  });
  test("a hold that ran out is not a hold", () => {
    expect(play(loaded(cardState({ mention: heldBy(noor, -1) }))).step).toBe("read");
  });
  test("what I typed survives a reload of the state", () => {
    const flow = play(loaded(mine), { type: "typed", text: "Half a sen" }, loaded(cardState({ mention: { ...heldBy(noor), draft } })));
    expect(flow.text).toBe("Half a sen");
  });
  test("somebody else's hold means it is lost, and the words stay", () => {
    const flow = play(loaded(mine), { type: "typed", text: "Half a sen" }, loaded(cardState({ mention: heldBy(linh) })));
    expect(flow).toMatchObject({ step: "lost", text: "Half a sen" });
  });
  test.each<[string, Partial<Mention>, number, Loss]>([
    ["somebody else has it", heldBy(linh), 0, { why: "taken", who: linh.name }],
    ["it went to staff", { status: "escalated", route: "first_line", claim: null }, 0, { why: "staff", who: null }],
    [
      "it went to one of staff, for those who may know",
      { status: "escalated", route: "first_line", claim: null, assignee: { id: sam.id, name: sam.name } },
      0,
      { why: "staff", who: sam.name },
    ],
    ["it was set aside", { status: "dismissed", claim: null }, 0, { why: "dismissed", who: null }],
    ["it was merged", { status: "dismissed", claim: null, mergedInto: "x:2" }, 0, { why: "merged", who: null }],
    ["it was deleted", { status: "gone", claim: null }, 0, { why: "gone", who: null }],
    ["nothing was heard of the member", { status: "open", claim: null }, 0, { why: "silence", who: null }],
    ["the time ran out", heldBy(noor), 9, { why: "time", who: null }],
    [
      "somebody else answered it",
      {
        status: "answered",
        claim: null,
        reply: { text: "Hi", url: null, proof: "seen", author: { id: linh.id, name: linh.name }, at: at(0) },
      },
      0,
      { why: "answered", who: linh.name },
    ],
  ])("what happened is said truly: %s", (_, parts, minutes, loss) => {
    const flow = play(loaded(mine), { type: "typed", text: "Mine" }, loaded(cardState({ mention: parts }), noonMs + minutes * 60_000));
    expect(flow).toMatchObject({ step: "lost", text: "Mine", loss });
  });
  test.each<[ErrorCode, Loss["why"]]>([
    ["not_found", "removed"],
    ["unauthorized", "signed_out"],
    ["consent_needed", "left"],
  ])("a refusal with %s ends the writing as %s, and the words stay", (code, why) => {
    expect(play(loaded(mine), { type: "typed", text: "Mine" }, { type: "failed", code })).toMatchObject({
      step: "lost",
      text: "Mine",
      loss: { why },
      problem: null,
    });
    expect(play(loaded(open), { type: "failed", code })).toMatchObject({ step: "read", problem: code });
  });
  test("what this device kept is offered back when the post is had again", () => {
    expect(play(loaded({ ...mine, keptText: "Kept" })).text).toBe("Kept");
  });
  test("giving back is not losing", () => {
    expect(play(loaded(mine), { type: "busy", busy: "give" }, loaded(open), { type: "finished", said: "given" }).step).toBe("read");
  });
  test("losing it while asking for more minutes is losing", () => {
    expect(play(loaded(mine), { type: "busy", busy: "renew" }, loaded(cardState({ mention: heldBy(linh) }))).step).toBe("lost");
  });
  test("taking a lost one again brings the typed words back", () => {
    const flow = play(
      loaded(mine),
      { type: "typed", text: "Mine" },
      loaded(open),
      loaded(cardState({ mention: { ...heldBy(noor), draft } })),
    );
    expect(flow).toMatchObject({ step: "write", text: "Mine" });
  });
});

describe("posting", () => {
  test("placed, then seen answered, is done", () => {
    const flow = play(loaded(mine), { type: "placed", problem: null }, loaded(cardState({ mention: { status: "answered" } })));
    expect(flow.step).toBe("done");
  });
  test("a reload of the state does not take me out of the question whether I posted", () => {
    expect(play(loaded(mine), { type: "placed", problem: null }, { type: "ask_posted" }, loaded(mine)).step).toBe("confirm");
  });
  test("no, not yet, goes back to the box", () => {
    expect(play(loaded(mine), { type: "ask_posted" }, { type: "edit_again" }).step).toBe("write");
  });
});

describe("suggestions", () => {
  test("go round in both directions", () => {
    expect(play(loaded(mine), { type: "suggestion", by: -1 }).suggestion).toBe(2);
    expect(play(loaded(mine), { type: "suggestion", by: 1 }, { type: "suggestion", by: -1 }).suggestion).toBe(0);
    expect(play(loaded(mine), { type: "suggestion", by: 1 }).text).toBe("");
  });
  test("stand in the box when they are taken, with what I wrote within reach", () => {
    const flow = play(loaded(mine), { type: "typed", text: "Mine" }, { type: "suggestion", by: 1 }, { type: "taken" });
    expect(flow.text).toBe(suggestions[1]?.text);
    expect(nextFlow(flow, { type: "own_text" })).toMatchObject({ text: "Mine", ownText: null });
  });
  test("are no words of mine: another one takes their place, and the way back leads to an empty box", () => {
    const flow = play(loaded(mine), { type: "taken" }, { type: "suggestion", by: 1 }, { type: "taken" });
    expect(flow).toMatchObject({ text: suggestions[1]?.text, ownText: "" });
    expect(nextFlow(flow, { type: "own_text" }).text).toBe("");
  });
  test("that are not wanted leave the box when they stand there as they came, and never take one's own words along", () => {
    const source = suggestions[0]?.source ?? "";
    expect(play(loaded(mine), { type: "taken" }, { type: "rejected", source })).toMatchObject({ text: "", rejected: [source] });
    expect(play(loaded(mine), { type: "typed", text: "Mine" }, { type: "rejected", source }).text).toBe("Mine");
  });
  test("that come later do not move the one that is looked at", () => {
    const [one, two] = suggestions;
    const late = { source: "k-0", title: "Late", text: "Late", words: ["pairing"], isFounded: true };
    const flow = play(
      loaded(mine),
      { type: "suggestion", by: 1 },
      loaded({ ...mine, suggestions: [late, ...(one && two ? [one, two] : [])] }),
    );
    expect(flow.suggestion).toBe(2);
  });
  test("that nothing speaks for are not shown first", () => {
    const habits = suggestions.slice(0, 2).map((each) => ({ ...each, isFounded: false }));
    expect(play(loaded({ ...mine, suggestions: [...habits, ...suggestions.slice(2)] })).suggestion).toBe(2);
  });
});

describe("how safe the words are", () => {
  test("an untouched suggestion needs no saving", () => {
    expect(savedState(play(loaded(mine), { type: "taken" }))).toBe("none");
  });
  test("typed words are not saved before the background has them", () => {
    const typed = play(loaded(mine), { type: "typed", text: "A" });
    expect(savedState(typed)).toBe("typing");
    expect(savedState(nextFlow(typed, { type: "saving" }))).toBe("saving");
  });
  test("kept on this device is called not sent", () => {
    const flow = play(loaded(mine), { type: "typed", text: "A" }, { type: "saved", text: "A" }, loaded({ ...mine, unsentDraft: "A" }));
    expect(savedState(flow)).toBe("not_sent");
  });
  test("on the server is called saved", () => {
    const flow = play(loaded(cardState({ mention: { ...heldBy(noor), draft } })));
    expect(savedState(flow)).toBe("saved");
  });
  test("words typed while older ones were saved are still unsaved", () => {
    const flow = play(
      loaded(mine),
      { type: "typed", text: "A" },
      { type: "saving" },
      { type: "typed", text: "AB" },
      { type: "saved", text: "A" },
    );
    expect(savedState(flow)).toBe("typing");
  });
});
