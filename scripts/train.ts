import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { readTriageModel } from "../lib/triage/model/asset.ts";
import { foldOf } from "../lib/triage/model/features.ts";
import { runScript } from "./run.ts";
import { modelUrl } from "./triage-model/asset-file.ts";
import { openData } from "./triage-model/data.ts";
import { families } from "./triage-model/families.ts";
import { learnFamily } from "./triage-model/family.ts";
import { hanPairs } from "./triage-model/han-fold.ts";
import { showEstimate } from "./triage-model/measure.ts";
import { packModel } from "./triage-model/pack.ts";
import type { FamilyRecipe } from "./triage-model/recipe.ts";
import { relearn, renewModel } from "./triage-model/renew.ts";
import { unseenSectors } from "./triage-model/sectors.ts";

const usage = `npm run train -- --data DIR [--out FILE] [--only HEAD,HEAD] [--sectors]
Learns the triage model from a folder of labelled posts and writes the asset that ships. The same posts give the same bytes.
--only learns these heads anew and leaves all others as they are in the asset that ships. --sectors also tells how complaints are read in
sectors never seen, by learning that head once for each.`;

await runScript(async () => {
  const { values } = parseArgs({
    options: {
      help: { type: "boolean" },
      data: { type: "string" },
      out: { type: "string" },
      only: { type: "string" },
      sectors: { type: "boolean" },
    },
  });
  if (values.help) {
    console.error(usage);
    return 0;
  }
  const data = openData(values.data);
  const out = values.out ?? modelUrl.pathname;
  const fold = hanPairs();
  const foldFor = ({ name }: FamilyRecipe) => (name === "zh" ? foldOf(fold) : new Map());
  const only = new Set(values.only?.split(",") ?? []);
  const old = readFileSync(modelUrl);
  const model = readTriageModel(old);
  const concerned = families.filter(({ heads }) => only.size === 0 || heads.some(({ name }) => only.has(name)));
  const learnt = concerned.map((family) => {
    console.error(`learning ${family.name}`);
    const known = only.size > 0 ? model.family(family.name) : null;
    return known ? relearn(family, only, known, data, foldFor(family)) : learnFamily(family, data, foldFor(family));
  });
  const asset = only.size > 0 ? renewModel(old, new Map(learnt.map((family) => [family.recipe.name, family]))) : packModel(learnt, fold);
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, asset);
  console.log(`${out}: ${asset.length} bytes, ${gzipSync(asset, { level: 9 }).length} compressed`);
  for (const family of learnt) {
    const sectors = values.sectors ? unseenSectors(family) : null;
    if (sectors) console.log(`complaint or not, sectors never seen: macro-F1 ${showEstimate(sectors)}`);
  }
  return 0;
});
