import { describe, expect, test } from "vitest";
import { type Flow, isUnread, noFlow, problemsOf } from "../../../components/composer/flow.ts";
import {
  isNobodysOwn,
  offered,
  picked,
  shown,
  shownAgain,
  taken,
  takenFrom,
  turned,
  untaken,
  withoutSuggestion,
} from "../../../components/composer/offering.ts";
import { flowSentence } from "../../../components/composer/sentence.ts";
import type { DraftProblem } from "../../../lib/schema/draft-problem.ts";
import { cardState, heldBy, linh, mention, noor, suggestions } from "../samples.ts";

const [first, second, third] = suggestions.map(({ text }) => text);
const flow = (parts: Partial<Flow> = {}): Flow => ({ ...noFlow, card: cardState({ mention: heldBy(noor) }), step: "write", ...parts });
const plain = (text: string) => text.replace(/[\u2068\u2069]/g, "");

describe("what is offered", () => {
  test("goes round in both directions", () => {
    expect(shown(turned(flow(), 1))?.text).toBe(second);
    expect(shown(turned(flow(), -1))?.text).toBe(third);
    expect(turned({ ...noFlow }, 1)).toEqual(noFlow);
  });

  test("leaves out what was not wanted, and shows the next one", () => {
    const next = withoutSuggestion(flow(), "k-1");
    expect(offered(next).map(({ text }) => text)).toEqual([second, third]);
    expect(shown(next)?.text).toBe(second);
    expect(shown(withoutSuggestion(flow({ suggestion: 2 }), "k-3"))?.text).toBe(second);
  });

  test("stays on the one that is looked at when others come before it", () => {
    const looking = flow({ suggestion: 1 });
    const more = cardState({ suggestions: [...suggestions.slice(0, 1).map((each) => ({ ...each, source: "k-0" })), ...suggestions] });
    expect(shownAgain(looking, more)).toBe(2);
  });

  test("begins with the first that the post speaks for", () => {
    const card = cardState({ suggestions: suggestions.map((each, at) => ({ ...each, isFounded: at === 2 })) });
    expect(shownAgain({ ...noFlow }, card)).toBe(2);
    expect(shownAgain({ ...noFlow }, cardState({ suggestions: [] }))).toBe(0);
  });
});

describe("a suggestion in the box", () => {
  test("takes the place of one's own words, which come back", () => {
    const own = flow({ text: "My own words" });
    expect(taken(own)).toMatchObject({ text: first, ownText: "My own words" });
    expect(untaken(taken(own))).toMatchObject({ text: "My own words", ownText: null });
  });

  test("one that was looked up goes where it was asked for, and out again", () => {
    const found = { ...(suggestions[0] as (typeof suggestions)[number]), source: "k-9", text: "Hold it." };
    const put = picked(flow({ text: "Hi!\n Bye" }), { type: "picked", suggestion: found, from: 4, to: 4 });
    expect(put).toMatchObject({ text: "Hi!\nHold it. Bye", ownText: "Hi!\n Bye" });
    expect(takenFrom(put)?.source).toBe("k-9");
    expect(takenFrom({ ...put, text: "Hi!\nHold it! Bye" })).toBeNull();
    expect(untaken(put).text).toBe("Hi!\n Bye");
    expect(picked(taken(flow()), { type: "picked", suggestion: found, from: 0, to: 0 })).toMatchObject({ ownText: "" });
  });

  test("after another keeps the same way back", () => {
    const twice = taken(turned(taken(flow({ text: "Mine" })), 1));
    expect(twice).toMatchObject({ text: second, ownText: "Mine" });
  });

  test("is nobody's own until it was changed", () => {
    const there = taken(flow());
    expect([isNobodysOwn(there), takenFrom(there)?.source]).toEqual([true, "k-1"]);
    const changed = { ...there, text: `${first} Good luck!` };
    expect([isNobodysOwn(changed), takenFrom(changed)]).toEqual([false, null]);
  });

  test("goes out again when it was not wanted after all; changed words stay", () => {
    expect(withoutSuggestion(taken(flow({ text: "Mine" })), "k-1").text).toBe("Mine");
    expect(withoutSuggestion({ ...taken(flow()), text: "Changed" }, "k-1").text).toBe("Changed");
  });
});

test("a language model's draft is unread until somebody read or changed it", () => {
  const draft = { text: "Its words", isRead: false };
  expect(isUnread(flow({ text: "Its words ", modelDraft: draft }))).toBe(true);
  expect(isUnread(flow({ text: "Its words", modelDraft: { ...draft, isRead: true } }))).toBe(false);
  expect(isUnread(flow({ text: "Its words, and mine", modelDraft: draft }))).toBe(false);
});

test("what the background found counts for the words that it read, and nothing is said twice", () => {
  const problem = (code: DraftProblem["code"], words: string[] = []): DraftProblem => ({ code, words });
  const checked = { text: "Call me", problems: [problem("phone_number"), problem("banned_word", ["there"])] };
  const atOnce = [problem("banned_word", ["here"])];
  expect(problemsOf(flow({ text: "Call me", checked }), atOnce)).toEqual([...atOnce, problem("phone_number")]);
  expect(problemsOf(flow({ text: "Call me now", checked }), atOnce)).toEqual(atOnce);
});

describe("the one sentence", () => {
  test.each<[string, Partial<Flow>, "place" | "copy", string]>([
    ["nothing while the controls say it", {}, "place", ""],
    ["just given back", { step: "read", said: "given" }, "place", "Given back. Somebody else can take it now."],
    ["ten more minutes", { said: "renewed" }, "place", "You have 10 more minutes."],
    ["in the reply box", { step: "placed" }, "place", "It's in the reply box. Read it once more, then press Post yourself."],
    ["copied", { step: "placed" }, "copy", "It's copied. Paste it under the post, then press Post yourself."],
    [
      "on the clipboard instead",
      { step: "placed", problem: "insert_failed" },
      "place",
      "It's on your clipboard. Press Ctrl+V in the reply box, then press Post yourself.",
    ],
    ["asked", { step: "confirm" }, "place", "Did you post this?"],
    [
      "lost to somebody",
      { step: "lost", loss: { why: "taken", who: linh.name } },
      "place",
      "Linh Aster has this one now. What you wrote is kept.",
    ],
    ["lost, nobody knows how", { step: "lost" }, "place", "Your time for this one ran out. What you wrote is kept."],
    [
      "with somebody else",
      { step: "read", card: cardState({ mention: heldBy(linh) }) },
      "place",
      "Thank you for looking. There is nothing to do here.",
    ],
    [
      "deleted",
      { step: "read", card: cardState({ mention: { status: "gone" } }) },
      "place",
      "The post was deleted, so there is nothing to answer.",
    ],
  ])("%s", (_, parts, way, sentence) => {
    expect(plain(flowSentence(flow(parts), way))).toBe(sentence);
  });

  test("says that an answer is not sent yet", () => {
    const card = cardState({ mention: mention({ status: "answered" }), waiting: 1 });
    expect(flowSentence(flow({ step: "done", card }), "copy")).toContain("It is kept here and sent as soon as the server can be reached.");
  });
});
