import { act } from "preact/test-utils";
import { expect, test, vi } from "vitest";
import { FileTools } from "../../../components/keywords/file-tools.tsx";
import { ManyBench } from "../../../components/keywords/many-bench.tsx";
import { PushQuestion } from "../../../components/keywords/push-question.tsx";
import type { KeywordEntry } from "../../../lib/schema/keywords.ts";
import { noModel } from "../actions.ts";
import { control, has, pageText, pick, press, show, type } from "../page.ts";
import { keywordList, mention } from "../samples.ts";

const waits = (ms = 30) => act(() => new Promise((resolve) => setTimeout(resolve, ms)));
const unfold = () =>
  act(async () => {
    const details = document.querySelector("details");
    if (details) details.open = true;
    details?.dispatchEvent(new Event("toggle"));
    await new Promise((resolve) => setTimeout(resolve));
  });

test("the posts here and pasted ones are tried, each with its kind and route", async () => {
  const live = [keywordList];
  const edited = [{ ...keywordList, entries: [{ ...keywordList.entries[0], text: "halo" } as KeywordEntry] }];
  await show(<ManyBench edited={edited} live={live} mentions={[mention()]} scoring={noModel} />);
  await unfold();
  await press("On the posts of this device (1)");
  await waits();
  expect(pageText()).toContain("It finds 0 of 1 posts (0%).");
  expect(pageText()).toContain("No longer found: 1");
  await type("Or paste posts", "my halo is broken\nnothing\nhalo, how do I pair it?");
  await press("Try these posts");
  await waits();
  expect(pageText()).toContain("It finds 2 of 3 posts (67%).");
  expect(pageText()).toContain("Found only with the edits: 2");
  expect(pageText()).toContain("That is more than one post in five (67%).");
  expect(document.querySelector(".tried-posts .hint")?.textContent).toContain("of 100");
});

test("what holds no posts says so", async () => {
  await show(<ManyBench edited={[keywordList]} live={[keywordList]} mentions={[]} scoring={noModel} />);
  await unfold();
  expect(control("On the posts of this device").getAttribute("aria-disabled")).toBe("true");
  await type("Or paste posts", '{"other": 1}');
  await press("Try these posts");
  expect(pageText()).toContain("No posts could be read in it.");
});

test("the question names how many, in which language", async () => {
  const onSure = vi.fn();
  await show(<PushQuestion share={{ lang: "nb", found: 7, of: 12 }} onSure={onSure} onCancel={() => {}} />);
  expect(pageText()).toContain("7 of 12 ordinary posts");
  expect(pageText()).toContain("Norwegian");
  await press("Push all the same");
  expect(onSure).toHaveBeenCalledOnce();
});

const choose = (file: File) =>
  act(async () => {
    const input = document.querySelector<HTMLInputElement>("input[type=file]");
    if (input === null) throw new Error("no file field");
    Object.defineProperty(input, "files", { value: [file], configurable: true });
    input.dispatchEvent(new Event("change", { bubbles: true }));
    await new Promise((resolve) => setTimeout(resolve, 30));
  });

test("a file in another alphabet is shown before it is taken in, and can be read otherwise", async () => {
  const onEntries = vi.fn<(entries: KeywordEntry[]) => void>();
  await show(<FileTools name="list" entries={[]} onEntries={onEntries} newId={() => "new"} onSave={() => {}} />);
  const hebrew = Uint8Array.from([...new TextEncoder().encode("text\n"), 0xe0, 0xf7, 0xee, 0xe4, 10]);
  await choose(new File([hebrew], "list.csv"));
  expect(onEntries).not.toHaveBeenCalled();
  expect(pageText()).toContain("It looks like Hebrew (Windows-1255).");
  expect(document.querySelector("pre")?.textContent).toContain("אקמה");
  await pick("How the file is written", "windows-1251");
  expect(document.querySelector("pre")?.textContent).toContain("ачод");
  await pick("How the file is written", "windows-1255");
  await press("Take it in so");
  expect(onEntries.mock.calls[0]?.[0].map(({ text }) => text)).toEqual(["אקמה"]);
  expect(has("Take it in so")).toBe(false);
});
