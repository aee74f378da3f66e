import { createRef } from "preact";
import { describe, expect, test, vi } from "vitest";
import { Confirm } from "../../../components/composer/confirm.tsx";
import { CopyText } from "../../../components/composer/copy-text.tsx";
import { DisclosureNote } from "../../../components/composer/disclosure-note.tsx";
import { DismissMenu } from "../../../components/composer/dismiss-menu.tsx";
import { type Flow, noFlow } from "../../../components/composer/flow.ts";
import { Foot } from "../../../components/composer/foot.tsx";
import { HandOver } from "../../../components/composer/hand-over.tsx";
import { KeptTexts } from "../../../components/composer/kept-texts.tsx";
import { ModelDraft } from "../../../components/composer/model-draft.tsx";
import { Problems } from "../../../components/composer/problems.tsx";
import { ReplyBox } from "../../../components/composer/reply-box.tsx";
import { SuggestionBar } from "../../../components/composer/suggestion-bar.tsx";
import type { DraftProblem } from "../../../lib/schema/draft-problem.ts";
import type { Disclosure } from "../../../lib/suggest/disclosure.ts";
import { control, has, key, pageText, press, show, type } from "../page.ts";
import { acme, angry, cardState, heldBy, mention, noonMs, noor, still, suggestions } from "../samples.ts";

const mine = cardState({ mention: heldBy(noor) });
const flow = (parts: Partial<Flow> = {}): Flow => ({ ...noFlow, card: mine, step: "write", ...parts });
const said: Disclosure = { side: "customer", lang: "en", line: "I'm an Acme customer", isOwn: false, isSaid: false };

describe("did you post this?", () => {
  test("takes a link that begins as one, or none", async () => {
    const answering = { ...still({ card: mine, step: "confirm" }), confirm: vi.fn(async () => {}) };
    await show(<Confirm answering={answering} />);
    await type("Link to your reply", "x.com/1");
    expect(pageText()).toContain("A link begins with https://");
    await press("Yes, it's posted");
    await key("Enter", control("Link to your reply"));
    expect(answering.confirm).not.toHaveBeenCalled();
    await type("Link to your reply", " https://x.com/noor/status/1 ");
    await press("Yes, it's posted");
    expect(answering.confirm).toHaveBeenLastCalledWith(true, "https://x.com/noor/status/1");
    await type("Link to your reply", "");
    await press("Yes, it's posted");
    expect(answering.confirm).toHaveBeenLastCalledWith(true, null);
    await press("Not yet");
    expect(answering.confirm).toHaveBeenLastCalledWith(false, null);
  });
});

describe("one's own text", () => {
  test("is copied, and it is said whether it was", async () => {
    const writeText = vi.fn(async () => {});
    vi.stubGlobal("navigator", { ...navigator, clipboard: { writeText } });
    await show(<CopyText text="My words" />);
    await press("Copy my text");
    expect(writeText).toHaveBeenCalledWith("My words");
    expect(document.querySelector("[role=status]")?.textContent).toBe("Copied");
    writeText.mockRejectedValue(new Error("not allowed"));
    document.execCommand = () => false;
    await press("Copy my text");
    expect(document.querySelector("[role=status]")?.textContent).toContain("could neither be placed nor copied");
    vi.unstubAllGlobals();
  });

  test("that is kept says for which post it was, as far as anybody knows", async () => {
    const post = mention();
    const onDrop = vi.fn();
    const kept = [
      { mentionId: post.id, text: "One", atMs: noonMs },
      { mentionId: "x:gone", text: "Two", atMs: noonMs },
      {
        mentionId: "x:old",
        text: "Three",
        atMs: noonMs,
        post: { author: { name: "Kit Ode", handle: null, verified: null }, words: "It beeps" },
      },
    ] as Parameters<typeof KeptTexts>[0]["kept"];
    await show(<KeptTexts kept={kept} mentions={[post]} onDrop={onDrop} />);
    const notes = [...document.querySelectorAll("li > .quiet")].map(({ textContent }) => textContent?.replace(/[\u2068\u2069]/g, ""));
    expect(notes[0]).toMatch(/^Your words for Dana Kestrel: My Acme/);
    expect(notes[1]).toBe("Your words for a post that is not here any more");
    expect(notes[2]).toBe("Your words for Kit Ode: It beeps");
    await press("Throw away");
    expect(onDrop).toHaveBeenCalledWith(kept[0]);
  });
});

describe("the tie to the brand", () => {
  test("is shown as it will be added, or that the text says it", async () => {
    await show(<DisclosureNote workspace={acme} disclosure={said} onOwnLine={() => {}} />);
    expect(pageText()).toContain("Added at the end: “I'm an Acme customer”");
    expect(has("Other words")).toBe(false);
    await show(<DisclosureNote workspace={acme} disclosure={{ ...said, line: "", isSaid: true }} onOwnLine={() => {}} />);
    expect(pageText()).toBe("Your answer says who you are. Nothing is added.");
  });

  test("is asked for in the reply's language where nobody has words, and is not longer than a line", async () => {
    const onOwnLine = vi.fn();
    await show(<DisclosureNote workspace={acme} disclosure={{ ...said, lang: "nb", line: null }} onOwnLine={onOwnLine} />);
    const field = "Say in Norwegian";
    await press("Add it");
    expect(onOwnLine).not.toHaveBeenCalled();
    await type(field, "x".repeat(300));
    expect(control<HTMLInputElement>(field).value).toHaveLength(100);
    await type(field, " Jeg er Acme-kunde ");
    await press("Add it");
    expect(onOwnLine).toHaveBeenCalledWith("Jeg er Acme-kunde");
  });

  test("in one's own words can be changed", async () => {
    await show(<DisclosureNote workspace={acme} disclosure={{ ...said, isOwn: true }} onOwnLine={() => {}} />);
    await press("Other words");
    expect(has("Add it")).toBe(true);
  });
});

test("each reason is handed on as it was picked", async () => {
  const onPick = vi.fn();
  await show(<DismissMenu onPick={onPick} />);
  await press("Not for us");
  await press("Spam");
  expect(onPick).toHaveBeenCalledWith("spam");
});

test("the line for staff is short and may be empty", async () => {
  const [onHand, onCancel] = [vi.fn(), vi.fn()];
  await show(<HandOver onHand={onHand} onCancel={onCancel} />);
  await press("Hand to staff");
  expect(onHand).toHaveBeenLastCalledWith("");
  await type("What should staff know?", ` ${"y".repeat(400)}`);
  await key("Enter", control("What should staff know?"));
  expect(onHand).toHaveBeenLastCalledWith("y".repeat(279));
  await press("Cancel");
  expect(onCancel).toHaveBeenCalledOnce();
});

describe("under the box", () => {
  const foot = (parts: Partial<Flow>) => show(<Foot flow={flow(parts)} card={mine} disclosure={said} onOwnLine={() => {}} />);

  test("the room that is left, once there is little", async () => {
    await foot({ text: "Hi" });
    expect(pageText()).not.toContain("left");
    await foot({ text: "a".repeat(200) });
    expect(pageText()).toMatch(/\d+ characters left/);
    await foot({ text: "a".repeat(400) });
    expect(pageText()).not.toContain("left");
  });

  test.each<[Partial<Flow>, string]>([
    [{ text: "Hi", dirty: true }, "Not saved yet"],
    [{ text: "Hi", saving: true }, "Saving"],
    [{ text: "Hi", card: { ...mine, unsentDraft: "Hi" } }, "Not yet sent"],
  ])("how safe the words are: %o", async (parts, text) => {
    await foot(parts);
    expect(document.querySelector(".saved")?.textContent).toBe(text);
  });
});

test("a problem selects the words that it means; an empty box is no reproach", async () => {
  const box = createRef<HTMLTextAreaElement>();
  const problems: DraftProblem[] = [
    { code: "empty", words: [] },
    { code: "banned_word", words: ["cheap"] },
  ];
  await show(
    <>
      <textarea ref={box} value="It is cheap here" />
      <Problems problems={problems} box={box} />
    </>,
  );
  expect(document.querySelectorAll("li")).toHaveLength(1);
  await press("Your community does not use these words");
  expect([box.current?.selectionStart, box.current?.selectionEnd]).toEqual([6, 11]);
  await show(<Problems problems={problems.slice(0, 1)} box={box} />);
  expect(pageText()).toBe("");
});

test("the box marks what must be mended and what is too much", async () => {
  const onType = vi.fn();
  const box = { boxRef: createRef<HTMLTextAreaElement>(), lang: "en", onType, onLeave: () => {}, onFind: () => {} };
  await show(<ReplyBox {...box} text="So cheap and far too long" marked={["cheap"]} surplusFrom={12} />);
  expect([...document.querySelectorAll("mark")].map(({ textContent }) => textContent)).toEqual(["cheap", " far too long"]);
  expect(control("Your answer").getAttribute("aria-invalid")).toBe("true");
  await type("Your answer", "Short");
  expect(onType).toHaveBeenCalledWith("Short");
});

describe("suggestions beside the box", () => {
  const does = () => ({ onSuggest: vi.fn(), onTake: vi.fn(), onReject: vi.fn(), onOwnText: vi.fn() });

  test("one of them with its reason, to be turned, used or not wanted", async () => {
    const acts = does();
    await show(<SuggestionBar flow={flow()} {...acts} />);
    expect(pageText()).toContain("Suggestion 1 of 3");
    await press("why this one");
    expect(pageText()).toContain("It fits because the post says: “pairing”, “firmware”. From “Pairing after an update”.");
    for (const name of ["Next suggestion", "Previous suggestion", "Use it", "Not this one"]) await press(name);
    expect(acts.onSuggest.mock.calls).toEqual([[1], [-1]]);
    expect([acts.onTake.mock.calls.length, acts.onReject.mock.calls.length]).toEqual([1, 1]);
  });

  test("wait to be asked for where somebody is angry", async () => {
    await show(<SuggestionBar flow={flow({ card: cardState({ mention: { ...heldBy(noor), triage: angry } }) })} {...does()} />);
    expect(pageText()).toContain("This one wants your own words.");
    expect(has("Use it")).toBe(false);
    await press("3 suggestions");
    expect(has("Use it")).toBe(true);
  });

  test("are taken out again, or one's own words come back", async () => {
    const acts = does();
    const text = suggestions[0]?.text ?? "";
    await show(<SuggestionBar flow={flow({ text, ownText: "" })} {...acts} />);
    await press("Take it out");
    await show(<SuggestionBar flow={flow({ text, ownText: "Mine" })} {...acts} />);
    await press("Back to my text");
    expect(acts.onOwnText).toHaveBeenCalledTimes(2);
  });

  test("that do not come are said so, once the search is over", async () => {
    await show(<SuggestionBar flow={flow({ card: cardState({ suggestions: [], isSearching: true }) })} {...does()} />);
    expect(pageText()).toBe("Looking for suggestions");
    await show(<SuggestionBar flow={flow({ card: cardState({ suggestions: [] }) })} {...does()} />);
    expect(pageText()).toBe("No suggestion fits this one. Your own words are best anyway.");
  });
});

test("a language model is asked once at a time, and what it wrote is to be read", async () => {
  const [onAsk, onRead] = [vi.fn(), vi.fn()];
  await show(<ModelDraft flow={flow()} onAsk={onAsk} onRead={onRead} />);
  await press("Draft it by machine");
  expect(onAsk).toHaveBeenCalledOnce();
  await show(<ModelDraft flow={flow({ busy: "model_draft" })} onAsk={onAsk} onRead={onRead} />);
  expect(pageText()).toBe("The machine is writing. You can write on meanwhile.");
  await show(<ModelDraft flow={flow({ busy: "place" })} onAsk={onAsk} onRead={onRead} />);
  await press("Draft it by machine");
  expect(onAsk).toHaveBeenCalledOnce();
  await show(<ModelDraft flow={flow({ text: "It", modelDraft: { text: "It", isRead: false } })} onAsk={onAsk} onRead={onRead} />);
  await press("I have read it");
  expect(onRead).toHaveBeenCalledOnce();
});
