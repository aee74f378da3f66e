import { parseArgs } from "node:util";
import { defaultTriageSettings } from "../lib/schema/triage-defaults.ts";
import type { Span } from "../lib/triage/names.ts";
import { triage } from "../lib/triage/triage.ts";
import { runScript } from "./run.ts";
import { modelFromFile } from "./triage-model/asset-file.ts";
import { behaviourTable } from "./triage-model/behaviour.ts";
import { careTable } from "./triage-model/care.ts";
import { openData } from "./triage-model/data.ts";
import { measure } from "./triage-model/measure.ts";
import { routeTable } from "./triage-model/routes.ts";
import { splitOf } from "./triage-model/split.ts";
import { tasks } from "./triage-model/tasks.ts";

const usage = `npm run eval -- --data DIR [--side test|dev|all] [--only WORD] [--model FILE] [--rules]
npm run eval -- --behaviour [--model FILE]
Measures triage on a folder of labelled posts and prints a table with 95 % intervals. Posts of the side "test" were never learnt from nor
looked at; "all" is for folders of other posts. With --rules the word lists score
alone. --behaviour prints how many posts of the tables in scripts/triage-model/behaviour are read as a reader would.`;
const unseen = { replies: null, reposts: null, likes: null, views: null };

await runScript(async () => {
  const { values } = parseArgs({
    options: {
      help: { type: "boolean" },
      data: { type: "string" },
      side: { type: "string", default: "test" },
      only: { type: "string", default: "" },
      model: { type: "string" },
      rules: { type: "boolean" },
      behaviour: { type: "boolean" },
    },
  });
  if (values.help) {
    console.error(usage);
    return 0;
  }
  const model = values.rules ? null : modelFromFile(values.model);
  const score = (text: string, names: readonly Span[] = []) =>
    triage({ text, lang: null, counts: unseen, verified: null, postedAt: null, names }, 0, defaultTriageSettings, model);
  if (values.behaviour) {
    console.log(behaviourTable(score).join("\n"));
    return 0;
  }
  const data = openData(values.data);
  for (const task of tasks) {
    if (task.name.includes(values.only)) console.log(measure(data, task, values.side, score));
  }
  if (values.only === "") {
    const isIn = (text: string) => values.side === "all" || splitOf(text) === values.side;
    console.log(`\n${routeTable(data, isIn, score).join("\n")}`);
    console.log(`\n${careTable(isIn, score).join("\n")}`);
  }
  return 0;
});
