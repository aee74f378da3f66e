import { beforeEach, expect, test, vi } from "vitest";
import { KeywordLists } from "../../../components/keywords/keyword-lists.tsx";
import { editsMemory } from "../../../components/ui/edits-memory.ts";
import { FanswerError } from "../../../lib/schema/errors.ts";
import type { KeywordList, KeywordListHead } from "../../../lib/schema/keywords.ts";
import type { MessageArgs } from "../../../lib/schema/messages.ts";
import { control, has, pageText, press, show, type } from "../page.ts";
import { keywordList } from "../samples.ts";

const games: KeywordList = { ...keywordList, id: "l-2", name: "Games", negative: true, entries: keywordList.entries.slice(0, 1) };
const push = vi.fn<(args: MessageArgs<"keywords.push">) => Promise<KeywordListHead>>();
const page = (...lists: KeywordList[]) => (
  <KeywordLists
    lists={lists}
    mentions={[]}
    memory={editsMemory(sessionStorage)}
    isOffline={false}
    actions={{ push, newId: () => "l-3", save: () => {} }}
  />
);
const openName = () => control<HTMLInputElement>("Name of this list").value;

beforeEach(() => {
  sessionStorage.clear();
  push.mockReset();
});

test("one list is open, the others are a press away and keep what was not pushed", async () => {
  await show(page(keywordList, games));
  expect(openName()).toBe("Acme");
  await type("Name of this list", "Acme and friends");
  await press("Games leaves out");
  expect(openName()).toBe("Games");
  await press("Acme");
  expect(openName()).toBe("Acme and friends");
});

test("a single list needs no choice", async () => {
  await show(page(keywordList));
  expect(has("Games leaves out")).toBe(false);
  expect(openName()).toBe("Acme");
});

test("a list is added, and open once it is there", async () => {
  push.mockImplementation(async ({ listId, name }) => ({ id: listId, name, version: 1, updatedAt: keywordList.updatedAt }));
  await show(page(keywordList));
  await press("Add a list");
  expect(push).toHaveBeenCalledWith({ listId: "l-3", name: "New list", baseVersion: 0, entries: [] });
  await show(page(keywordList, { ...keywordList, id: "l-3", name: "New list", version: 1, entries: [] }));
  expect(openName()).toBe("New list");
});

test("a list that could not be added says why", async () => {
  push.mockRejectedValue(new FanswerError("server_unreachable"));
  await show(page());
  expect(pageText()).toContain("There is no keyword list yet.");
  await press("Add a list");
  expect(pageText()).toContain("This waits for a connection: nothing was sent.");
});
