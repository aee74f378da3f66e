import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { foldOf } from "../lib/triage/model/features.ts";
import { runScript } from "./run.ts";
import { modelUrl } from "./triage-model/asset-file.ts";
import { openData } from "./triage-model/data.ts";
import { families } from "./triage-model/families.ts";
import { learnFamily } from "./triage-model/family.ts";
import { hanPairs } from "./triage-model/han-fold.ts";
import { showEstimate } from "./triage-model/measure.ts";
import { packModel } from "./triage-model/pack.ts";
import { unseenSectors } from "./triage-model/sectors.ts";

const usage = `npm run train -- --data DIR [--out FILE]
Learns the triage model from a folder of labelled posts and writes the asset that ships. The same posts give the same bytes.`;

await runScript(async () => {
  const { values } = parseArgs({ options: { help: { type: "boolean" }, data: { type: "string" }, out: { type: "string" } } });
  if (values.help) {
    console.error(usage);
    return 0;
  }
  const data = openData(values.data);
  const out = values.out ?? modelUrl.pathname;
  const fold = hanPairs();
  const learnt = families.map((family) => {
    console.error(`learning ${family.name}`);
    return learnFamily(family, data, family.name === "zh" ? foldOf(fold) : new Map());
  });
  const asset = packModel(learnt, fold);
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, asset);
  console.log(`${out}: ${asset.length} bytes, ${gzipSync(asset, { level: 9 }).length} compressed`);
  for (const family of learnt) {
    const sectors = unseenSectors(family);
    if (sectors) console.log(`complaint or not, sectors never seen: macro-F1 ${showEstimate(sectors)}`);
  }
  return 0;
});
