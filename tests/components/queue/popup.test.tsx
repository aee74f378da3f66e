import { act } from "preact/test-utils";
import { describe, expect, test, vi } from "vitest";
import { RowAnswer } from "../../../components/composer/row-answer.tsx";
import type { AnsweringProps, PopupActions } from "../../../components/queue/actions.ts";
import { Popup } from "../../../components/queue/popup.tsx";
import { usualChoices } from "../../../lib/schema/alert-choices.ts";
import { FanswerError } from "../../../lib/schema/errors.ts";
import type { PersonalState } from "../../../lib/state/store-state.ts";
import { popupActions } from "../actions.ts";
import { control, has, pageText, press, show, type } from "../page.ts";
import { ada, cardState, heldBy, mention, noor, sam, still, storeState } from "../samples.ts";

const answeringRow =
  (onOpenPost: (permalink: string) => void = () => {}) =>
  (props: AnsweringProps) => (
    <RowAnswer
      {...props}
      open={() => still({ card: cardState({ mention: heldBy(noor) }), step: "write", text: "Hi" })}
      onOpenPost={onOpenPost}
    />
  );

const actions = (parts: Partial<PopupActions> = {}) => popupActions({ Answering: answeringRow(), ...parts });
const popup = (state: PersonalState, does: PopupActions) => <Popup state={state} actions={does} languages={["en"]} />;

describe("before joining", () => {
  test("one sentence and the way to the welcome page", async () => {
    const openPage = vi.fn();
    await show(popup(storeState({ member: null }), actions({ openPage })));
    await press("Join with an invitation");
    expect(openPage).toHaveBeenCalledWith("welcome");
  });

  test("after leaving it says so, with the way back", async () => {
    const openPage = vi.fn();
    await show(popup(storeState({ member: null, left: "Acme Friends" }), actions({ openPage })));
    expect(pageText()).toContain("You left Acme Friends, and nothing of it is on this device any more. To come back, paste an invitation.");
    await press("Join with an invitation");
    expect(openPage).toHaveBeenCalledWith("welcome");
  });

  test("nothing is shown before the store was read", async () => {
    const state = storeState();
    state.session.value = null;
    await show(popup(state, actions()));
    expect(pageText()).toBe("");
  });
});

describe("next for you", () => {
  test("the best one with its reason, and one button that takes it", async () => {
    const take = vi.fn(async () => true);
    const best = mention({ excerpt: "Best one" });
    const other = mention({ excerpt: "Other one", triage: { ...best.triage, priority: 10 } });
    await show(popup(storeState({ mentions: [other, best] }), actions({ take })));
    expect(pageText()).toContain("Best one");
    expect(pageText()).not.toContain("Other one");
    expect(pageText()).toContain("Asks for help");
    await press("I'll answer");
    expect(take).toHaveBeenCalledWith(best);
  });

  test("without a page to open, the answer is written right here", async () => {
    const open = mention({ permalink: null });
    const state = storeState({ mentions: [open] });
    const take = async () => {
      state.mentions.value = [{ ...open, ...heldBy(noor) }];
      return false;
    };
    await show(popup(state, actions({ take })));
    await press("I'll answer");
    expect(has("Your answer")).toBe(true);
    expect(has("Open the post")).toBe(false);
  });

  test("why it could not be taken", async () => {
    const take = () => Promise.reject(new FanswerError("claim_limit"));
    await show(popup(storeState({ mentions: [mention()] }), actions({ take })));
    await press("I'll answer");
    expect(pageText()).toContain("You have as many posts as you can hold at once.");
  });

  test("nothing waits: a quiet sentence, which promises to tell only who wants to be told", async () => {
    await show(popup(storeState(), actions()));
    expect(pageText()).toContain("Nothing needs you right now.");
    expect(pageText()).not.toContain("We'll tell you.");
    const profile = { languages: null, topics: [], away: null, alerts: usualChoices("UTC") };
    await show(popup(storeState({ member: { ...noor, profile } }), actions()));
    expect(pageText()).toContain("Nothing needs you right now. We'll tell you.");
  });
});

test("a badge that was earned is said until the member knows", async () => {
  const know = vi.fn(async () => {});
  const member = { ...noor, profile: { languages: null, topics: [], away: null, newBadges: ["first_help"] } };
  await show(popup(storeState({ member }), actions({ badges: { know } })));
  expect(pageText()).toContain("You earned a badge: First help");
  await press("Good");
  expect(know).toHaveBeenCalledExactlyOnceWith(["first_help"]);
});

test("one of yours opens in place, with the way to its page", async () => {
  const openPost = vi.fn();
  const mine = mention({ ...heldBy(noor), permalink: "https://x.com/dana_k/status/7" });
  await show(popup(storeState({ mentions: [mine] }), actions({ Answering: answeringRow(openPost) })));
  await press("Dana Kestrel");
  expect(control("Dana Kestrel").getAttribute("aria-expanded")).toBe("true");
  expect(has("Copy reply")).toBe(true);
  await press("Open the post");
  expect(openPost).toHaveBeenCalledWith("https://x.com/dana_k/status/7");
});

describe("adding a post by its link", () => {
  const fill = async (link: string, text: string) => {
    await press("Menu");
    await press("Add a post by its link");
    await type("Link to the post", link);
    await type("What it says", text);
  };

  test("what was added comes next, before what is more pressing", async () => {
    const added = mention({ site: "other", excerpt: "Pairing on LinkedIn", triage: { ...mention().triage, priority: 1 } });
    const addPost = vi.fn(async () => ({ mention: added, isNew: true }));
    await show(popup(storeState({ mentions: [mention({ excerpt: "Pressing" })] }), actions({ addPost })));
    await fill(" https://www.linkedin.com/posts/1 ", "Pairing on LinkedIn");
    await press("Add it");
    expect(addPost).toHaveBeenCalledWith({ link: "https://www.linkedin.com/posts/1", text: "Pairing on LinkedIn", author: "" });
    expect(pageText()).toContain("Pairing on LinkedIn");
    expect(pageText()).toContain("Added.");
    expect(has("Link to the post")).toBe(false);
    await press("I'll answer");
    expect(pageText()).toContain("Pressing");
  });

  test("what is no link is said while typing, and nothing is added", async () => {
    const addPost = vi.fn();
    await show(popup(storeState(), actions({ addPost })));
    await fill("javascript:alert(1)", "Pairing");
    expect(pageText()).toContain("This is no link to a page.");
    await press("Add it");
    expect(addPost).not.toHaveBeenCalled();
  });

  test("a refusal keeps what was typed", async () => {
    const addPost = () => Promise.reject(new FanswerError("server_unreachable"));
    await show(popup(storeState(), actions({ addPost })));
    await fill("https://www.linkedin.com/posts/1", "Pairing");
    await press("Add it");
    expect(control("What it says")).toHaveProperty("value", "Pairing");
  });
});

describe("what was given back", () => {
  const Leaving = ({ mention: { id }, onLeave }: AnsweringProps) => (
    <button type="button" onClick={() => onLeave("claim.release", id)}>
      Leave
    </button>
  );
  const mine = mention(heldBy(noor));

  test("can be had again, by click or key", async () => {
    const takeBack = vi.fn(async () => {});
    await show(popup(storeState({ mentions: [mine] }), actions({ Answering: Leaving, takeBack })));
    await press("Dana Kestrel");
    await press("Leave");
    expect(pageText()).toContain("Given back.");
    await press("Undo");
    expect(takeBack).toHaveBeenCalledWith("claim.release", mine.id);
    expect(pageText()).toContain("Undone.");
    await press("Leave");
    await act(() => void document.dispatchEvent(new KeyboardEvent("keydown", { key: "u" })));
    expect(takeBack).toHaveBeenCalledTimes(2);
  });

  test("says why when somebody else has it by then", async () => {
    const takeBack = () => Promise.reject(new FanswerError("lease_held"));
    await show(popup(storeState({ mentions: [mine] }), actions({ Answering: Leaving, takeBack })));
    await press("Dana Kestrel");
    await press("Leave");
    await press("Undo");
    expect(pageText()).toContain("Someone else");
    expect(has("Undo")).toBe(false);
  });
});

describe("connection", () => {
  test("everything is sent", async () => {
    await show(popup(storeState(), actions()));
    expect(pageText()).toContain("All sent");
  });

  test("what waits is counted, and why", async () => {
    const state = storeState();
    await show(popup(state, actions()));
    await act(() => {
      state.outbox.value = { waiting: 3, setAside: [], problem: "server_unreachable" };
    });
    expect(pageText()).toContain("3 not yet sent");
    expect(pageText()).toContain("The server cannot be reached.");
    expect(pageText()).toContain("You're offline.");
  });

  test("what was refused keeps its words, and is let go only when sure", async () => {
    const [retry, discard] = [vi.fn(), vi.fn()];
    const refused = { operationId: "op-1", name: "draft.save", mentionId: "x:1", code: "lease_lost", text: "My words" } as const;
    await show(popup(storeState({ outbox: { setAside: [refused] } }), actions({ retry, discard })));
    expect(pageText()).toContain("My words");
    await press("Try again");
    expect(retry).toHaveBeenCalledWith("op-1");
    await press("Let it go");
    expect(discard).not.toHaveBeenCalled();
    await press("Let it go for good");
    expect(discard).toHaveBeenCalledWith("op-1");
  });
});

const breaks = ["Take a break until tomorrow", "Take a break until I say so"];

test.each([
  [noor, ["Add a post by its link", "Send and fetch now", ...breaks, "You: answers, level, points", "Settings"]],
  [sam, ["Open the side panel", "Add a post by its link", "Send and fetch now", ...breaks, "You: answers, level, points", "Settings"]],
  [
    ada,
    [
      "Open the side panel",
      "Admin page",
      "Add a post by its link",
      "Send and fetch now",
      ...breaks,
      "You: answers, level, points",
      "Settings",
    ],
  ],
])("the menu leads where the role may go: $role", async (member, items) => {
  await show(popup(storeState({ member }), actions()));
  await press("Menu");
  expect([...document.querySelectorAll("[role=menuitem]")].map((item) => item.textContent)).toEqual(items);
});

test("what was written for a post that is lost stands under Yours, to copy or to throw away, also when the post has gone", async () => {
  const kept = [
    { mentionId: "x:gone", text: "Words for nobody", atMs: 3 },
    { mentionId: "x:6", text: "Charge it", atMs: 2, post: { author: { name: "Mo Lind", handle: "mo", verified: null }, words: "My case" } },
    { mentionId: "x:7", text: "Hold the button", atMs: 1 },
  ];
  const dropText = vi.fn(async () => {});
  const keepText = vi.fn(async () => {});
  const mentions = [mention({ id: "x:7", postId: "7" })];
  await show(<Popup languages={["en"]} state={storeState({ mentions, outbox: { kept } })} actions={actions({ dropText, keepText })} />);
  expect(pageText()).toContain("Your words for Dana Kestrel");
  expect(pageText()).toContain("Your words for Mo Lind: My case");
  expect(pageText()).toContain("Your words for a post that is not here any more");
  expect(pageText()).toContain("Hold the button");
  await press("Throw away");
  expect(dropText).toHaveBeenCalledWith("x:gone");
  await press("Undo");
  expect(keepText).toHaveBeenCalledWith(kept[0]);
});
