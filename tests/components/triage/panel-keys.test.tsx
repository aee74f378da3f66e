import { act } from "preact/test-utils";
import { describe, expect, test, vi } from "vitest";
import { Panel } from "../../../components/triage/panel.tsx";
import { FanswerError } from "../../../lib/schema/errors.ts";
import type { Mention } from "../../../lib/schema/mention.ts";
import { noMemory, panelActions } from "../actions.ts";
import { control, has, key, nameOf, pageText, press, show } from "../page.ts";
import { ada, at, heldBy, linh, mention, sam, storeState } from "../samples.ts";
import { escalated, state, waiting } from "./panel-state.ts";

const named = (postId: string, name: string, parts: Partial<Mention> = {}) =>
  mention({ postId, author: { name, handle: null, verified: null }, excerpt: `Acme? Signed ${name}`, ...parts });
const staffs = { status: "escalated", route: "first_line" } as const;
const [amy, bob, cat] = [named("1", "Amy", staffs), named("2", "Bob", staffs), named("3", "Cat", staffs)];
const [dan, eve] = [named("4", "Dan"), named("5", "Eve")];

async function open(store: ReturnType<typeof state>, parts: Parameters<typeof panelActions>[0] = {}) {
  await show(<Panel state={store} actions={panelActions(parts)} memory={noMemory()} />);
}
const focused = () => nameOf(document.activeElement as Element);
/** As the store tells that these are the mentions now. */
const now = (store: ReturnType<typeof state>, ...mentions: Mention[]) =>
  act(() => {
    store.mentions.value = mentions;
  });
const expanded = () => document.querySelector("[aria-expanded=true]")?.id ?? null;

describe("the focus", () => {
  test("is on the first row when the panel opens, and follows rows that come only then", async () => {
    const store = state();
    await open(store);
    expect(document.activeElement?.id).toBe("section-now");
    await now(store, dan, amy);
    expect(focused()).toContain("Amy");
  });

  test("goes to the next row of the section when its own is set aside, never to the top", async () => {
    const store = state(amy, bob, cat, dan);
    await open(store, {
      dismiss: async () => now(store, amy, { ...bob, status: "dismissed" }, cat, dan),
      reopen: async () => now(store, amy, bob, cat, dan),
    });
    for (const pressed of ["j", "d", "Enter"]) await key(pressed);
    await press("Spam");
    expect(focused()).toContain("Cat");
    expect(expanded()).toBeNull();
    await key("u");
    expect([...document.querySelectorAll("[aria-labelledby=section-now] .triage-row")]).toHaveLength(3);
    expect(focused()).toContain("Cat");
  });

  test("goes to the one before when the last of the section went, and to the head when none is left", async () => {
    const store = state(amy, bob, dan);
    await open(store, { route: async (gone) => now(store, ...store.mentions.value.filter(({ id }) => id !== gone.id)) });
    for (const pressed of ["j", "e"]) await key(pressed);
    expect(focused()).toContain("Amy");
    await key("e");
    expect(document.activeElement?.id).toBe("section-now");
    await key("j");
    expect(focused()).toContain("Dan");
  });

  test("and what is read go on together: the next row opens", async () => {
    const store = state(amy, bob);
    await open(store, { route: async () => now(store, { ...amy, status: "open", route: "community" }, bob) });
    await press("Amy");
    await press("Route");
    await press("Community");
    expect(focused()).toContain("Bob");
    expect(expanded()).toBe("row-x:2");
  });

  test("leaves a row that somebody else took, but not one that is being read", async () => {
    const store = state(amy, bob, cat);
    await open(store);
    const taken = { ...heldBy(linh), route: "first_line" } as const;
    await now(store, { ...amy, ...taken }, bob, cat);
    expect(focused()).toContain("Bob");
    await press("Bob");
    await now(store, { ...amy, ...taken }, { ...bob, ...taken }, cat);
    expect(expanded()).toBe("row-x:2");
    expect(document.getElementById("row-x:2")?.closest("section")?.getAttribute("aria-labelledby")).toBe("section-now");
  });

  test("goes with a post that one takes, and stays where taking failed", async () => {
    const store = state(amy, bob);
    const take = vi.fn(async (row: Mention) => {
      if (row.id === bob.id) throw new FanswerError("lease_held");
      await now(store, { ...amy, ...heldBy(sam) }, bob);
    });
    await open(store, { take });
    for (const pressed of ["j", "a"]) await key(pressed);
    expect(pageText()).toContain("Someone else has this one.");
    expect(focused()).toContain("Bob");
    for (const pressed of ["k", "a"]) await key(pressed);
    expect(document.activeElement?.closest("section.triage-section")?.getAttribute("aria-labelledby")).toBe("section-mine");
  });

  test("goes past what is drawn", async () => {
    const many = Array.from({ length: 130 }, (_, index) => named(`m${String(index).padStart(3, "0")}`, `Author ${index}`));
    await open(state(...many));
    expect(document.querySelectorAll(".triage-row")).toHaveLength(100);
    for (let press = 0; press < 100; press++) await key("j");
    expect(document.activeElement?.id).toBe(`row-${many[100]?.id}`);
  });

  test("stays while new ones wait, which come with a key", async () => {
    const store = state(amy, dan);
    await open(store);
    await now(store, amy, dan, bob);
    expect([focused().includes("Amy"), has("Bob")]).toEqual([true, false]);
    await key(".");
    expect([focused().includes("Amy"), has("Bob")]).toEqual([true, true]);
    await key(".");
    expect(pageText()).toContain("Nothing new waits.");
  });
});

describe("Escape", () => {
  test("closes the menu, then the row, and with nothing open leaves all as it is", async () => {
    await open(state(amy, bob));
    await key("j");
    await press("Bob");
    await key("r");
    expect(has("Second line")).toBe(true);
    await key("Escape");
    expect([has("Second line"), expanded()]).toEqual([false, "row-x:2"]);
    await key("Escape");
    expect([expanded(), focused().includes("Bob")]).toEqual([null, true]);
    const before = document.body.innerHTML;
    await key("Escape");
    expect(document.body.innerHTML).toBe(before);
    expect(focused()).toContain("Bob");
  });

  test("leaves a field for the row where one was", async () => {
    await open(state(amy, bob));
    await key("j");
    await key("/");
    expect(document.activeElement?.tagName).toBe("SELECT");
    await key("Escape");
    expect(focused()).toContain("Bob");
  });

  test("gives up what is selected", async () => {
    await open(state(amy));
    await key("x");
    expect(pageText()).toContain("1 selected");
    await key("Escape");
    expect(pageText()).not.toContain("selected");
  });

  test("of a menu that a key brought down closes the row with it", async () => {
    await open(state(escalated));
    await key("o");
    expect(document.activeElement?.textContent).toBe("not angry");
    await key("Escape");
    expect([expanded(), focused().includes("Rowan Mill")]).toEqual([null, true]);
  });
});

describe("? shows the keys over everything", () => {
  test("with the focus in it; a second ? or Escape closes it, and the focus goes back", async () => {
    await open(state(amy, bob));
    await key("j");
    await key("?");
    const dialog = document.querySelector("dialog");
    expect(dialog?.open).toBe(true);
    expect(pageText()).toContain("Send it elsewhere");
    await key("?", dialog?.querySelector("button") ?? document.body);
    expect(document.querySelector("dialog")).toBeNull();
  });
});

describe("a key that can do nothing says why", () => {
  const done = mention({ postId: "done", status: "answered", author: { name: "Old", handle: null, verified: null } });
  const reviewed = named("r", "Rae", {
    draft: { text: "Hi", status: "in_review", author: { id: linh.id, name: linh.name }, updatedAt: at(0) },
  });
  test.each<[string, Mention[], string, boolean?]>([
    ["m", [amy, bob], "No other post looks like this one."],
    ["y", [amy], "No draft here waits for your word."],
    ["b", [amy], "No draft here waits for your word."],
    ["g", [amy], "No draft here waits for your word."],
    ["v", [amy], "No draft waits for a word."],
    ["a", [done], "Nobody has to answer this one any more."],
    ["d", [done], "Nobody has to answer this one any more."],
    ["x", [done], "Nobody has to answer this one any more."],
    ["e", [named("s", "Sue", { status: "escalated", route: "second_line" })], "It is with the last line already."],
    ["a", [named("h", "Hal", heldBy(linh))], "Linh Aster is answering"],
    ["a", [amy], "Taking a post needs a connection.", true],
    ["n", [amy], "Taking a post needs a connection.", true],
    ["g", [reviewed], "Saying your word on a draft needs a connection.", true],
    ["k", [amy], "This is the first one."],
    ["j", [amy], "This is the last one."],
    ["j", [], "There is no post here."],
    ["d", [], "Choose a post first"],
    ["u", [amy], "There is nothing to undo."],
    [".", [amy], "Nothing new waits."],
  ])("%s", async (pressed, mentions, sentence, isOffline = false) => {
    const outbox = { problem: isOffline ? ("server_unreachable" as const) : null };
    await open(storeState({ member: sam, mentions, outbox }));
    await key(pressed);
    expect([...document.querySelectorAll("[role=status]")].map(({ textContent }) => textContent).join("|")).toContain(sentence);
    expect(document.querySelector(".toast")?.textContent).toContain(sentence);
  });

  test("and takes the place of nothing that can be undone", async () => {
    const route = vi.fn(async () => {});
    await open(state(amy), { route });
    await key("e");
    await key("k");
    expect(pageText()).toContain("This is the first one.");
    await key("u");
    expect(route).toHaveBeenLastCalledWith(amy, "first_line");
  });
});

describe("keys", () => {
  test("j and k walk over all sections, a takes", async () => {
    const take = vi.fn(async () => {});
    await open(state(escalated, waiting), { take });
    expect(document.activeElement).toBe(control("Rowan Mill"));
    for (const pressed of ["j", "k", "j", "a"]) await key(pressed);
    expect(take).toHaveBeenCalledWith(waiting);
  });

  test("r opens the row and its menu, with the focus in it; a letter leads to an entry", async () => {
    await open(state(escalated));
    await key("r");
    expect(document.activeElement?.textContent).toBe("Community");
    await key("s");
    expect(document.activeElement?.textContent).toBe("Second line");
    await key("Home");
    expect(document.activeElement?.textContent).toBe("Community");
  });

  test("e hands on to the next line, n takes the best that waits and opens it, u takes back", async () => {
    const route = vi.fn(async () => {});
    await open(state(escalated, waiting), { route, next: async () => waiting.id });
    await key("e");
    expect(route).toHaveBeenLastCalledWith(escalated, "second_line");
    await key("u");
    expect(route).toHaveBeenLastCalledWith(escalated, "first_line");
    await key("n");
    expect(control("Kit Ode").getAttribute("aria-expanded")).toBe("true");
  });

  test("what was taken can be given back with u", async () => {
    const giveBack = vi.fn(async () => {});
    await open(state(amy), { giveBack });
    await key("a");
    expect(pageText()).toContain("You're on it");
    await key("u");
    expect(giveBack).toHaveBeenCalledWith(amy.id);
  });

  test("s gives it to somebody of staff", async () => {
    const assign = vi.fn(async () => {});
    await open(state(escalated), { assign });
    await key("s");
    expect([...document.querySelectorAll("[role=menuitem]")].map((item) => item.textContent)).toEqual(["Me", ada.name, "Nobody"]);
    await press("Me");
    expect(assign).toHaveBeenCalledWith(escalated, sam.id);
    await press("Undo");
    expect(assign).toHaveBeenLastCalledWith(escalated, null);
  });

  test("y approves only what is on the screen", async () => {
    const approve = vi.fn(async () => {});
    const draft = { text: "Hi", status: "in_review", author: { id: linh.id, name: linh.name }, updatedAt: at(0) } as const;
    const reviewed = { ...eve, draft };
    await open(state(reviewed), { approve });
    await key("y");
    expect(approve).not.toHaveBeenCalled();
    expect(expanded()).toBe("row-x:5");
    await key("y");
    expect(approve).toHaveBeenCalledWith(reviewed);
  });
});
