import { describe, expect, test, vi } from "vitest";
import { ActionBar } from "../../../components/triage/action-bar.tsx";
import { assignItems } from "../../../components/triage/assign-items.ts";
import { BoardRow } from "../../../components/triage/board-row.tsx";
import { BulkBar } from "../../../components/triage/bulk-bar.tsx";
import { Detail } from "../../../components/triage/detail.tsx";
import { OpinionWork } from "../../../components/triage/opinion-work.tsx";
import { Reach } from "../../../components/triage/reach.tsx";
import { Row } from "../../../components/triage/row.tsx";
import type { RowContext } from "../../../components/triage/row-context.ts";
import { RowFacts } from "../../../components/triage/row-facts.tsx";
import { Section } from "../../../components/triage/section.tsx";
import { dismissItems, routeItems, StepMenu } from "../../../components/triage/step-menu.tsx";
import { Who } from "../../../components/triage/who.tsx";
import { dismissReasons } from "../../../lib/schema/lifecycle.ts";
import type { Mention } from "../../../lib/schema/mention.ts";
import { paceOf } from "../../../lib/state/pace.ts";
import { panelActions } from "../actions.ts";
import { control, has, pageText, press, show } from "../page.ts";
import { ada, angry, at, calm, heldBy, linh, mention, noonMs, noor, sam } from "../samples.ts";

const post = mention({ author: { name: "Kit Ode", handle: "@kit", verified: null } });
const rowActions = (parts: Partial<RowContext["actions"]> = {}): RowContext["actions"] => ({
  ...panelActions(),
  answerOpinion: async () => {},
  ...parts,
});
const context = (parts: Partial<RowContext> = {}): RowContext => ({
  me: sam,
  nowMs: noonMs,
  selfHarmNote: "",
  pace: paceOf(null),
  waiting: 0,
  isOffline: false,
  calibration: null,
  staff: [sam, ada],
  actions: rowActions(),
  onHint: () => {},
  ...parts,
});
const detail = (row: Mention, parts: Partial<RowContext> = {}, duplicates: readonly Mention[] = []) => (
  <Detail mention={row} context={context(parts)} duplicates={duplicates} menu={null} onMenu={() => {}} />
);

describe("a section", () => {
  const row = (each: Mention) => <li>{each.excerpt}</li>;
  const rows = [mention({ excerpt: "first" }), mention({ excerpt: "second" }), mention({ excerpt: "third" })];

  test("draws so many rows, and says how many more there are", async () => {
    const onMore = vi.fn();
    await show(<Section section={{ name: "all", rows, fresh: 0 }} drawn={2} onMore={onMore} onFresh={() => {}} row={row} />);
    expect(document.querySelectorAll("li")).toHaveLength(2);
    await press("1 more");
    expect(onMore).toHaveBeenCalledOnce();
  });

  test("counts the new ones, which wait behind a button with a key", async () => {
    const onFresh = vi.fn();
    await show(<Section section={{ name: "now", rows, fresh: 2 }} drawn={9} onMore={() => {}} onFresh={onFresh} row={row} />);
    expect(document.querySelector("h2")?.textContent).toBe("Now 5");
    expect(control("2 new").getAttribute("aria-keyshortcuts")).toBe(".");
    await press("2 new");
    expect(onFresh).toHaveBeenCalledOnce();
  });

  test("says what it means that it is empty, each in its own words", async () => {
    const said = new Set<string | undefined>();
    for (const name of ["now", "clock", "review", "mine", "all"] as const) {
      await show(<Section section={{ name, rows: [], fresh: 0 }} drawn={9} onMore={() => {}} onFresh={() => {}} row={row} />);
      said.add(document.querySelector("p")?.textContent ?? undefined);
    }
    expect(said.size).toBe(5);
  });
});

describe("a row", () => {
  test("is a button that says it is closed, with the post's words; open, it says whose they are", async () => {
    const onToggle = vi.fn();
    const drawn = (isOpen: boolean) => <Row mention={post} me={sam} nowMs={noonMs} others={[]} isOpen={isOpen} onToggle={onToggle} />;
    await show(drawn(false));
    const button = document.querySelector("button");
    expect(button?.getAttribute("aria-expanded")).toBe("false");
    expect(pageText()).toContain("My Acme earbuds");
    button?.click();
    expect(onToggle).toHaveBeenCalledOnce();
    await show(drawn(true));
    expect(pageText()).not.toContain("My Acme earbuds");
    expect(pageText()).toContain("Kit Ode @kit");
  });

  test("can be picked, and shows below what it opens", async () => {
    const onPick = vi.fn();
    await show(
      <BoardRow mention={post} context={context()} others={[]} isOpen onToggle={() => {}} isPicked={false} onPick={onPick}>
        <p>Opened</p>
      </BoardRow>,
    );
    await press("Select");
    expect(onPick).toHaveBeenCalledOnce();
    const row = document.querySelector(`[data-row="${post.id}"]`);
    expect(row?.hasAttribute("data-open")).toBe(true);
    expect(row?.textContent).toContain("Opened");
  });

  test("says who looks at it, else who has it", async () => {
    const held = mention(heldBy(linh));
    await show(<RowFacts mention={held} me={sam} nowMs={noonMs} others={[{ name: "Ada Thorn", doing: "looking" }]} />);
    expect(pageText()).toContain("Ada Thorn is looking at it");
    await show(<RowFacts mention={held} me={sam} nowMs={noonMs} others={[]} />);
    expect(pageText()).toContain("Linh Aster");
  });
});

describe("who is on it", () => {
  const who = (row: Mention, me = sam) => show(<Who mention={row} me={me} nowMs={noonMs} />);
  test.each<[string, Mention, string]>([
    ["its holder", mention({ ...heldBy(linh), assignee: { id: sam.id, name: sam.name } }), "Linh Aster"],
    ["oneself, where one should be", mention({ assignee: { id: sam.id, name: sam.name } }), "for you"],
    ["another, where they should be", mention({ assignee: { id: ada.id, name: ada.name } }), "for Ada Thorn"],
    ["nobody where one is on it oneself", mention(heldBy(sam)), ""],
    ["nobody once the hold is over", mention(heldBy(linh, -1)), ""],
  ])("%s", async (_, row, text) => {
    await who(row);
    expect(pageText()).toBe(text);
  });
});

test("many readers are a short number, which is read aloud whole; few are not worth a word", async () => {
  await show(<Reach level={3} />);
  expect(document.querySelector("[aria-hidden=true]:not(svg)")?.textContent).toBe("10k");
  expect(document.querySelector(".sr-only")?.textContent).toBe("over 10,000 readers");
  await show(<Reach level={1} />);
  expect(pageText()).toBe("");
});

describe("whom and where", () => {
  test("oneself first, then others of staff, then nobody; advocates are not asked", () => {
    const onPick = vi.fn();
    const items = assignItems([noor, ada, sam], sam, onPick);
    expect(items.map(({ text }) => text)).toEqual(["Me", "Ada Thorn", "Nobody"]);
    for (const item of items) item.onPick();
    expect(onPick.mock.calls).toEqual([[sam.id], [ada.id], [null]]);
  });

  test("every line but its own, and every reason", () => {
    const [onRoute, onDismiss] = [vi.fn(), vi.fn()];
    expect(routeItems("community", onRoute).map(({ key }) => key)).toEqual(["first_line", "second_line"]);
    expect(routeItems(null, onRoute)).toHaveLength(3);
    const reasons = dismissItems(onDismiss);
    reasons[1]?.onPick();
    expect(reasons).toHaveLength(dismissReasons.length);
    expect(onDismiss).toHaveBeenCalledWith(dismissReasons[1]);
  });

  test("a step's menu comes down by its key from outside, and says when it was closed", async () => {
    const onMenu = vi.fn();
    await show(<StepMenu step="route" menu="route" onMenu={onMenu} items={routeItems(null, () => {})} />);
    expect(control("Route").getAttribute("aria-keyshortcuts")).toBe("r");
    await press("Community");
    expect(onMenu).toHaveBeenCalledWith(null);
  });
});

describe("the actions of an open row", () => {
  const bar = (row: Mention, parts: Partial<RowContext> = {}, duplicates: readonly Mention[] = [], canTake = true) =>
    show(<ActionBar mention={row} context={context(parts)} duplicates={duplicates} menu={null} onMenu={() => {}} canTake={canTake} />);

  test("take it; without a connection the button stays and says why not", async () => {
    const [take, onHint] = [vi.fn(async () => {}), vi.fn()];
    await bar(post, { actions: rowActions({ take }) });
    await press("Answer");
    expect(take).toHaveBeenCalledWith(post);
    await bar(post, { actions: rowActions({ take }), isOffline: true, onHint });
    await press("Answer");
    expect(take).toHaveBeenCalledOnce();
    expect(onHint).toHaveBeenCalledWith("Taking a post needs a connection.");
  });

  test("merging is offered where something looks alike", async () => {
    await bar(post);
    expect(has("Merge")).toBe(false);
    await bar(post, {}, [mention()]);
    expect(has("Merge")).toBe(true);
  });

  test("what was set aside can only be brought back, what is answered is left alone", async () => {
    const reopen = vi.fn(async () => {});
    const gone = mention({ status: "dismissed" });
    await bar(gone, { actions: rowActions({ reopen }) });
    await press("Bring it back");
    expect(reopen).toHaveBeenCalledWith(gone);
    await bar(mention({ status: "answered" }));
    expect(pageText()).toBe("");
  });
});

describe("the open part", () => {
  test("tells the others that one looks at it", async () => {
    const tellLooking = vi.fn();
    await show(detail(post, { actions: rowActions({ tellLooking }) }));
    expect(tellLooking).toHaveBeenCalledWith(post.id);
  });

  test("shows what was written and noted about it", async () => {
    const draft = { text: "Try this", status: "writing", author: { id: linh.id, name: linh.name }, updatedAt: at(-1) } as const;
    await show(detail(mention({ draft, note: "Wants a refund" })));
    expect(pageText()).toContain("Draft by Linh Aster");
    expect(pageText()).toContain("Try this");
    expect(pageText()).toContain("Wants a refund");
  });

  test("is the place to answer what one holds", async () => {
    await show(detail(mention(heldBy(sam))));
    expect(has("Your answer")).toBe(true);
    await show(detail(mention(heldBy(linh))));
    expect(has("Your answer")).toBe(false);
  });
});

test("a newcomer's proposal with its note, and two answers with their keys", async () => {
  const answerOpinion = vi.fn(async () => {});
  const proposed = mention({ opinions: [{ wish: "dismiss", value: "spam", note: "Sells shoes", isMine: false }] });
  await show(<OpinionWork mention={proposed} actions={{ answerOpinion }} />);
  expect(pageText()).toContain("One says: not for us (Spam)");
  expect(pageText()).toContain("Sells shoes");
  expect(control("Agree").getAttribute("aria-keyshortcuts")).toBe("y");
  await press("Agree");
  await press("Decline");
  expect(answerOpinion.mock.calls).toEqual([
    [proposed, true],
    [proposed, false],
  ]);
  await show(<OpinionWork mention={post} actions={{ answerOpinion }} />);
  expect(pageText()).toBe("");
});

describe("what is done to all that are picked", () => {
  const [one, two] = [mention({ triage: calm }), mention({ triage: angry })];
  const selection = (picked: Mention[], clear = vi.fn()) => ({
    ...{ ids: new Set(picked.map(({ id }) => id)), picked, toggle: () => {}, clear, menu: null, setMenu: () => {} },
  });
  const bulk = {
    routeAll: vi.fn(async () => {}),
    assignAll: vi.fn(async () => {}),
    dismissAll: vi.fn(async () => {}),
    mergeAll: vi.fn(async () => {}),
  };

  test("is done to each, and lets them go", async () => {
    const clear = vi.fn();
    await show(<BulkBar selection={selection([one, two], clear)} staff={[sam]} me={sam} actions={bulk} />);
    expect(pageText()).toContain("2 selected");
    await press("Merge");
    expect(bulk.mergeAll).toHaveBeenCalledWith([one, two]);
    expect(clear).toHaveBeenCalledOnce();
  });

  test("merging needs two", async () => {
    await show(<BulkBar selection={selection([one])} staff={[sam]} me={sam} actions={bulk} />);
    expect(has("Merge")).toBe(false);
  });
});
