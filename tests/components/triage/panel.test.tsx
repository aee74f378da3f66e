import { act } from "preact/test-utils";
import { describe, expect, test, vi } from "vitest";
import { Panel } from "../../../components/triage/panel.tsx";
import { FanswerError } from "../../../lib/schema/errors.ts";
import { noMemory, panelActions } from "../actions.ts";
import { control, has, key, nameOf, pageText, press, show } from "../page.ts";
import { acme, angry, at, heldBy, linh, mention, sam, session, storeState } from "../samples.ts";
import { escalated, state, waiting } from "./panel-state.ts";

const actions = panelActions;

test.each([
  ["advocates", storeState(), "This panel is for staff."],
  ["strangers", storeState({ member: null }), "Join your community first."],
  ["who left", storeState({ member: null, left: "Acme Friends" }), "You left Acme Friends, and nothing of it is on this device any more."],
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
  test("shows the post, why it is here, each score once with its words, and the note", async () => {
    await show(<Panel state={state(escalated)} actions={actions()} memory={noMemory()} />);
    await press("Rowan Mill");
    expect(pageText()).toContain("Anger “third time”, “ridiculous”0.83");
    expect(pageText()).toContain("Reach 10,000+");
    expect(pageText()).toContain("Wants a refund");
    expect(pageText().match(/0\.83/g)).toHaveLength(1);
    expect(pageText().match(/My Acme earbuds/g)).toHaveLength(1);
  });

  test("shows every score; a press corrects it, and takes it back", async () => {
    const overrule = vi.fn(async () => {});
    await show(<Panel state={state(escalated)} actions={actions({ overrule })} memory={noMemory()} />);
    await press("Rowan Mill");
    expect([...document.querySelectorAll(".scores dt")].map((name) => name.firstChild?.textContent)).toEqual([
      ...["Anger", "Kind", "Danger", "Urgency", "Technical", "Complaint", "Mood", "Priority", "Belongs to", "Reach", "Language"],
    ]);
    await press("Anger: 0.83. Change it");
    expect([...document.querySelectorAll("[role=menuitem]")].map((item) => item.textContent)).toEqual([
      "not angry",
      "a little angry",
      "angry",
    ]);
    await press("not angry");
    expect(pageText()).toContain("Changed: not angry.");
    await press("Undo");
    expect(overrule.mock.calls).toEqual([
      [escalated, "anger", 0],
      [escalated, "anger", null],
    ]);
  });

  test("says who corrected what instead of the reason, and puts it back", async () => {
    const overrule = vi.fn(async () => {});
    const by = { id: linh.id, name: linh.name };
    const overrules = [
      { field: "anger" as const, value: 0, was: 0.83, by, at: at(-1) },
      { field: "complaint" as const, value: 1, was: 0.9, by, at: at(-1) },
    ];
    const corrected = mention({ ...escalated, overrules, triage: { ...angry, anger: 0 } });
    await show(<Panel state={state(corrected)} actions={actions({ overrule })} memory={noMemory()} />);
    expect(pageText()).not.toContain("angry");
    await press("Rowan Mill");
    expect(pageText()).toContain("Changed by Linh Aster: not angry (was 0.83)");
    expect(pageText()).toContain("Confirmed by Linh Aster: a complaint (was 0.90)");
    expect(pageText()).not.toContain("third time");
    await press("Put back");
    expect(overrule).toHaveBeenCalledWith(corrected, "anger", null);
  });

  test.each([
    [{ right: 86, answered: 40, wrong: 14, missed: 3 }, "Of 100 posts sent to you as angry, 86 were."],
    [
      { right: 86, answered: 40, wrong: 14, missed: 3 },
      "86 of 100 were right. Staff said so of 60, and answered 40 without a change. Staff found 3 more",
    ],
    [{ right: 7, answered: 7, wrong: 0, missed: 0 }, "Not enough yet to say how often “angry” is right (7 of 20 posts)."],
  ])("says how often its cause was right: %o", async (anger, sentence) => {
    const store = state(escalated);
    const none = { right: 0, answered: 0, wrong: 0, missed: 0 };
    const calibration = { at: at(-60), tallies: { danger: none, anger, threat: none, technical: none } };
    store.session.value = { ...session(sam), workspace: { ...acme, calibration } };
    await show(<Panel state={store} actions={actions()} memory={noMemory()} />);
    await press("Rowan Mill");
    expect(pageText()).toContain(sentence);
  });

  test("says when it is not sure", async () => {
    const unsure = mention({ triage: { ...angry, reasons: [{ code: "unsure", words: [], value: 0.3 }] } });
    await show(<Panel state={state(unsure)} actions={actions()} memory={noMemory()} />);
    await press("Dana Kestrel");
    expect(pageText()).toContain("Fanswer is not sure about this one.");
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

test("posts scored without the model are told", async () => {
  const ruled = mention({ triage: { ...angry, reasons: [{ code: "rules_only", words: [], value: null }] } });
  await show(<Panel state={state(ruled)} actions={actions()} memory={noMemory()} />);
  expect(pageText()).toContain("Posts are scored by word lists alone just now");
});

test("a row says before it is opened who looks or writes there, and opening it tells the others", async () => {
  const here = { mentionId: waiting.id, memberId: linh.id, name: linh.name, doing: "writing", untilMs: Date.parse(at(1)) } as const;
  const mine = { ...here, memberId: sam.id, name: sam.name };
  const gone = { ...here, memberId: "m-gone", name: "Gone By", untilMs: Date.parse(at(-1)) };
  const done = actions({ tellLooking: vi.fn() });
  const state = storeState({ member: sam, mentions: [waiting], presence: [here, mine, gone] });
  await show(<Panel state={state} actions={done} memory={noMemory()} />);
  expect(pageText()).toContain("Linh Aster is writing");
  expect(pageText()).not.toContain("Gone By");
  expect(pageText()).not.toContain("and 1 more");
  expect(done.tellLooking).not.toHaveBeenCalled();
  await press("Kit Ode");
  expect(done.tellLooking).toHaveBeenCalledWith(waiting.id);
});

describe("what a newcomer proposes", () => {
  const opinion = { wish: "dismiss", value: "spam", note: null, isMine: false } as const;
  const proposed = mention({ opinions: [opinion] });

  test("stands in the row, and staff agree with one key", async () => {
    const dismiss = vi.fn(async () => {});
    await show(<Panel state={state(proposed)} actions={actions({ dismiss })} memory={noMemory()} />);
    expect(pageText()).toContain("One says: not for us (Spam)");
    for (const pressed of ["j", "y"]) await key(pressed);
    expect(dismiss).not.toHaveBeenCalled();
    await key("y");
    expect(dismiss).toHaveBeenCalledWith(proposed, "spam");
  });

  test("is declined with one key, which can be taken back", async () => {
    const decline = vi.fn(async () => {});
    await show(<Panel state={state(proposed)} actions={actions({ decline })} memory={noMemory()} />);
    for (const pressed of ["j", "b", "b"]) await key(pressed);
    expect(decline).toHaveBeenLastCalledWith(proposed, "dismiss", true);
    await key("u");
    expect(decline).toHaveBeenLastCalledWith(proposed, "dismiss", false);
  });
});
