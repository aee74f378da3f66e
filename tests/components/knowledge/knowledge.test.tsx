import { act } from "preact/test-utils";
import { describe, expect, test, vi } from "vitest";
import { ImportItems } from "../../../components/knowledge/import-items.tsx";
import { ItemForm } from "../../../components/knowledge/item-form.tsx";
import { Knowledge } from "../../../components/knowledge/knowledge.tsx";
import { FanswerError } from "../../../lib/schema/errors.ts";
import type { KnowledgeItem } from "../../../lib/schema/workspace.ts";
import { control, has, pageText, pick, press, show, type } from "../page.ts";
import { knowledgeItems } from "../samples.ts";

const [pairing] = knowledgeItems;
if (!pairing) throw new Error("an item");

const page = async (parts = {}, items: readonly KnowledgeItem[] = knowledgeItems) => {
  const actions = {
    saveItems: vi.fn(async () => {}),
    removeItem: vi.fn(async () => {}),
    save: vi.fn(),
    readItemFigures: async () => [],
    readUnassisted: async () => [],
    proposals: { list: async () => [], accept: async () => {}, decline: async () => {} },
    newId: () => "0b6f3f5e-6a51-4b5a-9c5e-0f4f6e1f7a10",
    ...parts,
  };
  await show(<Knowledge items={items} actions={actions} />);
  return actions;
};

describe("the answers on record", () => {
  test("are found by title, answer and topics", async () => {
    await page();
    await type("Find an answer", "FIRMWARE");
    expect(document.querySelectorAll("li")).toHaveLength(1);
    await type("Find an answer", "zeppelin");
    expect(pageText()).toContain("No answer has this in it.");
  });

  test("say how often they were used and whose they are, and are sorted by it", async () => {
    const [, second] = knowledgeItems;
    const figures = [{ id: second?.id ?? "", owner: { id: "m-linh", name: "Linh" }, used: 3, liked: 1 }];
    await page({ readItemFigures: async () => figures });
    expect(pageText()).toContain("used 3 times · liked once");
    await pick("In which order", "used");
    const first = document.querySelector("li .strong")?.textContent ?? "";
    expect(first).toBe(second?.title);
    await press(first);
    expect(pageText()).toContain("Its owner is Linh.");
  });

  test("say until when they hold, and that one whose day is over is offered no more", async () => {
    const [first, second] = knowledgeItems;
    if (!first || !second) throw new Error("two items");
    const { saveItems } = await page({}, [
      { ...first, validUntil: "2999-05-01" },
      { ...second, validUntil: "2020-05-01" },
    ]);
    expect(pageText()).toContain("until May 1, 2999");
    expect(pageText()).toContain("offered no more since May 1, 2020");
    await press(first.title);
    await type("Valid until", "");
    await press("Save");
    expect(saveItems).toHaveBeenCalledWith([expect.objectContaining({ id: first.id, validUntil: null })]);
  });

  test("one opens, is removed, and comes back", async () => {
    const { removeItem, saveItems } = await page();
    await press("Pairing after an update");
    await press("Remove");
    expect(removeItem).toHaveBeenCalledWith("k-1");
    expect(pageText()).toContain("Removed: Pairing after an update.");
    expect(has("Cancel")).toBe(false);
    await press("Undo");
    expect(saveItems).toHaveBeenCalledWith([pairing]);
  });

  test("that could not be saved stays open with why", async () => {
    await page({ saveItems: async () => Promise.reject(new FanswerError("server_unreachable")) });
    await press("Pairing after an update");
    await press("Save");
    expect(document.querySelector("[data-tone=danger]")?.textContent).not.toBe("");
    expect(has("Cancel")).toBe(true);
  });

  test("a new one is in the language of those there are", async () => {
    const { saveItems } = await page({}, knowledgeItems.slice(2));
    await press("Add an answer");
    await type("What it is about", "Case");
    await type("Answer", "Close it.");
    await press("Save");
    expect(saveItems).toHaveBeenCalledWith([expect.objectContaining({ title: "Case", answer: "Close it.", lang: "he", link: null })]);
  });
});

describe("an answer's form", () => {
  const form = (item = pairing) => {
    const onSave = vi.fn();
    return show(<ItemForm item={item} busy={false} onSave={onSave} onCancel={() => {}} />).then(() => onSave);
  };

  test("says what is missing only once it was tried to save it", async () => {
    const onSave = await form({ ...pairing, title: "" });
    expect(pageText()).not.toContain("Give it a title, an answer and a language.");
    await press("Save");
    expect(onSave).not.toHaveBeenCalled();
    expect(pageText()).toContain("Give it a title, an answer and a language.");
  });

  test("says at the link that it is none", async () => {
    const onSave = await form();
    await type("Link", "help.acme");
    await press("Save");
    expect(pageText()).toContain("A link begins with https://");
    await type("Link", "");
    await press("Save");
    expect(onSave).toHaveBeenCalledWith(expect.objectContaining({ link: null }));
  });

  test("reads topics with commas between them, and whether it answers praise", async () => {
    const onSave = await form();
    await type("Words that lead to it", "pairing,  blinks ");
    await press("It answers praise");
    await press("Save");
    expect(onSave).toHaveBeenCalledWith(expect.objectContaining({ topics: ["pairing", "blinks"], kinds: ["praise"] }));
    expect(control("What it is about").getAttribute("aria-invalid")).toBeNull();
  });
});

describe("answers from a file", () => {
  const importing = async (onItems = vi.fn(async () => true)) => {
    let count = 0;
    await show(<ImportItems items={[]} lang="en" newId={() => `i-${++count}`} onItems={onItems} onSave={() => {}} />);
    return onItems;
  };
  const choose = (name: string, text: string) => {
    const input = document.querySelector("input[type=file]");
    Object.defineProperty(input, "files", { value: [new File([text], name)], configurable: true });
    return act(async () => {
      input?.dispatchEvent(new Event("change", { bubbles: true }));
      await new Promise((resolve) => setTimeout(resolve, 20));
    });
  };

  test("go in, and rows that cannot be used are listed with their line and reason", async () => {
    const onItems = await importing();
    await choose("a.csv", "title,answer\nPairing,Hold it\n,No title\n");
    expect(onItems).toHaveBeenCalledWith([expect.objectContaining({ title: "Pairing", answer: "Hold it", lang: "en" })]);
    expect(pageText()).toContain("1 answer taken in.");
    expect(pageText()).toContain("1 row was left out.");
    expect(document.querySelector("tbody td")?.textContent).toBe("3");
    expect(pageText()).toContain("It needs a title");
  });

  test("that the server did not take are not said to be in", async () => {
    await importing(vi.fn(async () => false));
    await choose("a.csv", "title,answer\nPairing,Hold it\n");
    expect(pageText()).toContain("0 answers taken in.");
  });

  test("that cannot be read are said so", async () => {
    const onItems = await importing();
    await choose("a.json", "{no");
    expect(onItems).not.toHaveBeenCalled();
    expect(pageText()).toContain("No answers could be read in this file.");
  });
});
