import { describe, expect, test, vi } from "vitest";
import type { PanelActions } from "../../../components/triage/actions.ts";
import { undoable, undoableForMany } from "../../../components/triage/undoable.ts";
import type { useDoing } from "../../../components/triage/use-doing.ts";
import type { Mention, Opinion } from "../../../lib/schema/mention.ts";
import { panelActions } from "../actions.ts";
import { corrected, linh, mention, sam } from "../samples.ts";

type Doing = ReturnType<typeof useDoing>;
type Back = (() => Promise<void>) | null;

/** Does all at once, and keeps what was said and the way back. */
function played() {
  const told: { text: string; undo: Back; isMove: boolean }[] = [];
  const doing: Doing = {
    toast: null,
    say: () => {},
    async act(work, text, undo, isMove = true) {
      told.push({ text: text.replace(/[\u2068\u2069]/g, ""), undo, isMove });
      await work();
    },
    async many(all, work, undo) {
      for (const each of all) await work(each);
      told.push({ text: String(all.length), undo: async () => void (await Promise.all(all.map(undo))), isMove: true });
    },
    async take(work, giveBack) {
      const id = await work();
      told.push({ text: "taken", undo: () => giveBack(id), isMove: true });
      return id;
    },
    async word(work, text) {
      await work;
      told.push({ text, undo: null, isMove: false });
    },
  };
  return { doing, told, last: () => told.at(-1) };
}

type Deed = (does: ReturnType<typeof undoable>) => Promise<unknown>;
const post = mention({ route: "first_line", status: "escalated", assignee: { id: linh.id, name: linh.name } });

describe("each deed, what is said of it, and its way back", () => {
  test.each<[string, Deed, keyof PanelActions, unknown[], string, [keyof PanelActions, unknown[]]]>([
    [
      "route",
      (does) => does.route(post, "community"),
      "route",
      [post, "community"],
      "Sent to: Community.",
      ["route", [post, "first_line"]],
    ],
    ["assign", (does) => does.assign(post, sam.id), "assign", [post, sam.id], "Assigned.", ["assign", [post, linh.id]]],
    ["assign to nobody", (does) => does.assign(post, null), "assign", [post, null], "It is nobody's now.", ["assign", [post, linh.id]]],
    ["merge", (does) => does.merge(post, "x:2"), "merge", [post, "x:2"], "Merged.", ["reopen", [post]]],
    ["dismiss", (does) => does.dismiss(post, "spam"), "dismiss", [post, "spam"], "Set aside: Spam.", ["reopen", [post]]],
  ])("%s", async (_, deed, name, args, text, [backName, backArgs]) => {
    const spies = { route: vi.fn(), assign: vi.fn(), merge: vi.fn(), dismiss: vi.fn(), reopen: vi.fn() };
    const { doing, last } = played();
    await deed(undoable(panelActions(spies), doing));
    expect(spies[name as keyof typeof spies]).toHaveBeenCalledWith(...args);
    expect(last()?.text).toBe(text);
    await last()?.undo?.();
    expect(spies[backName as keyof typeof spies]).toHaveBeenLastCalledWith(...backArgs);
  });

  test("a post that comes back can be set aside again for the reason it had, and for no other", async () => {
    const dismiss = vi.fn();
    const { doing, last } = played();
    const does = undoable(panelActions({ dismiss }), doing);
    await does.reopen({ ...post, status: "dismissed", note: "spam" });
    await last()?.undo?.();
    expect(dismiss).toHaveBeenCalledWith(expect.objectContaining({ note: "spam" }), "spam");
    await does.reopen({ ...post, status: "dismissed", note: "Somebody's words" });
    expect(last()?.undo).toBeNull();
  });

  test("a corrected score goes back to what was said before, and the row stays in its place", async () => {
    const overrule = vi.fn();
    const { doing, last } = played();
    const row = mention(corrected);
    await undoable(panelActions({ overrule }), doing).overrule(row, "anger", 1);
    expect(last()).toMatchObject({ isMove: false });
    await last()?.undo?.();
    expect(overrule.mock.calls).toEqual([
      [row, "anger", 1],
      [row, "anger", 0.3],
    ]);
  });

  test("what was taken is given back", async () => {
    const giveBack = vi.fn();
    const { doing, last } = played();
    const does = undoable(panelActions({ giveBack, next: async () => "x:9" }), doing);
    expect(await does.take(post)).toBe(post.id);
    expect(await does.next()).toBe("x:9");
    await last()?.undo?.();
    expect(giveBack).toHaveBeenCalledWith("x:9");
  });
});

describe("what a newcomer would do", () => {
  const opinion = (wish: Opinion["wish"], value: string): Opinion => ({ wish, value, note: null, isMine: false });
  const proposed = (wish: Opinion["wish"], value = ""): Mention => mention({ opinions: [opinion(wish, value)] });

  test.each<[Mention, keyof PanelActions, unknown[]]>([
    [proposed("dismiss", "spam"), "dismiss", ["spam"]],
    [proposed("route", "second_line"), "route", ["second_line"]],
    [proposed("reopen"), "reopen", []],
  ])("is done when staff agree", async (row, name, args) => {
    const spies = { dismiss: vi.fn(), route: vi.fn(), reopen: vi.fn(), decline: vi.fn() };
    await undoable(panelActions(spies), played().doing).answerOpinion(row, true);
    expect(spies[name as keyof typeof spies]).toHaveBeenCalledWith(row, ...args);
    expect(spies.decline).not.toHaveBeenCalled();
  });

  test("is declined otherwise, which can be taken back", async () => {
    const decline = vi.fn();
    const { doing, last } = played();
    const row = proposed("dismiss", "spam");
    await undoable(panelActions({ decline }), doing).answerOpinion(row, false);
    await last()?.undo?.();
    expect(decline.mock.calls).toEqual([
      [row, "dismiss", true],
      [row, "dismiss", false],
    ]);
  });

  test("nothing happens where nobody proposed anything", async () => {
    const { doing, told } = played();
    await undoable(panelActions(), doing).answerOpinion(post, true);
    expect(told).toEqual([]);
  });
});

describe("for many at once", () => {
  const posts = [post, mention({ route: "community" })] as const;

  test("only those are sent on that are not there yet, and each goes back to its own line", async () => {
    const route = vi.fn();
    const { doing, last } = played();
    await undoableForMany(panelActions({ route }), doing).routeAll(posts, "community");
    await last()?.undo?.();
    expect(route.mock.calls).toEqual([
      [post, "community"],
      [post, "first_line"],
    ]);
  });

  test("the first one stands for the others", async () => {
    const merge = vi.fn();
    const { doing } = played();
    await undoableForMany(panelActions({ merge }), doing).mergeAll(posts);
    expect(merge.mock.calls).toEqual([[posts[1], post.id]]);
  });

  test("each is nobody's, or whose it was, again", async () => {
    const assign = vi.fn();
    const { doing, last } = played();
    await undoableForMany(panelActions({ assign }), doing).assignAll(posts, sam.id);
    await last()?.undo?.();
    expect(assign.mock.calls.slice(2)).toEqual([
      [post, linh.id],
      [posts[1], null],
    ]);
  });

  test("what was set aside comes back", async () => {
    const [dismiss, reopen] = [vi.fn(), vi.fn()];
    const { doing, last } = played();
    await undoableForMany(panelActions({ dismiss, reopen }), doing).dismissAll(posts, "spam");
    await last()?.undo?.();
    expect([dismiss.mock.calls.length, reopen.mock.calls.length]).toEqual([2, 2]);
  });
});
