import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { learnAmbiguity } from "./ambiguity/report.ts";
import { runScript } from "./run.ts";

const usage = `npm run -s learn:ambiguity -- --data DIR [--seed N]
Learns from the labelled sets in DIR what tells a company from an ordinary word, measures it on names left out, and writes
assets/detect/ambiguity.json and assets/detect/everyday.json. The sets are not part of the project; without them nothing is changed.`;

await runScript(async () => {
  const { values } = parseArgs({
    options: { data: { type: "string" }, seed: { type: "string", default: "1" }, help: { type: "boolean" } },
  });
  if (values.help || values.data === undefined) {
    console.error(usage);
    return values.help ? 0 : 2;
  }
  const { table, everyday, lines } = learnAmbiguity(values.data, Number(values.seed));
  writeFileSync("assets/detect/everyday.json", `${JSON.stringify(everyday, null, 2)}\n`);
  writeFileSync("assets/detect/ambiguity.json", `${JSON.stringify(table, null, 2)}\n`);
  console.log(lines.join("\n"));
  return 0;
});
