import { expect, test, vi } from "vitest";
import { FindAnswer } from "../../../components/composer/find-answer.tsx";
import type { Suggestion } from "../../../lib/schema/messages.ts";
import { control, key, pageText, press, show, type } from "../page.ts";
import { suggestions } from "../samples.ts";

const found = suggestions.map((each, at): Suggestion => ({ ...each, title: `Title ${at}` }));

async function opened(onFind: (words: string) => Promise<readonly Suggestion[] | null> = async () => found) {
  const does = { onPick: vi.fn(), onClose: vi.fn() };
  await show(<FindAnswer onFind={onFind} {...does} />);
  return does;
}
const chosen = () => document.querySelector("[aria-selected=true]")?.id;

test("is worked by keys alone: words, arrows round and round, Enter", async () => {
  const { onPick } = await opened();
  const field = control<HTMLInputElement>("Find an answer");
  expect(document.activeElement).toBe(field);
  await type("Find an answer", "pair");
  expect(pageText()).toContain("3 answers");
  expect(field.getAttribute("aria-activedescendant")).toBe(chosen());
  await key("ArrowDown");
  expect(field.getAttribute("aria-activedescendant")).toBe(chosen());
  await key("Enter");
  expect(onPick).toHaveBeenLastCalledWith(found[1]);
  await key("ArrowUp");
  await key("ArrowUp");
  await key("Enter");
  expect(onPick).toHaveBeenLastCalledWith(found[2]);
});

test("goes back to the draft by Escape, which closes nothing else, and by its button", async () => {
  const { onClose } = await opened();
  const outside = vi.fn();
  document.addEventListener("keydown", outside);
  await key("Escape");
  document.removeEventListener("keydown", outside);
  expect(onClose).toHaveBeenCalledWith("");
  expect(outside).not.toHaveBeenCalled();
  await press("Back to your answer");
  expect(onClose).toHaveBeenCalledTimes(2);
});

test("pressed twice the key is a stroke; among words it is one of them", async () => {
  const { onClose } = await opened();
  await key("/");
  expect(onClose).toHaveBeenCalledWith("/");
  await type("Find an answer", "on");
  await key("/");
  expect(onClose).toHaveBeenCalledOnce();
});

test("says when nothing has the words, and shows nothing when it could not look", async () => {
  await opened(async (words) => (words === "none" ? [] : null));
  await type("Find an answer", "none");
  expect(pageText()).toContain("No answer on record has these words.");
  await key("Enter");
  await type("Find an answer", "away");
  expect(pageText()).not.toContain("No answer");
});

test("what was asked later is shown, whatever comes first", async () => {
  const answers: ((found: readonly Suggestion[]) => void)[] = [];
  await opened(() => new Promise((resolve) => answers.push(resolve)));
  await type("Find an answer", "p");
  await type("Find an answer", "pair");
  answers[1]?.(found.slice(0, 1));
  answers[0]?.(found);
  await key("Shift");
  expect(pageText()).toContain("1 answer");
  expect(document.querySelectorAll("[role=option]")).toHaveLength(1);
});
