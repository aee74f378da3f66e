import { stdin, stdout } from "node:process";
import { parseArgs } from "node:util";
import { createJudge } from "../lib/detect/ambiguity/judge.ts";
import { compileMatcher } from "../lib/detect/exact/compile.ts";
import { answerLines } from "./json-lines.ts";
import { readKeywordFile } from "./keyword-file.ts";
import { readPostLine } from "./post-line.ts";
import { runScript } from "./run.ts";

const usage = `npm run -s match -- --keywords LIST.json < POSTS > HITS
Posts as JSON lines {"id","text","lang"?,"author"?} in, {"id","hits"} out; a bad line gives {"line","error"} and, at the end, exit code 1.
LIST.json: a keyword list, {"entries": [...]}, or an array of entries or texts; or LIST.csv. docs/keyword-lists.md says what an entry may hold.
Hits are judged as in the extension, also those of entries marked ambiguous.`;

await runScript(async () => {
  const { values } = parseArgs({ options: { keywords: { type: "string" }, help: { type: "boolean" } } });
  if (values.help || values.keywords === undefined) {
    console.error(usage);
    return values.help ? 0 : 2;
  }
  const lists = [await readKeywordFile(values.keywords)];
  const matcher = compileMatcher(lists, createJudge(lists));
  const bad = await answerLines(stdin, stdout, (value) => {
    const { id, text, lang, author } = readPostLine(value);
    return { id, hits: matcher.match(text, lang, { author }) };
  });
  return bad > 0 ? 1 : 0;
});
