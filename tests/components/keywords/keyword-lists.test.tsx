import { act } from "preact/test-utils";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { KeywordLists } from "../../../components/keywords/keyword-lists.tsx";
import { editsMemory } from "../../../components/ui/edits-memory.ts";
import { FanswerError } from "../../../lib/schema/errors.ts";
import type { KeywordList, KeywordListHead } from "../../../lib/schema/keywords.ts";
import type { MessageArgs } from "../../../lib/schema/messages.ts";
import { noModel, versionActions } from "../actions.ts";
import { control, has, pageText, press, show, type } from "../page.ts";
import { keywordList } from "../samples.ts";

const games: KeywordList = { ...keywordList, id: "l-2", name: "Games", negative: true, entries: keywordList.entries.slice(0, 1) };
const push = vi.fn<(args: MessageArgs<"keywords.push">) => Promise<KeywordListHead>>();
const removeList = vi.fn<(args: MessageArgs<"keywords.remove">) => Promise<KeywordListHead>>();
const page = (...lists: KeywordList[]) => (
  <KeywordLists
    lists={lists}
    mentions={[]}
    scoring={noModel}
    memory={editsMemory(sessionStorage, "fanswer")}
    isOffline={false}
    actions={{ push, removeList, versions: versionActions(), newId: () => "l-3", save: () => {} }}
  />
);
const openName = () => control<HTMLInputElement>("Name of this list").value;

beforeEach(() => {
  sessionStorage.clear();
  push.mockReset();
  removeList.mockReset();
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

const added: KeywordList = { ...keywordList, id: "l-3", name: "New list", version: 1, entries: [] };

test("a new list is asked of nobody, and not live before it is pushed", async () => {
  await show(page(keywordList));
  await press("Add a list");
  expect(push).not.toHaveBeenCalled();
  expect(openName()).toBe("New list");
  expect(pageText()).toContain("Not live yet: no browser looks for these words before you push this list.");
  expect(has("New list not live yet")).toBe(true);
  push.mockImplementation(async ({ listId, name }) => ({ id: listId, name, version: 1, updatedAt: keywordList.updatedAt }));
  await press("Add a keyword");
  await type("Keyword", "tomatoes");
  await press("Push to everyone");
  expect(push).toHaveBeenCalledWith({
    listId: "l-3",
    name: "New list",
    negative: false,
    baseVersion: 0,
    entries: [expect.objectContaining({ text: "tomatoes" })],
  });
  await show(page(keywordList, added));
  expect(openName()).toBe("New list");
  expect(pageText()).not.toContain("Not live yet");
  // Taken out elsewhere later, it is no draft again.
  await show(page(keywordList));
  expect(has("New list")).toBe(false);
});

test("a new list outlasts a reload, with what was written in it", async () => {
  await show(page(keywordList));
  await press("Add a list");
  await type("Name of this list", "Vegetables");
  await show(null);
  await show(page(keywordList));
  await press("New list not live yet");
  expect(openName()).toBe("Vegetables");
});

test("what a file brought is said not to be live yet", async () => {
  await show(page(keywordList));
  const field = document.querySelector<HTMLInputElement>("input[type=file]");
  const chosen = new DataTransfer();
  chosen.items.add(new File(["text\nacme case"], "list.csv"));
  await act(async () => {
    if (field) Object.defineProperty(field, "files", { value: chosen.files });
    field?.dispatchEvent(new Event("change", { bubbles: true }));
    await new Promise((resolve) => setTimeout(resolve, 50));
  });
  expect(pageText()).toContain("1 keyword added.");
  expect(pageText()).toContain("What came from the file is not live before you push it.");
});

describe("deleting", () => {
  test("a list is one press, and one press brings it back as its next version", async () => {
    removeList.mockResolvedValue({ id: "l-1", name: "Acme", version: 5, removed: true, updatedAt: keywordList.updatedAt });
    push.mockResolvedValue({ id: "l-1", name: "Acme", version: 6, updatedAt: keywordList.updatedAt });
    await show(page(keywordList, games));
    await press("Delete this list");
    expect(removeList).toHaveBeenCalledWith({ listId: "l-1", baseVersion: 4 });
    await show(page(games));
    expect(pageText()).toContain("“Acme” is deleted; its words find nothing any more.");
    await press("Undo");
    expect(push).toHaveBeenCalledWith({ listId: "l-1", name: "Acme", negative: false, baseVersion: 5, entries: keywordList.entries });
    await show(page(games, { ...keywordList, version: 6 }));
    expect(openName()).toBe("Acme");
  });

  test("a list that changed meanwhile stays, and it is said why", async () => {
    removeList.mockRejectedValue(new FanswerError("list_stale"));
    await show(page(keywordList));
    await press("Delete this list");
    expect(pageText()).toContain("Somebody pushed a newer version of this list.");
    expect(has("Undo")).toBe(false);
  });

  test("a list that is not live asks nobody, and comes back with what was written in it", async () => {
    await show(page(keywordList));
    await press("Add a list");
    await type("Name of this list", "Vegetables");
    await press("Delete this list");
    expect(openName()).toBe("Acme");
    expect(has("New list not live yet")).toBe(false);
    await press("Undo");
    expect(openName()).toBe("Vegetables");
    expect(removeList).not.toHaveBeenCalled();
  });
});
