import { describe, expect, test, vi } from "vitest";
import type { Answering } from "../../../components/composer/actions.ts";
import { Answer } from "../../../components/composer/answer.tsx";
import type { Flow } from "../../../components/composer/flow.ts";
import { control, has, key, pageText, press, show, type } from "../page.ts";
import { cardState, heldBy, linh, noonMs, noor, sam, still, suggestions } from "../samples.ts";

const mine = (minutes = 8, renewals = 0) => cardState({ mention: heldBy(noor, minutes, renewals) });

async function answer(flow: Partial<Flow>, parts: Partial<Answering> = {}, way: "place" | "copy" = "place") {
  await show(<Answer answering={{ ...still(flow), ...parts }} nowMs={noonMs} way={way} />);
}

test("while suggestions are looked for the card says so, beside those that are there", async () => {
  const at = (found: typeof suggestions) => answer({ step: "write", card: { ...mine(), suggestions: found, isSearching: true } });
  await at([]);
  expect(pageText()).toContain("Looking for suggestions");
  expect(pageText()).not.toContain("No suggestion fits");
  await at(suggestions.slice(0, 1));
  expect(pageText()).toContain("Suggestion 1 of 1");
  expect(pageText()).toContain("Looking for suggestions");
});

describe("before anybody answers", () => {
  test("the reasons stand in one sentence, its scores only for who asks, and the offer takes the post", async () => {
    const take = vi.fn(async () => {});
    await answer({ card: cardState() }, { take });
    expect(pageText()).toContain("Asks for help with pairing · no answer yet · seen by about 2,000");
    const scores = [...document.querySelectorAll("p")].find((line) => line.textContent?.startsWith("Priority 64"));
    expect(scores?.hidden).toBe(true);
    await press("why?");
    expect(scores?.hidden).toBe(false);
    await press("I'll answer");
    expect(take).toHaveBeenCalledOnce();
  });

  test("without a connection nothing can be taken, and nothing is said of words that nobody typed", async () => {
    const take = vi.fn(async () => {});
    await answer({ card: cardState({ isOffline: true }) }, { take });
    await press("I'll answer");
    expect(take).not.toHaveBeenCalled();
    expect(pageText()).toContain("Taking a post needs a connection.");
    await answer({ card: cardState(), problem: "server_unreachable" });
    expect(pageText()).toContain("Taking a post needs a connection.");
    expect(pageText()).not.toContain("typed");
  });

  test("asks again until the connection is back", async () => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    const refresh = vi.fn(async () => {});
    await answer({ card: cardState({ isOffline: true }) }, { refresh });
    vi.advanceTimersByTime(30_000);
    expect(refresh).toHaveBeenCalledTimes(3);
    await answer({ card: cardState() }, { refresh });
    vi.advanceTimersByTime(30_000);
    expect(refresh).toHaveBeenCalledTimes(3);
    vi.useRealTimers();
  });

  test("not for us asks for the reason", async () => {
    const dismiss = vi.fn(async () => {});
    await answer({ card: cardState() }, { dismiss });
    await press("Not for us");
    await press("Spam");
    expect(dismiss).toHaveBeenCalledWith("spam");
  });

  test("a menu walks with the arrows and closes with Escape, giving the focus back", async () => {
    await answer({ card: cardState() });
    await press("Not for us");
    expect(document.activeElement?.textContent).toBe("Not about us");
    await key("ArrowUp");
    expect(document.activeElement?.textContent).toBe("Spam");
    await key("Escape");
    expect(document.activeElement).toBe(control("Not for us"));
    expect(has("Spam")).toBe(false);
  });

  test("handing to staff carries one line", async () => {
    const handToStaff = vi.fn(async () => {});
    await answer({ card: cardState() }, { handToStaff });
    await press("Hand to staff");
    await type("What should staff know?", " Wants a refund ");
    await press("Hand to staff");
    expect(handToStaff).toHaveBeenCalledWith("Wants a refund");
  });

  test("advocates are not offered what staff take care of, staff are", async () => {
    const escalated = { status: "escalated", route: "first_line" } as const;
    await answer({ card: cardState({ mention: escalated }) });
    expect(has("I'll answer")).toBe(false);
    expect(pageText()).toContain("Staff take care of this one.");
    await answer({ card: cardState({ mention: escalated, me: sam }) });
    expect(has("I'll answer")).toBe(true);
  });
});

describe("writing", () => {
  const first = suggestions[0]?.text ?? "";

  test("typing reaches the background, leaving the box saves", async () => {
    const typed = vi.fn();
    const flush = vi.fn(async () => {});
    await answer({ card: mine(), step: "write", text: first }, { type: typed, flush });
    await type("Your answer", "Hi");
    expect(typed).toHaveBeenCalledWith("Hi");
    control("Your answer").blur();
    expect(flush).toHaveBeenCalled();
  });

  test("the disclosure and the room that is left are said", async () => {
    await answer({ card: mine(), step: "write", text: first });
    expect(pageText()).toContain("Added at the end: “I'm an Acme customer”");
    expect(pageText()).toMatch(/\d+ characters left/);
  });

  test("an answer that says who writes gets nothing added", async () => {
    await answer({ card: mine(), step: "write", text: "As an Acme Friends customer, I hold the button." });
    expect(pageText()).toContain("Your answer says who you are. Nothing is added.");
  });

  test("staff say that they work for the brand", async () => {
    await answer({ card: cardState({ mention: heldBy(sam), me: sam }), step: "write", text: first });
    expect(pageText()).toContain("Added at the end: “I work for Acme Friends”");
    await answer({ card: cardState({ mention: heldBy(sam), me: sam }), step: "write", text: "I'm an Acme customer, hold it." });
    expect(pageText()).toContain("You answer for the brand, but this says you are a customer: “I'm an Acme customer”.");
  });

  test("where nobody has words for the tie, the member is asked for theirs, and may take the English ones", async () => {
    const keepDisclosure = vi.fn(async () => {});
    const place = vi.fn(async () => {});
    const { triage } = cardState().mention;
    const card = cardState({ mention: { ...heldBy(noor), triage: { ...triage, lang: "th" } } });
    await answer({ card, step: "write", text: "ลองกดปุ่มค้างไว้สิบวินาที" }, { keepDisclosure, place });
    expect(pageText()).toContain("Say in Thai that you are a customer of Acme Friends");
    await press("Place reply");
    expect(place).not.toHaveBeenCalled();
    await press("Use “I'm an Acme customer”");
    await press("Add it");
    expect(keepDisclosure).toHaveBeenCalledWith("I'm an Acme customer");
    const kept = { ...card, ownDisclosures: { th: "ลูกค้า Acme" } };
    await answer({ card: kept, step: "write", text: "ลองกดปุ่มค้างไว้สิบวินาที" }, { keepDisclosure, place });
    expect(pageText()).toContain("Added at the end: “ลูกค้า Acme”");
    await press("Place reply");
    expect(place).toHaveBeenCalledOnce();
    await press("Other words");
    await type("Say in Thai", "ลูกค้าของ Acme");
    await press("Add it");
    expect(keepDisclosure).toHaveBeenLastCalledWith("ลูกค้าของ Acme");
  });

  test("unfilled placeholders are marked and nothing can be placed", async () => {
    const place = vi.fn(async () => {});
    await answer({ card: mine(), step: "write", text: "See {link} for {product}" }, { place });
    expect([...document.querySelectorAll("mark")].map((mark) => mark.textContent)).toEqual(["{link}", "{product}"]);
    expect(pageText()).toContain("Fill in {link}, {product}.");
    await press("Place reply");
    expect(place).not.toHaveBeenCalled();
    await press("Fill in");
    const box = control<HTMLTextAreaElement>("Your answer");
    expect(box.value.slice(box.selectionStart, box.selectionEnd)).toBe("{link}");
  });

  test("a text that is too long for the site cannot be placed", async () => {
    const place = vi.fn(async () => {});
    await answer({ card: mine(), step: "write", text: "a".repeat(300) }, { place });
    expect(pageText().match(/too long/g)).toHaveLength(2);
    expect(pageText()).toContain("Your answer is too long; its end is marked.");
    expect(document.querySelector(".reply-mirror mark")?.textContent).toBe("a".repeat(300 - 280 + 21));
    expect(control("Your answer").getAttribute("aria-invalid")).toBe("true");
    await press("Place reply");
    expect(place).not.toHaveBeenCalled();
  });

  test("a language model's draft is marked and cannot be placed unread", async () => {
    const place = vi.fn(async () => {});
    const confirmModelDraft = vi.fn();
    const modelDraft = { text: first, isRead: false };
    await answer({ card: { ...mine(), languageModel: "server" }, step: "write", text: first, modelDraft }, { place, confirmModelDraft });
    expect(pageText()).toContain("A machine wrote this and may be wrong.");
    await press("Place reply");
    expect(place).not.toHaveBeenCalled();
    await press("I have read it");
    expect(confirmModelDraft).toHaveBeenCalled();
  });

  test("what the background found in these words is said with them", async () => {
    const problems = [{ code: "near_copy" as const, words: ["Hold the button."] }];
    await answer({ card: mine(), step: "write", text: "Hold the button.", checked: { text: "Hold the button.", problems } });
    expect(pageText()).toContain("This was said before in nearly the same words. Say it in your own: “Hold the button.”");
    await answer({ card: mine(), step: "write", text: "Press the button.", checked: { text: "Hold the button.", problems } });
    expect(pageText()).not.toContain("said before");
  });

  test("suggestions stand beside an empty box, can be turned over, and say why they fit", async () => {
    const suggest = vi.fn();
    const takeSuggestion = vi.fn();
    await answer({ card: mine(), step: "write" }, { suggest, takeSuggestion });
    expect(control<HTMLTextAreaElement>("Your answer").value).toBe("");
    expect(pageText()).toContain("Suggestion 1 of 3");
    expect(pageText()).toContain(first);
    await press("Use it");
    expect(takeSuggestion).toHaveBeenCalledOnce();
    await press("Next suggestion");
    expect(suggest).toHaveBeenCalledWith(1);
    await press("why this one");
    expect(control("why this one").getAttribute("aria-expanded")).toBe("true");
    expect(pageText()).toContain("“pairing”, “firmware”");
  });

  test("a suggestion that was taken can be taken out again, and one's own words come back", async () => {
    const backToOwnText = vi.fn();
    await answer({ card: mine(), step: "write", text: first, ownText: "" }, { backToOwnText });
    await press("Take it out");
    expect(backToOwnText).toHaveBeenCalledOnce();
    await answer({ card: mine(), step: "write", text: first, ownText: "Mine" }, { backToOwnText });
    await press("Back to my text");
    expect(backToOwnText).toHaveBeenCalledTimes(2);
  });

  test.each([
    ["angry", { anger: 0.83 }],
    ["a threat", { kind: "threat" as const }],
    ["likely a threat", { threat: 0.6 }],
    ["technical", { technical: 0.7 }],
    ["sent to staff by what people said of it", { route: "second_line" as const }],
  ])("a post that is %s wants one's own words, and suggestions only on demand", async (_, scores) => {
    const calm = cardState().mention.triage;
    await answer({ card: cardState({ mention: { ...heldBy(noor), triage: { ...calm, ...scores } } }), step: "write" });
    expect(pageText()).toContain("This one wants your own words.");
    expect(pageText()).not.toContain(first);
    await press("3 suggestions");
    expect(pageText()).toContain(first);
  });

  test.each([
    [1, 0, true],
    [1, 1, false],
    [8, 0, false],
  ])("with %i minutes left after %i renewals, more time is offered: %s", async (minutes, renewals, offered) => {
    await answer({ card: mine(minutes, renewals), step: "write", text: first });
    expect(has("10 more minutes")).toBe(offered);
  });

  test("in a list the reply is copied, not placed", async () => {
    await answer({ card: mine(), step: "write", text: first }, {}, "copy");
    expect(has("Copy reply")).toBe(true);
    expect(has("Place reply")).toBe(false);
  });
});

describe("after placing", () => {
  test("the member is told to press Post themselves", async () => {
    await answer({ card: mine(), step: "placed" });
    expect(pageText()).toContain("It's in the reply box. Read it once more, then press Post yourself.");
  });

  test("on the clipboard it says how to paste", async () => {
    await answer({ card: mine(), step: "placed", problem: "insert_failed" });
    expect(pageText()).toContain("Press Ctrl+V in the reply box");
  });

  test("asked whether it was posted, a link is welcome but must be one", async () => {
    const confirm = vi.fn(async () => {});
    await answer({ card: mine(), step: "confirm" }, { confirm });
    await type("Link to your reply", "javascript:alert(1)");
    await press("Yes, it's posted");
    expect(confirm).not.toHaveBeenCalled();
    await type("Link to your reply", "https://x.com/noor/status/3");
    await press("Yes, it's posted");
    expect(confirm).toHaveBeenCalledWith(true, "https://x.com/noor/status/3");
  });

  test.each([
    ["question", "Dana's question is answered."],
    ["request", "Dana's request is answered."],
    ["complaint", "Dana's complaint is answered."],
    ["praise", "Dana's kind words are answered."],
    ["threat", "Dana has an answer."],
    ["other", "Dana has an answer."],
  ] as const)("a %s is called what it is", async (kind, sentence) => {
    const { triage } = cardState().mention;
    await answer({ card: cardState({ mention: { status: "answered", triage: { ...triage, kind } } }), step: "done" });
    expect(pageText()).toContain(`Posted. Thank you, ${sentence}`);
  });

  test("done thanks by name, and says when it still has to be sent", async () => {
    await answer({ card: cardState({ mention: { status: "answered" } }), step: "done" });
    expect(pageText()).toContain("Posted. Thank you, Dana's question is answered.");
    await answer({ card: cardState({ mention: { status: "answered" }, waiting: 1 }), step: "done" });
    expect(pageText()).toContain("sent as soon as the server can be reached");
  });

  test("a lost post keeps the words in sight and names who has it", async () => {
    const loss = { why: "taken", who: "Linh Aster" } as const;
    await answer({ card: cardState({ mention: heldBy(linh) }), step: "lost", text: "My words", loss });
    expect(pageText()).toContain("Linh Aster has this one now. What you wrote is kept.");
    expect(has("Copy my text")).toBe(true);
    expect(pageText()).toContain("My words");
  });
});

test("every change of state is said aloud", async () => {
  await answer({ card: mine(), step: "placed" });
  expect(document.querySelector("[role=status]")?.textContent).toContain("press Post yourself");
  await answer({ card: mine(), step: "write", text: "x", problem: "server_unreachable" });
  expect(document.querySelector("[role=status]")?.textContent).toContain("The server cannot be reached");
});

test("undo stands beside what was just set aside", async () => {
  const undo = vi.fn(async () => {});
  await answer({ card: cardState({ mention: { status: "dismissed" } }), said: "dismissed" }, { undo });
  await press("Undo");
  expect(undo).toHaveBeenCalledOnce();
});
