import { once } from "node:events";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { errorSentence } from "../lib/schema/error-sentences.ts";
import { asFanswerError, FanswerError } from "../lib/schema/errors.ts";

/** Parses one JSON value of an unknown shape; throws `malformed`. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new FanswerError("malformed", "not JSON", { cause });
  }
}

/**
 * Answers every JSON line of `input` with one on `output`, in order, no faster than it is read. Empty lines are passed over. A bad line (`answer` throws)
 * is answered with `{line, error: {code, message}}`, `line` counted from 1, and the next ones go on. Resolves to the number of bad lines.
 */
export async function answerLines(input: Readable, output: Writable, answer: (value: unknown) => unknown): Promise<number> {
  let bad = 0;
  let line = 0;
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    line++;
    if (text.trim() === "") continue;
    let reply: unknown;
    try {
      reply = answer(parseJson(text));
    } catch (thrown) {
      const error = asFanswerError(thrown);
      reply = { line, error: { code: error.code, message: error.detail ?? errorSentence(error) } };
      bad++;
    }
    if (!output.write(`${JSON.stringify(reply)}\n`)) await once(output, "drain");
  }
  return bad;
}
