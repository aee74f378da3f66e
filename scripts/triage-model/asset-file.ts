import { readFileSync } from "node:fs";
import { readTriageModel, type TriageModel } from "../../lib/triage/model/asset.ts";

/** The asset that ships. */
export const modelUrl = new URL("../../assets/public/triage/model.bin", import.meta.url);

/** The model of a file; throws when it cannot be read. */
export function modelFromFile(file: string | URL = modelUrl): TriageModel {
  return readTriageModel(readFileSync(file));
}
