import { beforeEach, describe, expect, test, vi } from "vitest";
import { KeywordEditor } from "../../../components/keywords/keyword-editor.tsx";
import { editsMemory } from "../../../components/ui/edits-memory.ts";
import { FanswerError } from "../../../lib/schema/errors.ts";
import type { KeywordList, KeywordListHead } from "../../../lib/schema/keywords.ts";
import type { MessageArgs } from "../../../lib/schema/messages.ts";
import { noModel, versionActions } from "../actions.ts";
import { control, has, pageText, press, show, type } from "../page.ts";
import { keywordList, mention } from "../samples.ts";

type Push = (args: MessageArgs<"keywords.push">) => Promise<KeywordListHead>;

const list: KeywordList = { ...keywordList, entries: keywordList.entries.slice(1, 2) };
const pushed: Push = async ({ listId: id, name, negative, baseVersion }) => ({
  id,
  name,
  negative,
  version: baseVersion + 1,
  updatedAt: list.updatedAt,
});
const save = vi.fn<(name: string, text: string) => void>();
let push: ReturnType<typeof vi.fn<Push>>;

const editor = (parts: Partial<KeywordList> = {}, others: KeywordList[] = [], isOffline = false) => (
  <KeywordEditor
    list={{ ...list, ...parts }}
    others={others}
    mentions={[mention()]}
    memory={editsMemory(sessionStorage, "fanswer")}
    isOffline={isOffline}
    push={push}
    versions={versionActions()}
    scoring={noModel}
    newId={() => "new"}
    save={save}
    onRemove={() => {}}
  />
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
    negative: false,
    baseVersion: 4,
    entries: [{ ...list.entries[0], text: "acme charger" }],
  });
  expect(pageText()).toContain("Version 5 is live since");
});

test("without a connection a push waits for it, and one that failed says what to do", async () => {
  await show(editor({}, [], true));
  await type("Keyword", "acme charger");
  expect(pageText()).toContain("Pushing them waits for a connection.");
  push.mockRejectedValueOnce(new FanswerError("server_unreachable"));
  await press("Push to everyone");
  expect(pageText()).toContain("nothing was sent. What you entered stays here; try again once you're back.");
  expect(pageText()).not.toContain("sent later");
  push.mockRejectedValueOnce(new FanswerError("server_failed"));
  await press("Push to everyone");
  expect(pageText()).toContain("What you entered stays here; try again in a minute.");
  expect(control<HTMLInputElement>("Keyword").value).toBe("acme charger");
  await press("Push to everyone");
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

describe("what else an entry may say", () => {
  test("opens below its line, is pushed, and shows in short", async () => {
    await show(editor());
    await press("More about acme earbud*");
    await press("Also an ordinary word");
    await type("Only in posts in", "EN, nb");
    await type("How many words away", "3");
    await type("Not in posts by", "@acmenews");
    await type("Not in posts that link to", "acme.example");
    expect(pageText()).toContain("needs evidence · en, nb · near is 3 words · not @acmenews, acme.example");
    await press("Push to everyone");
    expect(push.mock.calls[0]?.[0].entries[0]).toMatchObject({
      ambiguous: true,
      languages: ["en", "nb"],
      within: 3,
      ignoreAuthors: ["@acmenews"],
      ignoreDomains: ["acme.example"],
    });
  });

  test("taken back leaves nothing of it in the entry", async () => {
    await show(editor({ entries: [{ ...list.entries[0], leet: true, within: 3 } as (typeof list.entries)[0]] }));
    await press("More about");
    await press("Also with digits");
    await type("How many words away", "");
    await press("Push to everyone");
    expect(push.mock.calls[0]?.[0].entries).toEqual(list.entries);
  });

  test("that cannot be used is said with its word, and holds the push back", async () => {
    await show(editor());
    await press("More about");
    await type("Not in posts that link to", "nowhere");
    expect(pageText()).toContain("“nowhere”: Write a domain, such as acme.com.");
    await press("Push to everyone");
    expect(push).not.toHaveBeenCalled();
  });

  test("an expression is told what to write instead", async () => {
    await show(editor());
    await type("Keyword", "ac(me|ne)");
    expect(pageText()).toContain("Expressions are not used here. Write one word or phrase per line, or a beginning with * at its end.");
  });
});

describe("the list", () => {
  test("is renamed and turned into one that leaves posts out", async () => {
    await show(editor());
    await type("Name of this list", "Not us");
    await press("Leave posts out");
    expect(pageText()).toContain("2 changes, not pushed yet");
    await press("Push to everyone");
    expect(push).toHaveBeenCalledWith(expect.objectContaining({ name: "Not us", negative: true }));
  });

  test("needs a name", async () => {
    await show(editor());
    await type("Name of this list", " ");
    await press("Push to everyone");
    expect(push).not.toHaveBeenCalled();
  });
});

describe("files", () => {
  const choose = async (name: string, content: string) => {
    const input = document.querySelector<HTMLInputElement>("input[type=file]");
    Object.defineProperty(input, "files", { value: [new File([content], name)], configurable: true });
    input?.dispatchEvent(new Event("change", { bubbles: true }));
    await vi.waitFor(() => expect(document.querySelector(".notice")).not.toBeNull());
  };

  test("good rows come in, known keywords are replaced, bad rows are listed with line and reason", async () => {
    await show(editor());
    await choose("list.csv", "text,label,ambiguous\nacme case,,\nACME earbud*,Buds,\nac(me|ne),,\ndelta,,yes");
    expect(pageText()).toContain("2 keywords added. 1 was there already and is now as in the file. 1 row cannot be used");
    const cells = [...document.querySelectorAll(".bad-rows tbody td")].map((cell) => cell.textContent);
    expect(cells.slice(0, 2)).toEqual(["4", "ac(me|ne)"]);
    expect(cells[2]).toContain("Expressions are not used here.");
    await press("Push to everyone");
    expect(push.mock.calls[0]?.[0].entries).toMatchObject([
      { text: "acme case" },
      { text: "delta", ambiguous: true },
      { id: list.entries[0]?.id, text: "ACME earbud*", label: "Buds" },
    ]);
  });

  test("taking a file in is one step back", async () => {
    await show(editor());
    await choose("list.json", '["acme case", "delta"]');
    await press("Undo last change");
    expect(pageText()).toContain("Everything is pushed.");
  });

  test.each([
    ["list.csv", "word\nacme", "No list could be read in this file."],
    ["list.json", "{", "No list could be read in this file."],
    ["list.json", JSON.stringify(Array.from({ length: 20_000 }, (_, at) => `acme ${at}`)), "A list holds at most 20,000 keywords."],
  ])("%s that cannot be taken in changes nothing and says why", async (name, content, sentence) => {
    await show(editor());
    await choose(name, content);
    expect(pageText()).toContain(sentence);
    expect(pageText()).toContain("Everything is pushed.");
  });

  test("the list comes out as CSV and as JSON", async () => {
    await show(editor());
    for (const [item, name] of [
      ["For a spreadsheet", "Acme.csv"],
      ["As JSON", "Acme.json"],
    ] as const) {
      await press("Export");
      await press(item);
      expect(save).toHaveBeenLastCalledWith(name, expect.stringContaining("acme earbud*"));
    }
  });
});

describe("trying it says why", () => {
  const entries = [
    { id: "1", text: "target", label: null, mustNear: [], mustNotNear: [], ambiguous: true },
    { id: "2", text: "café", label: null, mustNear: ["coffee"], mustNotNear: [] },
  ];
  test.each([
    ["Called Target customer support about my order", "“Target” is the keyword “target”. Nearby: customer, support"],
    ["the target is missed", "“target” is taken for the ordinary word because of: "],
    ["cafe with coffee", "“cafe” is the keyword “café” with other accents. Nearby: coffee."],
  ])("%s: %s", async (text, why) => {
    await show(editor({ entries }));
    await type("Type or paste a post", text);
    expect(pageText()).toContain(why);
  });

  test("also when another list leaves the post out", async () => {
    const negative = {
      ...list,
      id: "n",
      name: "Games",
      negative: true,
      entries: [{ ...list.entries[0], id: "9", text: "giveaway" } as (typeof list.entries)[0]],
    };
    await show(editor({}, [negative]));
    await type("Type or paste a post", "acme earbuds giveaway");
    expect(pageText()).toContain("Left out all the same: the list “Games” says so.");
  });
});
