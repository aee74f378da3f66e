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

async function read(content: string) {
  const path = join(folder, "list.json");
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

test.each([
  ["{", "malformed", "not JSON"],
  ["3", "malformed", "Invalid type"],
  ['{"words": []}', "malformed", "entries"],
  ['["acme", 3]', "malformed", "entry 2"],
  ['[{"text": ""}]', "malformed", "entry 1: text"],
  ['["acme", "a.*"]', "keyword_invalid", 'entry 2, "a.*": expression'],
  ['[{"text": "delta", "mustNear": ["*"]}]', "keyword_invalid", 'entry 1, "*": star_alone'],
])("%s is refused: %s, %s", async (content, code, detail) => {
  await expect(read(content)).rejects.toMatchObject({ code, detail: expect.stringContaining(detail) });
});
