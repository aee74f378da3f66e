import { readFileSync } from "node:fs";
import * as v from "valibot";
import { defaultTriageSettings } from "../lib/schema/triage-defaults.ts";
import { TriageSettings } from "../lib/schema/triage-settings.ts";
import { readTriageModel, type TriageModel } from "../lib/triage/model/asset.ts";
import { one, type Queryable } from "./store/statement.ts";
import { triageState } from "./store/triage-settings.ts";

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

/** Settings as they were stored; the usual ones when nothing was set, or nothing that can be read any more. */
export function readTriageSettings(stored: unknown): TriageSettings {
  const parsed = v.safeParse(TriageSettings, stored);
  return parsed.success ? parsed.output : defaultTriageSettings;
}

/** What a workspace says about triage. */
export async function triageSettingsOf(on: Queryable, workspaceId: string): Promise<TriageSettings> {
  return readTriageSettings((await one(on, triageState, workspaceId)).settings);
}
