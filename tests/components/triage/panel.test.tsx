import { act } from "preact/test-utils";
import { describe, expect, test, vi } from "vitest";
import { filterMemory } from "../../../components/triage/filter.ts";
import { Panel } from "../../../components/triage/panel.tsx";
import { defaultClock } from "../../../lib/schema/clock.ts";
import { FanswerError } from "../../../lib/schema/errors.ts";
import { choose, control, has, key, nameOf, pageText, press, show } from "../page.ts";
import { ada, angry, at, heldBy, linh, mention, noMemory, panelActions, sam, storeState } from "../samples.ts";

const actions = panelActions;

const escalated = mention({
  postId: "e",
  author: { name: "Rowan Mill", handle: null, verified: null },
  status: "escalated",
  route: "first_line",
  triage: angry,
  note: "Wants a refund",
});
const waiting = mention({ postId: "w", author: { name: "Kit Ode", handle: null, verified: null } });
const state = (...mentions: (typeof waiting)[]) => storeState({ member: sam, mentions });

test.each([
  ["advocates", storeState(), "This panel is for staff."],
  ["strangers", storeState({ member: null }), "Join your community first."],
])("%s get a sentence", async (_who, store, sentence) => {
  await show(<Panel state={store} actions={actions()} memory={noMemory()} />);
  expect(pageText()).toContain(sentence);
});

describe("sections", () => {
  test("carry their names and counts", async () => {
    await show(
      <Panel state={state(escalated, waiting, mention({ dueAt: at(5) }), mention(heldBy(sam)))} actions={actions()} memory={noMemory()} />,
    );
    expect([...document.querySelectorAll("h2")].map((title) => title.textContent)).toEqual([
      "Now 1",
      "Clock 1",
      "Review 0",
      "Mine 1",
      "All 1",
    ]);
  });

  test("new rows wait behind a button", async () => {
    const store = state(waiting);
    await show(<Panel state={store} actions={actions()} memory={noMemory()} />);
    await act(() => {
      store.mentions.value = [waiting, escalated];
    });
    expect(has("Rowan Mill")).toBe(false);
    await press("1 new");
    expect(has("Rowan Mill")).toBe(true);
  });

  test("a row says who is on it and how late it is", async () => {
    await show(<Panel state={state(mention({ ...heldBy(linh), dueAt: at(-20) }))} actions={actions()} memory={noMemory()} />);
    expect(pageText()).toContain("Linh Aster");
    expect(pageText()).toContain("20 min late");
  });
});

describe("an opened row", () => {
  test("shows the post, the reasons with their scores, and the note", async () => {
    await show(<Panel state={state(escalated)} actions={actions()} memory={noMemory()} />);
    await press("Rowan Mill");
    expect(pageText()).toContain("sounds angry: “third time”, “ridiculous”0.83");
    expect(pageText()).toContain("over 10,000 readers");
    expect(pageText()).toContain("Wants a refund");
  });

  test("routes, and takes it back", async () => {
    const route = vi.fn(async () => {});
    await show(<Panel state={state(escalated)} actions={actions({ route })} memory={noMemory()} />);
    await press("Rowan Mill");
    await press("Route");
    expect([...document.querySelectorAll("[role=menuitem]")].map((item) => item.textContent)).toEqual(["Community", "Second line"]);
    await press("Second line");
    expect(pageText()).toContain("Sent to: Second line.");
    await press("Undo");
    expect(route.mock.calls).toEqual([
      [escalated, "second_line"],
      [escalated, "first_line"],
    ]);
  });

  test("sets aside, and takes it back", async () => {
    const [dismiss, reopen] = [vi.fn(async () => {}), vi.fn(async () => {})];
    await show(<Panel state={state(escalated)} actions={actions({ dismiss, reopen })} memory={noMemory()} />);
    await press("Rowan Mill");
    await press("Set aside");
    await press("Spam");
    expect(dismiss).toHaveBeenCalledWith(escalated, "spam");
    await press("Undo");
    expect(reopen).toHaveBeenCalledWith(escalated);
  });

  test("says why something did not work", async () => {
    const take = () => Promise.reject(new FanswerError("lease_held"));
    await show(<Panel state={state(escalated)} actions={actions({ take })} memory={noMemory()} />);
    await press("Rowan Mill");
    await key("a");
    expect(pageText()).toContain("Someone else has this one. Choose another post.");
  });

  test("of one's own is written right there", async () => {
    await show(<Panel state={state(mention(heldBy(sam)))} actions={actions()} memory={noMemory()} />);
    await press("Dana Kestrel");
    expect(has("Your answer")).toBe(true);
    expect(nameOf(control("Copy reply"))).toBe("Copy reply");
  });

  test("that somebody else holds is not offered", async () => {
    await show(<Panel state={state(mention(heldBy(linh)))} actions={actions()} memory={noMemory()} />);
    await press("Dana Kestrel");
    expect(document.querySelector("[data-look=primary]")).toBeNull();
  });
});

describe("keys", () => {
  test("j and k walk over all sections, a takes", async () => {
    const take = vi.fn(async () => {});
    await show(<Panel state={state(escalated, waiting)} actions={actions({ take })} memory={noMemory()} />);
    await key("j");
    expect(document.activeElement).toBe(control("Rowan Mill"));
    await key("j");
    await key("k");
    await key("j");
    await key("a");
    expect(take).toHaveBeenCalledWith(waiting);
  });

  test("r opens the row and its menu, with the focus in it", async () => {
    await show(<Panel state={state(escalated)} actions={actions()} memory={noMemory()} />);
    await key("j");
    await key("r");
    expect(document.activeElement?.textContent).toBe("Community");
  });

  test("e hands on to the next line, n takes the best that waits and opens it, u takes back", async () => {
    const route = vi.fn(async () => {});
    await show(<Panel state={state(escalated, waiting)} actions={actions({ route, next: async () => waiting.id })} memory={noMemory()} />);
    await key("j");
    await key("e");
    expect(route).toHaveBeenLastCalledWith(escalated, "second_line");
    await key("u");
    expect(route).toHaveBeenLastCalledWith(escalated, "first_line");
    await key("n");
    expect(control("Kit Ode").getAttribute("aria-expanded")).toBe("true");
  });

  test("s gives it to somebody of staff", async () => {
    const assign = vi.fn(async () => {});
    await show(<Panel state={state(escalated)} actions={actions({ assign })} memory={noMemory()} />);
    await key("j");
    await key("s");
    expect([...document.querySelectorAll("[role=menuitem]")].map((item) => item.textContent)).toEqual(["Me", ada.name, "Nobody"]);
    await press("Me");
    expect(assign).toHaveBeenCalledWith(escalated, sam.id);
    await press("Undo");
    expect(assign).toHaveBeenLastCalledWith(escalated, null);
  });

  test("? shows them all", async () => {
    await show(<Panel state={state()} actions={actions()} memory={noMemory()} />);
    await key("?");
    expect(pageText()).toContain("Send it elsewhere");
  });
});

test("a site that is read badly, and what was refused, are told", async () => {
  const store = state();
  store.drifts.value = [{ site: "x", posts: 20, readable: 4, missing: ["author"], at: at(0) }];
  store.outbox.value = {
    waiting: 0,
    problem: null,
    setAside: [{ operationId: "1", name: "draft.save", mentionId: null, code: "lease_lost", text: "My words" }],
  };
  await show(<Panel state={store} actions={actions()} memory={noMemory()} />);
  expect(pageText()).toContain("Fanswer reads only 4 of 20 posts on X. Missing: author.");
  expect(pageText()).toContain("My words");
});

describe("many at once", () => {
  const second = mention({ postId: "w2", author: { name: "Mo Lind", handle: null, verified: null } });

  test("are selected with x, and sent, with one undo for all", async () => {
    const route = vi.fn(async () => {});
    await show(<Panel state={state(waiting, second)} actions={actions({ route })} memory={noMemory()} />);
    await key("j");
    await key("x");
    await key("j");
    await key("x");
    expect(pageText()).toContain("2 selected");
    await key("r");
    await press("First line");
    expect(route.mock.calls).toEqual([
      [waiting, "first_line"],
      [second, "first_line"],
    ]);
    expect(pageText()).toContain("Done for 2 posts.");
    await key("u");
    expect(route).toHaveBeenCalledTimes(4);
    expect(route).toHaveBeenLastCalledWith(second, "community");
    expect(pageText()).not.toContain("selected");
  });

  test("are merged into the first", async () => {
    const [merge, reopen] = [vi.fn(async () => {}), vi.fn(async () => {})];
    await show(<Panel state={state(waiting, second)} actions={actions({ merge, reopen })} memory={noMemory()} />);
    for (const pressed of ["j", "x", "j", "x", "m"]) await key(pressed);
    expect(merge.mock.calls).toEqual([[second, waiting.id]]);
    await press("Undo");
    expect(reopen).toHaveBeenCalledWith(second);
  });
});

test("a likely duplicate is offered for merging", async () => {
  const merge = vi.fn(async () => {});
  const twin = mention({ postId: "t", author: { name: "Mo Lind", handle: null, verified: null }, excerpt: waiting.excerpt });
  await show(<Panel state={state(waiting, twin)} actions={actions({ merge })} memory={noMemory()} />);
  await press("Mo Lind");
  await press("Merge");
  await press("Kit Ode:");
  expect(merge).toHaveBeenCalledWith(twin, waiting.id);
});

test("a filter leaves only what passes, and is kept", async () => {
  const kept = new Map<string, string>();
  const memory = filterMemory({ getItem: (name) => kept.get(name) ?? null, setItem: (name, text) => void kept.set(name, text) });
  const view = () => <Panel state={state(escalated, waiting)} actions={actions()} memory={memory} />;
  await show(view());
  await choose("All lines", "first_line");
  expect(has("Kit Ode")).toBe(false);
  await show(null);
  await show(view());
  expect([has("Rowan Mill"), has("Kit Ode")]).toEqual([true, false]);
  await press("Show all");
  expect(has("Kit Ode")).toBe(true);
});

test("an opened row says what was done so far, by people, rules and the help desk", async () => {
  const history = async () => [
    { at: at(-30), who: null, action: "rule.unclaimed", detail: { route: "first_line" } },
    { at: at(-20), who: "Linh", action: "mention.route", detail: { route: "second_line" } },
    { at: at(-10), who: null, action: "desk.closed", detail: { desk: "Zendesk" } },
  ];
  await show(<Panel state={state(escalated)} actions={actions({ history })} memory={noMemory()} />);
  await press("Rowan Mill");
  for (const sentence of ["Nobody took it in time", "Linh sent it to: Second line.", "Closed in Zendesk."])
    expect(pageText()).toContain(sentence);
});

test("a draft in review, and what one was asked to take care of, stand in their own lists", async () => {
  const draft = { text: "Hi", status: "in_review", author: { id: linh.id, name: linh.name }, updatedAt: at(0) } as const;
  const reviewed = mention({ postId: "r", draft });
  const mine = mention({ postId: "m", assignee: { id: sam.id, name: sam.name } });
  await show(<Panel state={state(reviewed, mine)} actions={actions()} memory={noMemory()} />);
  const counts = [...document.querySelectorAll("h2")].map((title) => title.textContent);
  expect(counts).toEqual(["Now 0", "Clock 0", "Review 1", "Mine 1", "All 0"]);
  expect(pageText()).toContain("for you");
});

test("outside business hours the clock stands still, and says so", async () => {
  const day = [{ from: "14:00", to: "17:00" }];
  const hours = { zone: "UTC", week: Array(7).fill(day), holidays: [] };
  const store = storeState({ member: sam, mentions: [mention({ dueAt: at(180) })], workspace: { clock: { ...defaultClock, hours } } });
  await show(<Panel state={store} actions={actions()} memory={noMemory()} />);
  expect(pageText()).toContain("Stands still outside business hours, 1 h 00 left");
});
