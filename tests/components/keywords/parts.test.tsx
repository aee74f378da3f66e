import { act } from "preact/test-utils";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { Bench } from "../../../components/keywords/bench.tsx";
import { EntryDetails } from "../../../components/keywords/entry-details.tsx";
import { EntryRow } from "../../../components/keywords/entry-row.tsx";
import { EntryTable } from "../../../components/keywords/entry-table.tsx";
import { FileTools } from "../../../components/keywords/file-tools.tsx";
import { finderOf, matcherOf } from "../../../components/keywords/finder.ts";
import { ListHead } from "../../../components/keywords/list-head.tsx";
import { problemText } from "../../../components/keywords/problem-text.ts";
import { PushBar } from "../../../components/keywords/push-bar.tsx";
import { WhyFound } from "../../../components/keywords/why.tsx";
import { WordsInput } from "../../../components/keywords/words-input.tsx";
import type { KeywordEntry, KeywordList } from "../../../lib/schema/keywords.ts";
import { control, has, pageText, press, show, type } from "../page.ts";
import { keywordList, mention } from "../samples.ts";

const entry = (text: string, parts: Partial<KeywordEntry> = {}): KeywordEntry => ({
  ...{ id: `e-${text}`, text, label: null, mustNear: [], mustNotNear: [] },
  ...parts,
});
const list = (entries: KeywordEntry[], parts: Partial<KeywordList> = {}): KeywordList => ({ ...keywordList, entries, ...parts });
const plain = (text: string | null | undefined) => text?.replace(/[\u2068\u2069]/g, "");

beforeEach(() => sessionStorage.clear());

describe("trying a list", () => {
  test("tells what it took for the ordinary word, anew for each text", () => {
    const target = list([entry("target", { ambiguous: true })]);
    const finder = finderOf(target, [target]);
    const ordinary = finder.find("the target is missed", null);
    expect(ordinary.hits).toEqual([]);
    expect(ordinary.rejected.map(({ text }) => text)).toEqual(["target"]);
    expect(finder.find("nothing of it", null)).toEqual({ hits: [], rejected: [] });
  });

  test("a list that leaves posts out finds what it would leave out; together they find nothing", () => {
    const [finds, leaves] = [list([entry("acme")]), list([entry("acme comics")], { id: "n", negative: true })];
    expect(finderOf(leaves, [finds, leaves]).find("my acme comics", null).hits).toHaveLength(1);
    expect(matcherOf([finds, leaves]).match("my acme comics", null)).toEqual([]);
    expect(matcherOf([finds, leaves]).match("my acme buds", null)).toHaveLength(1);
  });

  test("marks what is found, says why, and names the list that takes the post back", async () => {
    const leaves = list([entry("comics")], { id: "n", name: "Comics", negative: true });
    await show(<Bench list={list([entry("acme")])} others={[leaves]} mentions={[mention()]} />);
    expect(pageText()).toContain("Still finds the 1 post here.");
    await type("Type or paste a post", "My Acme comics");
    expect(document.querySelector("mark")?.textContent).toBe("Acme");
    expect(pageText()).toContain("1 hit");
    expect(pageText()).toContain("Left out all the same: the list “Comics” says so.");
  });

  test("says how many posts would be lost", async () => {
    await show(<Bench list={list([entry("zeppelin")])} others={[]} mentions={[mention(), mention({ partial: true })]} />);
    expect(pageText()).toContain("1 post would no longer be found.");
    await show(<Bench list={list([])} others={[]} mentions={[]} />);
    expect(pageText()).toContain("No posts here to try it on yet.");
  });

  test("each hit is a sentence with the words nearby that decided", async () => {
    const entries = [entry("acme", { mustNear: ["earbuds"] })];
    const text = "My Acme earbuds";
    await show(<WhyFound text={text} found={finderOf(list(entries), [list(entries)]).find(text, null)} entries={entries} />);
    expect(plain(document.querySelector("li")?.textContent)).toBe("“Acme” is the keyword “acme”. Nearby: earbuds.");
    await show(<WhyFound text="target" found={{ hits: [], rejected: [{ start: 0, text: "target", words: [] }] }} entries={[]} />);
    expect(pageText()).toContain("nothing around it speaks for the company");
  });
});

describe("a row", () => {
  test("says what is wrong beside its field, and in short what it asks besides", async () => {
    const onChange = vi.fn();
    const asks = entry("acme", { ambiguous: true, within: 3, ignoreAuthors: ["@acme"] });
    const problem = { id: asks.id, field: "text", value: "acme", problem: "duplicate" } as Parameters<typeof EntryRow>[0]["problem"];
    const row = (
      <table>
        <tbody>
          <EntryRow entry={asks} problem={problem} isChanged onChange={onChange} onRemove={() => {}} />
        </tbody>
      </table>
    );
    await show(row);
    const text = control("Keyword");
    expect(document.getElementById(text.getAttribute("aria-describedby") ?? "")?.textContent).toBe("This keyword is already in the list.");
    expect(pageText()).toContain("needs evidence · near is 3 words · not @acme");
    await type("Shown as", "");
    expect(onChange).toHaveBeenLastCalledWith({ ...asks, label: null });
    await type("Only near", "ear buds, case");
    expect(onChange).toHaveBeenLastCalledWith({ ...asks, mustNear: ["ear buds", "case"] });
    expect(has("Also with digits")).toBe(false);
    await press("More about acme");
    expect(has("Also with digits")).toBe(true);
  });

  test("what is rarer is left out of the entry when it is empty", async () => {
    const onChange = vi.fn();
    const asks = entry("acme", { leet: true, languages: ["en"], within: 4 });
    await show(<EntryDetails entry={asks} wrong="languages.0" onChange={onChange} />);
    expect(control("Only in posts in").getAttribute("aria-invalid")).toBe("true");
    await press("Also with digits");
    expect(onChange.mock.lastCall?.[0]).not.toHaveProperty("leet");
    await type("Only in posts in", "EN, Nb");
    expect(onChange.mock.lastCall?.[0].languages).toEqual(["en", "nb"]);
    await type("Only in posts in", "");
    expect(onChange.mock.lastCall?.[0]).not.toHaveProperty("languages");
    await type("How many words away", "400");
    expect(onChange.mock.lastCall?.[0].within).toBe(50);
    await type("How many words away", "");
    expect(onChange.mock.lastCall?.[0]).not.toHaveProperty("within");
  });

  test("words are read when their field is left", async () => {
    const onWords = vi.fn();
    await show(<WordsInput label="Near" words={["a"]} onWords={onWords} />);
    expect(control<HTMLInputElement>("Near").value).toBe("a");
    await type("Near", " case ,, charger ");
    expect(onWords).toHaveBeenCalledWith(["case", "charger"]);
  });
});

describe("the table", () => {
  const entries = [entry("acme"), entry("buds", { label: "Acme buds" }), entry("case")];
  const table = (onEntries = vi.fn(), problems = new Map()) =>
    show(<EntryTable entries={entries} base={entries} problems={problems} onEntries={onEntries} newEntry={() => entry("")} />).then(
      () => onEntries,
    );

  test("finds by keyword and label, and shows what is wrong whatever is looked for", async () => {
    await table(vi.fn(), new Map([["e-case", { id: "e-case", field: "text", value: "case", problem: "duplicate" }]]));
    await type("Find in this list", "ACME");
    expect(document.querySelectorAll(".entry-line")).toHaveLength(3);
    await table();
    await type("Find in this list", "ACME");
    expect(document.querySelectorAll(".entry-line")).toHaveLength(2);
    await type("Find in this list", "zeppelin");
    expect(pageText()).toContain("No keyword has this in it.");
  });

  test("puts a new one on top, where it is seen, and takes one out", async () => {
    const onEntries = await table();
    await press("Add a keyword");
    expect(onEntries.mock.lastCall?.[0].map(({ text }: KeywordEntry) => text)).toEqual(["", "acme", "buds", "case"]);
    await press("Remove buds");
    expect(onEntries.mock.lastCall?.[0].map(({ text }: KeywordEntry) => text)).toEqual(["acme", "case"]);
  });
});

describe("files", () => {
  const tools = async (entries: KeywordEntry[] = []) => {
    const [onEntries, onSave] = [vi.fn(), vi.fn()];
    let count = 0;
    await show(<FileTools name="Acme" entries={entries} onEntries={onEntries} newId={() => `n-${++count}`} onSave={onSave} />);
    return { onEntries, onSave };
  };
  const choose = (name: string, text: string) => {
    const input = document.querySelector("input[type=file]");
    Object.defineProperty(input, "files", { value: [new File([text], name)], configurable: true });
    return act(async () => {
      input?.dispatchEvent(new Event("change", { bubbles: true }));
      await new Promise((resolve) => setTimeout(resolve, 20));
    });
  };

  test("are taken in, and each row that cannot be used says why", async () => {
    const { onEntries } = await tools();
    await choose("list.csv", "text,label\nacme,Acme\n,nothing\n@a b,\n");
    expect(onEntries.mock.lastCall?.[0].map(({ text }: KeywordEntry) => text)).toEqual(["acme"]);
    expect(pageText()).toContain("1 keyword added.");
    expect(pageText()).toContain("is not live before you push it");
    expect(document.querySelectorAll("tbody tr").length).toBeGreaterThan(0);
  });

  test("in which no list can be read change nothing", async () => {
    const { onEntries } = await tools();
    await choose("list.json", "{not json");
    expect(onEntries).not.toHaveBeenCalled();
    expect(pageText()).toContain("No list could be read in this file.");
  });

  test("are given in two forms", async () => {
    const { onSave } = await tools([entry("acme")]);
    await press("Export");
    await press("For a spreadsheet (CSV)");
    await press("Export");
    await press("As JSON");
    expect(onSave.mock.calls.map(([name]) => name)).toEqual(["Acme.csv", "Acme.json"]);
    expect(JSON.stringify(onSave.mock.calls[1]?.[1])).toContain("acme");
  });
});

test("a list needs a name, which is not longer than it may be", async () => {
  const onChange = vi.fn();
  await show(<ListHead name=" " negative={false} onChange={onChange} />);
  expect(pageText()).toContain("Give it a name.");
  await type("Name of this list", "n".repeat(300));
  expect(onChange.mock.lastCall?.[0].name).toHaveLength(100);
  await press("Leave posts out");
  expect(onChange).toHaveBeenLastCalledWith({ negative: true });
});

describe("pushing", () => {
  const does = { onPush: vi.fn(), onUndo: vi.fn(), onReset: vi.fn() };
  const bar = (parts: Partial<Parameters<typeof PushBar>[0]>) =>
    show(<PushBar changes={0} isOffline={false} canPush={false} pushing={false} problem={null} pushed={null} {...does} {...parts} />);

  test("is possible when something changed and all is right", async () => {
    await bar({});
    expect(pageText()).toContain("Everything is pushed.");
    await press("Push to everyone");
    await bar({ changes: 2, canPush: true, pushing: true });
    await press("Pushing");
    expect(does.onPush).not.toHaveBeenCalled();
    await bar({ changes: 2, canPush: true });
    for (const name of ["Push to everyone", "Undo last change", "Drop all changes"]) await press(name);
    expect(Object.values(does).map((each) => each.mock.calls.length)).toEqual([1, 1, 1]);
  });

  test("says that a list was never pushed, and what came of a push as long as nothing changed since", async () => {
    await bar({ isNew: true });
    expect(pageText()).toContain("not live yet");
    await bar({ pushed: "Version 5 is live." });
    expect(pageText()).toContain("Version 5 is live.");
    await bar({ pushed: "Version 5 is live.", changes: 1 });
    expect(pageText()).not.toContain("Version 5 is live.");
  });
});

test("what is wrong is said with the word, unless it is the keyword itself", () => {
  const wrong = { id: "e", field: "mustNear", value: "a*b", problem: "star_inside" } as const;
  expect(plain(problemText(wrong))).toBe("“a*b”: The * can stand only at the end.");
  expect(problemText({ ...wrong, field: "text" })).toBe("The * can stand only at the end.");
});
