import * as v from "valibot";
import { defaultTriageSettings } from "../lib/schema/triage-defaults.ts";
import { TriageSettings } from "../lib/schema/triage-settings.ts";
import { type Connection, one } from "./store/statement.ts";
import { triageState } from "./store/triage-settings.ts";

/** Settings as they were stored; the usual ones when nothing was set, or nothing that can be read any more. */
export function readTriageSettings(stored: unknown): TriageSettings {
  const parsed = v.safeParse(TriageSettings, stored);
  return parsed.success ? parsed.output : defaultTriageSettings;
}

/** What a workspace says about triage. */
export async function triageSettingsOf(on: Connection, workspaceId: string): Promise<TriageSettings> {
  return readTriageSettings((await one(on, triageState, workspaceId)).settings);
}
