import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { changeList } from "../../../components/keywords/edits.ts";
import { useNewLists } from "../../../components/keywords/new-lists.ts";
import { nameOf, useListEdits } from "../../../components/keywords/use-list-edits.ts";
import { useSettled } from "../../../components/keywords/use-settled.ts";
import { stateOf } from "../../../components/ui/edits.ts";
import { editsMemory } from "../../../components/ui/edits-memory.ts";
import type { KeywordEntry, KeywordList } from "../../../lib/schema/keywords.ts";
import { show } from "../page.ts";
import { at, keywordList } from "../samples.ts";

const entry = (text: string, parts: Partial<KeywordEntry> = {}): KeywordEntry => ({
  ...{ id: `e-${text}`, text, label: null, mustNear: [], mustNotNear: [] },
  ...parts,
});
const list = (entries: KeywordEntry[], parts: Partial<KeywordList> = {}): KeywordList => ({ ...keywordList, entries, ...parts });

beforeEach(() => sessionStorage.clear());

/** Shows a hook's answer; `now()` gives the latest, `again()` asks it anew. */
async function using<T>(hook: () => T) {
  let latest: T | undefined;
  const Host = (_: { turn: number }) => {
    latest = hook();
    return null;
  };
  let turn = 0;
  await show(<Host turn={turn} />);
  return { now: () => latest as T, again: () => show(<Host turn={++turn} />) };
}

test("lists that were begun outlast a reload, until they are live", async () => {
  const memory = editsMemory(sessionStorage, "fanswer");
  let live: KeywordList[] = [];
  const { now } = await using(() => useNewLists(memory, live));
  await act(() => now().begin("l-9", "New list"));
  await act(() => now().begin("l-10", "Another"));
  await act(() => now().drop("l-10"));
  const reloaded = await using(() => useNewLists(memory, live));
  expect(reloaded.now().lists.map(({ id, version }) => [id, version])).toEqual([["l-9", 0]]);
  live = [list([], { id: "l-9" })];
  await reloaded.again();
  expect(reloaded.now().lists).toEqual([]);
  live = [];
  const later = await using(() => useNewLists(memory, live));
  expect(later.now().lists).toEqual([]);
});

test("edits of a list outlast a reload, and stand on top of what somebody pushed meanwhile", async () => {
  const memory = editsMemory(sessionStorage, "fanswer");
  const onEdit = vi.fn();
  let live = list([entry("acme")], { version: 4 });
  const { now } = await using(() => useListEdits(live, memory, onEdit));
  await act(() => now().set(changeList(now().edits, { name: "Acme and more" })));
  expect([now().changes, onEdit.mock.calls.length]).toEqual([1, 1]);
  const reloaded = await using(() => useListEdits(live, memory, onEdit));
  expect(stateOf(reloaded.now().edits).name).toBe("Acme and more");
  live = list([entry("acme"), entry("buds")], { version: 5, updatedAt: at(0) });
  await reloaded.again();
  expect(stateOf(reloaded.now().edits)).toMatchObject({ name: "Acme and more" });
  expect(stateOf(reloaded.now().edits).entries.map(({ text }) => text)).toEqual(["acme", "buds"]);
  expect([reloaded.now().merge, reloaded.now().changes]).toMatchObject([{ version: 5, since: 4 }, 1]);
  await act(() => reloaded.now().start(live));
  expect(memory.load(nameOf(live))).toBeNull();
});

describe("what has settled", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test("is the value that stood for a while; without a wait the latest", async () => {
    let latest: string[] = [];
    const Host = ({ value, ms }: { value: string; ms: number }) => {
      latest = [...latest, useSettled(value, ms)];
      return null;
    };
    const drawn = async (value: string, ms: number) => {
      const shown = show(<Host value={value} ms={ms} />);
      await vi.advanceTimersByTimeAsync(1);
      await shown;
    };
    await drawn("a", 400);
    await drawn("ab", 400);
    expect(latest.at(-1)).toBe("a");
    await act(async () => void (await vi.advanceTimersByTimeAsync(400)));
    expect(latest.at(-1)).toBe("ab");
    await drawn("abc", 0);
    expect(latest.at(-1)).toBe("abc");
  });
});
