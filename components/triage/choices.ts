import type { OverruleField, OverruleValue } from "../../lib/schema/overrule.ts";
import { hazards, postKinds, routes } from "../../lib/schema/triage.ts";

const share = [0, 0.3, 1];
const languages = ["en", "id", "he", "zh", "nb", "vi", "ar", "de", "es", "fr", "hi", "it", "pt"];

/** What a person can say of a field at a press. */
export const choices: Readonly<Record<OverruleField, readonly OverruleValue[]>> = {
  anger: share,
  urgency: share,
  technical: share,
  complaint: share,
  sentiment: [-0.7, 0, 0.7],
  kind: postKinds,
  hazard: hazards,
  route: routes,
  reach: [0, 1, 2, 3, 4],
  priority: [10, 50, 95],
  lang: languages,
};
