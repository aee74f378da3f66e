import { stdin, stdout } from "node:process";
import { parseArgs } from "node:util";
import { compileMatcher } from "../lib/detect/compile.ts";
import { answerLines } from "./json-lines.ts";
import { readKeywordFile } from "./keyword-file.ts";
import { readPostLine } from "./post-line.ts";
import { run } from "./run.ts";

const usage = `npm run -s match -- --keywords LIST.json < POSTS > HITS
Posts as JSON lines {"id","text","lang"?} in, {"id","hits"} out; a bad line gives {"line","error"} and, at the end, exit code 1.
LIST.json: a keyword list, {"entries": [...]}, or an array of entries or texts.`;

await run(async () => {
  const { values } = parseArgs({ options: { keywords: { type: "string" }, help: { type: "boolean" } } });
  if (values.help || values.keywords === undefined) {
    console.error(usage);
    return values.help ? 0 : 2;
  }
  const matcher = compileMatcher([await readKeywordFile(values.keywords)]);
  const bad = await answerLines(stdin, stdout, (value) => {
    const { id, text, lang } = readPostLine(value);
    return { id, hits: matcher.match(text, lang) };
  });
  return bad > 0 ? 1 : 0;
});
