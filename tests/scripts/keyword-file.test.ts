import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readKeywordFile } from "../../scripts/keyword-file.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "keywords-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(content: string, name = "list.json") {
  const path = join(folder, name);
  await writeFile(path, content);
  return readKeywordFile(path);
}

test("texts, entries, and lists of either are read; what is left out is defaulted", async () => {
  const { entries } = await read('["acme", {"text": "delta", "mustNear": ["flight"]}]');
  expect(entries).toEqual([
    { id: "1", text: "acme", label: null, mustNear: [], mustNotNear: [] },
    { id: "2", text: "delta", label: null, mustNear: ["flight"], mustNotNear: [] },
  ]);
  expect((await read('{"entries": ["acme"]}')).entries).toEqual(entries.slice(0, 1));
  expect((await read('{"id":"l","name":"L","version":3,"entries":[{"id":"x","text":"acme"}]}')).entries[0]?.id).toBe("x");
});

test("all that an entry may say is read, from CSV too", async () => {
  const { entries } = await read("text,ambiguous,languages\ndelta,yes,en|nb\n", "list.csv");
  expect(entries).toEqual([
    { id: "2", text: "delta", label: null, mustNear: [], mustNotNear: [], ambiguous: true, languages: ["en", "nb"] },
  ]);
  expect((await read(JSON.stringify(entries))).entries).toEqual(entries);
});

test.each([
  ["{", "malformed", "not JSON"],
  ["3", "malformed", "no list of entries"],
  ['{"words": []}', "malformed", "no list of entries"],
  ['[{"id": "a", "text": "acme"}, {"id": "a", "text": "orbit"}]', "malformed", 'the id "a"'],
  ['["acme", 3]', "keyword_invalid", "line 2"],
  ['[{"text": ""}]', "keyword_invalid", 'line 1, text "": Write a keyword'],
  ['["acme", "a.*"]', "keyword_invalid", 'line 2, text "a.*": Expressions are not used here. Write one word or phrase per line'],
  ['[{"text": "delta", "mustNear": ["*"]}]', "keyword_invalid", 'line 1, mustNear "*": Write a beginning before the *.'],
])("%s is refused: %s, %s", async (content, code, detail) => {
  await expect(read(content)).rejects.toMatchObject({ code, detail: expect.stringContaining(detail) });
});
