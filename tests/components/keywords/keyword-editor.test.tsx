import { beforeEach, describe, expect, test, vi } from "vitest";
import { editsMemory } from "../../../components/keywords/edits-memory.ts";
import { KeywordEditor } from "../../../components/keywords/keyword-editor.tsx";
import { FanswerError } from "../../../lib/schema/errors.ts";
import type { KeywordList } from "../../../lib/schema/keywords.ts";
import type { OperationArgs } from "../../../lib/schema/operations.ts";
import { control, has, pageText, press, show, type } from "../page.ts";
import { keywordList, mention } from "../samples.ts";

type Push = (args: OperationArgs<"keywords.push">) => Promise<KeywordList>;

const list: KeywordList = { ...keywordList, entries: keywordList.entries.slice(1, 2) };
const pushed: Push = async ({ entries, baseVersion }) => ({ ...list, entries, version: baseVersion + 1 });
let push: ReturnType<typeof vi.fn<Push>>;

const editor = (parts: Partial<KeywordList> = {}, mentions = [mention()]) => (
  <KeywordEditor list={{ ...list, ...parts }} mentions={mentions} memory={editsMemory(sessionStorage)} push={push} newId={() => "new"} />
);

beforeEach(() => {
  sessionStorage.clear();
  push = vi.fn(pushed);
});

test("a change is counted, pushed on the version it began with, and then said to be live", async () => {
  await show(editor());
  expect(pageText()).toContain("Everything is pushed.");
  await type("Keyword", "acme charger ");
  expect(pageText()).toContain("1 change, not pushed yet");
  await press("Push to everyone");
  expect(push).toHaveBeenCalledWith({
    listId: "l-1",
    name: "Acme",
    baseVersion: 4,
    entries: [{ ...list.entries[0], text: "acme charger" }],
  });
  expect(pageText()).toContain("Version 5 is live since");
});

test("a new line that cannot be used says why and holds the push back", async () => {
  await show(editor());
  await press("Add a keyword");
  expect(pageText()).toContain("Write a keyword, or remove this line.");
  await press("Push to everyone");
  expect(push).not.toHaveBeenCalled();
  await type("Keyword", "acme case");
  await press("Push to everyone");
  expect(push).toHaveBeenCalledOnce();
});

test("undo and dropping bring back what was", async () => {
  await show(editor());
  await press("Remove acme earbud*");
  expect(pageText()).toContain("No keywords yet.");
  await press("Undo last change");
  expect(control<HTMLInputElement>("Keyword").value).toBe("acme earbud*");
  await type("Keyword", "x y");
  await press("Drop all changes");
  expect(control<HTMLInputElement>("Keyword").value).toBe("acme earbud*");
  expect(has("Undo last change")).toBe(false);
});

test("unsaved changes are there again after a reload", async () => {
  await show(editor());
  await type("Keyword", "acme case");
  await show(null);
  await show(editor());
  expect(control<HTMLInputElement>("Keyword").value).toBe("acme case");
});

test("words nearby are read with commas", async () => {
  await show(editor());
  await type("Only near", "earbuds, charger");
  await press("Push to everyone");
  expect(push.mock.calls[0]?.[0].entries[0]?.mustNear).toEqual(["earbuds", "charger"]);
});

describe("when somebody else pushed", () => {
  test("nothing of one's own: the new list stands there", async () => {
    await show(editor());
    await show(editor({ version: 5, entries: [{ ...keywordList.entries[0], id: "e-9", text: "@acme_help" } as (typeof list.entries)[0]] }));
    expect(control<HTMLInputElement>("Keyword").value).toBe("@acme_help");
  });

  test("one's changes stay on top of it, are told so, and go out with its version", async () => {
    await show(editor());
    await type("Keyword", "acme case");
    const theirs = { id: "e-9", text: "@acme_help", label: null, mustNear: [], mustNotNear: [] };
    await show(editor({ version: 5, entries: [...list.entries, theirs] }));
    expect(pageText()).toContain("Somebody pushed version 5 meanwhile.");
    await press("Push to everyone");
    expect(push.mock.calls[0]?.[0]).toMatchObject({ baseVersion: 5, entries: [{ text: "acme case" }, theirs] });
  });

  test("a refused push says so and keeps the changes", async () => {
    push.mockRejectedValue(new FanswerError("list_stale"));
    await show(editor());
    await type("Keyword", "acme case");
    await press("Push to everyone");
    expect(pageText()).toContain("Somebody pushed a newer version of this list.");
    expect(control<HTMLInputElement>("Keyword").value).toBe("acme case");
  });
});

describe("try it", () => {
  test("marks what the list as it stands finds in a text", async () => {
    await show(editor());
    await type("Type or paste a post", "Are the Acme earbuds <b>loud</b>?");
    expect(document.querySelector("mark")?.textContent).toBe("Acme earbuds");
    expect(pageText()).toContain("1 hit");
    expect(document.querySelector("b")).toBeNull();
    await type("Type or paste a post", "No brand in it");
    expect(pageText()).toContain("Nothing in it matches.");
  });

  test("tells which of the posts here would no longer be found", async () => {
    await show(editor());
    expect(pageText()).toContain("Still finds the 1 post here.");
    await type("Keyword", "acme toaster");
    expect(pageText()).toContain("1 post would no longer be found.");
  });
});
