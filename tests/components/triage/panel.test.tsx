import { act } from "preact/test-utils";
import { describe, expect, test, vi } from "vitest";
import { Panel, type PanelActions } from "../../../components/triage/panel.tsx";
import { FanswerError } from "../../../lib/schema/errors.ts";
import { control, has, key, nameOf, pageText, press, show } from "../page.ts";
import { angry, at, cardState, heldBy, linh, mention, sam, still, storeState } from "../samples.ts";

function actions(parts: Partial<PanelActions> = {}): PanelActions {
  return {
    look: vi.fn(),
    take: vi.fn(async () => {}),
    route: vi.fn(async () => {}),
    dismiss: vi.fn(async () => {}),
    reopen: vi.fn(async () => {}),
    openAnswering: () => still({ card: cardState({ mention: heldBy(sam), me: sam }), step: "write", text: "Hi" }),
    openPost: vi.fn(),
    retry: vi.fn(),
    discard: vi.fn(),
    ...parts,
  };
}

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
  await show(<Panel state={store} actions={actions()} />);
  expect(pageText()).toContain(sentence);
});

describe("sections", () => {
  test("carry their names and counts", async () => {
    await show(<Panel state={state(escalated, waiting, mention({ dueAt: at(5) }), mention(heldBy(sam)))} actions={actions()} />);
    expect([...document.querySelectorAll("h2")].map((title) => title.textContent)).toEqual(["Now 1", "Clock 1", "Mine 1", "All 1"]);
  });

  test("new rows wait behind a button", async () => {
    const store = state(waiting);
    await show(<Panel state={store} actions={actions()} />);
    await act(() => {
      store.mentions.value = [waiting, escalated];
    });
    expect(has("Rowan Mill")).toBe(false);
    await press("1 new");
    expect(has("Rowan Mill")).toBe(true);
  });

  test("a row says who is on it and how late it is", async () => {
    await show(<Panel state={state(mention({ ...heldBy(linh), dueAt: at(-20) }))} actions={actions()} />);
    expect(pageText()).toContain("Linh Aster");
    expect(pageText()).toContain("20 min late");
  });
});

describe("an opened row", () => {
  test("shows the post, the reasons with their scores, and the note", async () => {
    await show(<Panel state={state(escalated)} actions={actions()} />);
    await press("Rowan Mill");
    expect(pageText()).toContain("sounds angry: “third time”, “ridiculous”0.83");
    expect(pageText()).toContain("over 10,000 readers");
    expect(pageText()).toContain("Wants a refund");
  });

  test("routes, and takes it back", async () => {
    const route = vi.fn(async () => {});
    await show(<Panel state={state(escalated)} actions={actions({ route })} />);
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
    await show(<Panel state={state(escalated)} actions={actions({ dismiss, reopen })} />);
    await press("Rowan Mill");
    await press("Set aside");
    await press("Spam");
    expect(dismiss).toHaveBeenCalledWith(escalated, "spam");
    await press("Undo");
    expect(reopen).toHaveBeenCalledWith(escalated);
  });

  test("says why something did not work", async () => {
    const take = () => Promise.reject(new FanswerError("lease_held"));
    await show(<Panel state={state(escalated)} actions={actions({ take })} />);
    await press("Rowan Mill");
    await key("a");
    expect(pageText()).toContain("Someone else has this one. Choose another post.");
  });

  test("of one's own is written right there", async () => {
    await show(<Panel state={state(mention(heldBy(sam)))} actions={actions()} />);
    await press("Dana Kestrel");
    expect(has("Your answer")).toBe(true);
    expect(nameOf(control("Copy reply"))).toBe("Copy reply");
  });

  test("that somebody else holds is not offered", async () => {
    await show(<Panel state={state(mention(heldBy(linh)))} actions={actions()} />);
    await press("Dana Kestrel");
    expect(document.querySelector("[data-look=primary]")).toBeNull();
  });
});

describe("keys", () => {
  test("j and k walk over all sections, a takes", async () => {
    const take = vi.fn(async () => {});
    await show(<Panel state={state(escalated, waiting)} actions={actions({ take })} />);
    await key("j");
    expect(document.activeElement).toBe(control("Rowan Mill"));
    await key("j");
    await key("k");
    await key("j");
    await key("a");
    expect(take).toHaveBeenCalledWith(waiting);
  });

  test("r opens the row and its menu, with the focus in it", async () => {
    await show(<Panel state={state(escalated)} actions={actions()} />);
    await key("j");
    await key("r");
    expect(document.activeElement?.textContent).toBe("Community");
  });

  test("? shows them all", async () => {
    await show(<Panel state={state()} actions={actions()} />);
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
  await show(<Panel state={store} actions={actions()} />);
  expect(pageText()).toContain("Fanswer reads only 4 of 20 posts on X. Missing: author.");
  expect(pageText()).toContain("My words");
});

test("a row says before it is opened who looks or writes there, and opening it tells the others", async () => {
  const here = { mentionId: waiting.id, memberId: linh.id, name: linh.name, doing: "writing", untilMs: Date.parse(at(1)) } as const;
  const mine = { ...here, memberId: sam.id, name: sam.name };
  const gone = { ...here, memberId: "m-gone", name: "Gone By", untilMs: Date.parse(at(-1)) };
  const done = actions();
  await show(<Panel state={storeState({ member: sam, mentions: [waiting], presence: [here, mine, gone] })} actions={done} />);
  expect(pageText()).toContain("Linh Aster is writing");
  expect(pageText()).not.toContain("Gone By");
  expect(pageText()).not.toContain("and 1 more");
  expect(done.look).not.toHaveBeenCalled();
  await press("Kit Ode");
  expect(done.look).toHaveBeenCalledWith(waiting.id);
});
