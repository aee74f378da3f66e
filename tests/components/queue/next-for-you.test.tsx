import { act } from "preact/test-utils";
import { describe, expect, test, vi } from "vitest";
import type { AnsweringProps, PopupActions } from "../../../components/queue/actions.ts";
import { Popup } from "../../../components/queue/popup.tsx";
import { FanswerError } from "../../../lib/schema/errors.ts";
import type { Mention } from "../../../lib/schema/mention.ts";
import { popupActions } from "../actions.ts";
import { control, has, pageText, press, show } from "../page.ts";
import { at, heldBy, mention, noor, storeState } from "../samples.ts";

type Parts = Parameters<typeof storeState>[0];

const newcomer = { ...noor, level: 0 };
const { triage } = mention();
const says = (excerpt: string, lang = "en", priority = 64): Mention => mention({ excerpt, lang, triage: { ...triage, lang, priority } });

async function open(parts: Parts, does: Partial<PopupActions> = {}) {
  const state = storeState(parts);
  await show(<Popup state={state} actions={popupActions(does)} languages={["en"]} />);
  return state;
}

describe("what is next", () => {
  test("is in the reader's languages; others are there for who asks", async () => {
    await open({ mentions: [says("Bagaimana cara menyambungkan?", "id", 99), says("How do I pair it?")] });
    expect(pageText()).toContain("How do I pair it?");
    expect(pageText()).not.toContain("Bagaimana");
    await press("Other languages");
    expect(pageText()).toContain("Bagaimana");
    expect(pageText()).toContain("Indonesian");
    await press("Your languages");
    expect(pageText()).not.toContain("Bagaimana");
  });

  test("is no foreign post by itself, even where nothing else waits", async () => {
    await open({ mentions: [says("Bagaimana cara menyambungkan?", "id")] });
    expect(pageText()).toContain("Nothing waits in your languages right now.");
    expect(has("I'll answer")).toBe(false);
    await press("Other languages");
    expect(has("I'll answer")).toBe(true);
  });

  test("can be leafed through, round and round", async () => {
    await open({ mentions: [says("One", "en", 90), says("Two", "en", 80), says("Three", "en", 70)] });
    const shown = [];
    for (let turn = 0; turn < 4; turn += 1) {
      shown.push(document.querySelector(".next-text")?.textContent);
      await press("Another one");
    }
    expect(shown).toEqual(["One", "Two", "Three", "One"]);
  });

  test("is not leafed through where there is one", async () => {
    await open({ mentions: [says("One")] });
    expect(has("Another one")).toBe(false);
  });

  test("goes away for good when it is not for me, and can be had back at once", async () => {
    const [one, two] = [says("One", "en", 90), says("Two", "en", 80)];
    const pass = vi.fn(async () => {});
    const state = await open({ mentions: [one, two] }, { pass });
    await press("Not for me");
    expect(pass).toHaveBeenCalledWith(one.id, true);
    await act(() => {
      state.mentions.value = [two];
    });
    expect(pageText()).toContain("You won't be offered this one again.");
    expect(document.querySelector(".next-text")?.textContent).toBe("Two");
    await press("Undo");
    expect(pass).toHaveBeenLastCalledWith(one.id, false);
  });

  test("when all was passed on, it can be offered again", async () => {
    const offerAgain = vi.fn();
    await open({ passed: 3 }, { offerAgain });
    await press("Offer the 3 I passed on again");
    expect(offerAgain).toHaveBeenCalled();
    await open({ passed: 0 });
    expect(has("passed on")).toBe(false);
  });
});

describe("without a connection", () => {
  test("the button is off and says why; nothing is said of what was typed", async () => {
    const take = vi.fn(async () => true);
    await open({ mentions: [says("One")], outbox: { problem: "server_unreachable" } }, { take });
    const button = control("I'll answer");
    expect(button.getAttribute("aria-disabled")).toBe("true");
    const why = document.getElementById(button.getAttribute("aria-describedby") ?? "");
    expect(why?.textContent).toBe("Taking a post needs a connection.");
    await press("I'll answer");
    expect(take).not.toHaveBeenCalled();
  });

  test("a connection that is lost with the press says the same", async () => {
    await open({ mentions: [says("One")] }, { take: () => Promise.reject(new FanswerError("server_unreachable")) });
    await press("I'll answer");
    expect(pageText()).toContain("Taking a post needs a connection.");
    expect(pageText()).not.toContain("typed");
  });
});

describe("at the limit", () => {
  const waiting = says("Another post");
  const mine = (parts: Partial<Mention> = {}) => mention({ excerpt: "My post", ...heldBy(newcomer), ...parts });

  test("a newcomer finishes the one first, and is led to it", async () => {
    const goOn = vi.fn(async () => true);
    const held = mine();
    await open({ member: newcomer, mentions: [waiting, held] }, { goOn });
    expect(pageText()).toContain("Finish this one first");
    expect(pageText()).not.toContain("Another post");
    await press("Go on with it");
    expect(goOn).toHaveBeenCalledWith(held);
  });

  test("where its page cannot be opened, it opens right here", async () => {
    await open({ member: newcomer, mentions: [mine()] }, { goOn: async () => false, Answering: () => <p>Write here</p> });
    await press("Go on with it");
    expect(pageText()).toContain("Write here");
  });

  test("what is with the reviewers cannot be finished by its author", async () => {
    const draft = { text: "Hi", status: "in_review", author: { id: newcomer.id, name: newcomer.name }, updatedAt: at(-1) } as const;
    await open({ member: newcomer, mentions: [waiting, mine({ draft })] });
    expect(pageText()).toContain("Your answer is with those who read it first.");
    expect(has("Go on with it")).toBe(false);
  });

  test("others have three", async () => {
    await open({ mentions: [waiting, mention(heldBy(noor)), mention(heldBy(noor))] });
    expect(pageText()).toContain("Another post");
    await open({ mentions: [waiting, mention(heldBy(noor)), mention(heldBy(noor)), mention(heldBy(noor))] });
    expect(pageText()).toContain("You're on 3. Finish one of them first.");
    expect(pageText()).not.toContain("Another post");
  });

  test("one whose time ran out takes no room", async () => {
    await open({ member: newcomer, mentions: [waiting, mention(heldBy(newcomer, -1))] });
    expect(pageText()).toContain("Another post");
  });
});

test("an approved answer stands on top, with the way to its post", async () => {
  const goOn = vi.fn(async () => true);
  const draft = {
    text: "Hold the button",
    status: "approved",
    author: { id: newcomer.id, name: newcomer.name },
    updatedAt: at(-1),
  } as const;
  const approved = mention({ excerpt: "My post", ...heldBy(newcomer, 40), draft });
  await open({ member: newcomer, mentions: [says("Another post"), approved] }, { goOn });
  expect(document.querySelector("main h2")?.textContent).toBe("Approved: post it now");
  expect(pageText()).toContain("Hold the button");
  expect(pageText()).not.toContain("Finish this one first");
  await press("Go to the post");
  expect(goOn).toHaveBeenCalledWith(approved);
});

test("after an answer was posted the next one has the focus", async () => {
  const mine = mention({ ...heldBy(noor), author: { handle: "dana_k", name: "Dana Kestrel", verified: null } });
  const Posting = ({ mention, onPosted }: AnsweringProps) => (
    <button type="button" onClick={() => onPosted(mention)}>
      Posted it
    </button>
  );
  const state = await open({ mentions: [mine, says("The next one")] }, { Answering: Posting });
  await press("Dana Kestrel");
  await press("Posted it");
  await act(() => {
    state.mentions.value = state.mentions.value.filter(({ id }) => id !== mine.id);
  });
  expect(pageText()).toContain("Posted. Thank you, Dana's question is answered.");
  expect(document.activeElement?.textContent).toContain("The next one");
});
