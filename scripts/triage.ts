import { stdin, stdout } from "node:process";
import { parseArgs } from "node:util";
import { defaultTriageSettings } from "../lib/schema/triage-defaults.ts";
import { placesOf } from "../lib/triage/names.ts";
import { triage } from "../lib/triage/triage.ts";
import { answerLines } from "./json-lines.ts";
import { readPostLine } from "./post-line.ts";
import { runScript } from "./run.ts";
import { modelFromFile } from "./triage-model/asset-file.ts";

const usage = `npm run -s triage < POSTS > SCORES
Posts as JSON lines {"id","text","lang"?,"counts"?,"verified"?,"followers"?,"postedAt"?,"names"?} in, {"id", ...scores} out; a bad line gives {"line","error"} and, at
the end, exit code 1.`;

await runScript(async () => {
  const { values } = parseArgs({ options: { help: { type: "boolean" } } });
  if (values.help) {
    console.error(usage);
    return 0;
  }
  const nowMs = Date.now();
  const model = modelFromFile();
  const bad = await answerLines(stdin, stdout, (value) => {
    const { id, names = [], ...line } = readPostLine(value);
    const post = { ...line, names: placesOf(line.text, names) };
    return { id, ...triage(post, nowMs, defaultTriageSettings, model) };
  });
  return bad > 0 ? 1 : 0;
});
