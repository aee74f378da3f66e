import type { Post } from "../schema/post.ts";
import type { Triage } from "../schema/triage.ts";
import { defaultTriageSettings, type TriageSettings } from "./settings.ts";

export interface TriageInput {
  readonly text: string;
  /** BCP-47, as the site declares it. */
  readonly lang: string | null;
  readonly counts: Post["counts"];
  readonly verified: boolean | null;
  readonly postedAt: string | null;
}

/** Scores a post, as seen at `atMs` (epoch ms). Pure; never throws. */
export function triage(_post: TriageInput, _atMs: number, _settings: TriageSettings = defaultTriageSettings): Triage {
  return {
    lang: "unknown",
    sentiment: 0,
    sentimentLabel: "unknown",
    anger: 0,
    urgency: 0,
    technical: 0,
    complaint: 0,
    kind: "other",
    reach: 0,
    priority: 0,
    route: "community",
    reasons: [],
  };
}
