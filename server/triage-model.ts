import { readFileSync } from "node:fs";
import { readTriageModel, type TriageModel } from "../lib/triage/model/asset.ts";

const file = new URL("../assets/public/triage/model.bin", import.meta.url);
let model: TriageModel | null | undefined;

/** The triage model, read on first use. Null when it is missing or damaged: then word lists alone score, and the reasons say so. */
export function triageModel(): TriageModel | null {
  if (model === undefined) model = open();
  return model;
}

function open(): TriageModel | null {
  try {
    return readTriageModel(readFileSync(file));
  } catch {
    return null;
  }
}
