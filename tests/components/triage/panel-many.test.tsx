import { describe, expect, test, vi } from "vitest";
import { filterMemory } from "../../../components/triage/filter.ts";
import { Panel } from "../../../components/triage/panel.tsx";
import { defaultClock } from "../../../lib/schema/clock.ts";
import { noMemory, panelActions } from "../actions.ts";
import { choose, has, key, pageText, press, show } from "../page.ts";
import { at, linh, mention, sam, storeState } from "../samples.ts";
import { escalated, state, waiting } from "./panel-state.ts";

const actions = panelActions;

describe("many at once", () => {
  const second = mention({ postId: "w2", author: { name: "Mo Lind", handle: null, verified: null } });

  test("are selected with x, and sent, with one undo for all", async () => {
    const route = vi.fn(async () => {});
    await show(<Panel state={state(waiting, second)} actions={actions({ route })} memory={noMemory()} />);
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
    for (const pressed of ["x", "j", "x", "m"]) await key(pressed);
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
  const memory = filterMemory(undefined, () => {});
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
  expect(pageText()).toContain("Stands still outside business hours");
  expect(pageText()).toContain("1 h 00 left");
});
