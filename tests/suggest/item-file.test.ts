import { describe, expect, it } from "vitest";
import type { KnowledgeItem } from "../../lib/schema/workspace.ts";
import { itemsFromFile, itemsToCsv } from "../../lib/suggest/item-file.ts";

const read = (text: string) => itemsFromFile(text, "nb", (line) => `line-${line}`);
const item: KnowledgeItem = {
  ...{ id: "pairing", lang: "en", title: "Pairing, again", topics: ["pair", "connect"], answer: "Hold it.\nThen wait." },
  ...{ link: "https://acme.example/pairing", kinds: ["question"] },
};

describe("knowledge in a file", () => {
  it("comes back as it went", () => {
    expect(read(itemsToCsv([item]))).toEqual({ items: [item], bad: [] });
  });

  it("gets an id by its line and the interface's language where it has none", () => {
    expect(read("title,answer\nReset,Press it.\n").items).toEqual([
      { id: "line-2", lang: "nb", title: "Reset", topics: [], answer: "Press it.", link: null },
    ]);
  });

  it("may be JSON, under its key or alone", () => {
    const row = { title: "Reset", answer: "Press it." };
    expect(read(JSON.stringify({ items: [row] })).items).toHaveLength(1);
    expect(read(JSON.stringify([row])).items[0]?.id).toBe("line-1");
  });

  it("tells which rows cannot be read, and why", () => {
    const rows = ["id,title,answer,link,secret", "1,Reset,Press it.,,x", "1,Again,Press it.,,", "2,No answer,,,", "3,Link,Press.,ftp://x,"];
    expect(read(rows.join("\n"))).toEqual({
      items: [expect.objectContaining({ id: "1", title: "Reset" })],
      bad: [
        { line: 3, title: "Again", problem: "duplicate" },
        { line: 4, title: "No answer", problem: "answer" },
        { line: 5, title: "Link", problem: "link" },
      ],
    });
    expect(read("[5]").bad).toEqual([{ line: 1, title: "", problem: "title" }]);
    expect(read('title,answer\nReset,"open').bad).toEqual([{ line: 2, title: "Reset", problem: "quotes" }]);
  });

  it.each(["name,answer\nx,y", "{}", "{"])("is none in %j", (text) => {
    expect(() => read(text)).toThrow(expect.objectContaining({ code: "malformed" }));
  });
});
