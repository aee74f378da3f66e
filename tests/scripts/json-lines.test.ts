import { Readable, Writable } from "node:stream";
import { expect, test } from "vitest";
import { answerLines } from "../../scripts/json-lines.ts";
import { readPostLine } from "../../scripts/post-line.ts";

/** Runs lines through `answer`; a reader so slow that every write must wait for it. */
async function run(lines: string, answer: (value: unknown) => unknown): Promise<{ bad: number; replies: unknown[] }> {
  const replies: unknown[] = [];
  const output = new Writable({
    highWaterMark: 1,
    write(chunk, _encoding, done) {
      replies.push(JSON.parse(String(chunk)));
      setImmediate(done);
    },
  });
  const bad = await answerLines(Readable.from([lines]), output, answer);
  return { bad, replies };
}

test("one reply per line, in order, empty lines passed over, also for a slow reader", async () => {
  const lines = Array.from({ length: 200 }, (_, index) => `${index}\r\n\n`).join("");
  const { bad, replies } = await run(lines, (value) => ({ value }));
  expect(bad).toBe(0);
  expect(replies).toEqual(Array.from({ length: 200 }, (_, value) => ({ value })));
});

test("a bad line is answered with its number and what is wrong, and the next ones go on", async () => {
  const lines = '{"id":1,"text":"a"}\nnope\n\n{"id":2}\n{"id":3,"text":"b","counts":{"likes":-1}}\n{"id":4,"text":"c"}';
  const { bad, replies } = await run(lines, (value) => readPostLine(value).id);
  expect(bad).toBe(3);
  expect(replies).toEqual([
    1,
    { line: 2, error: { code: "malformed", message: "not JSON" } },
    { line: 4, error: { code: "malformed", message: expect.stringMatching(/^text: /) } },
    { line: 5, error: { code: "malformed", message: expect.stringMatching(/^counts\.likes: /) } },
    4,
  ]);
});

test("what a post line leaves out is unknown", () => {
  expect(readPostLine({ id: "1", text: "", counts: { likes: 3 } })).toEqual({
    id: "1",
    text: "",
    lang: null,
    author: null,
    counts: { replies: null, reposts: null, likes: 3, views: null },
    verified: null,
    postedAt: null,
  });
});
