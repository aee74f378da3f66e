import { usualDanger } from "./limits.ts";
import type { TriageSettings } from "./triage-settings.ts";

/** What a workspace begins with; apart from the validators, which the popup need not carry. */
export const defaultTriageSettings: TriageSettings = {
  version: 0,
  thresholds: {
    anger: { value: 0.6, least: 0.45, most: 0.8 },
    threat: { value: 0.5, least: 0.4, most: 0.7 },
    technical: { value: 0.6, least: 0.45, most: 0.8 },
    danger: usualDanger,
  },
  refit: true,
  weights: {
    threat: 0.7,
    urgency: 0.6,
    anger: 0.5,
    complaint: 0.4,
    question: 0.3,
    request: 0.3,
    praise: 0,
    sentiment: 0.2,
    technical: 0.2,
    reach: 0.3,
    age: 0.2,
  },
  patienceMinutes: 120,
  words: { urgency: [], technical: [], anger: [] },
  selfHarmNote: "",
};
