import { usualDanger } from "../schema/limits.ts";
import { dangers, type Hazard, isDanger } from "../schema/triage.ts";
import type { HazardOutput, Judgement } from "./model/judge.ts";
import type { ScoreFindings } from "./scores.ts";

/** What a post speaks of that must not wait, how surely somebody may come to harm, and the words that say so. */
export interface Found {
  readonly hazard: Hazard;
  readonly danger: number;
  readonly words: string[];
}

/** The model's own mark, of danger and of each kind: the heads are shifted so that hardly a calm post reaches it. */
const mark = 0.5;
/** What the word lists say counts from here on, beside a model that sees so much of any danger. Nobody says lightly that they want to die. */
const listed = 0.65;
const besideModel = { self_harm: 0.03, safety: 0.08, fraud: 0.2, violence: 0.25 } as const;
const sure = 0.88;
const besideSure = 0.06;
const leastAlone = 0.8;
/** Who speaks of a court, or of leaving, is rarer than the posts that the heads have learnt from. */
const surely = 0.75;

type Danger = (typeof dangers)[number];

const cues = ["self_harm", "violence", "safety", "fraud", "legal"] as const;

const isListed = (hazard: Hazard): hazard is (typeof cues)[number] => (cues as readonly Hazard[]).includes(hazard);

/** The words of the lists and of the model; these only where the lists know none. */
function wordsOf(hazard: Exclude<Hazard, "none">, scores: ScoreFindings, judgement: Judgement | null): string[] {
  const ruled = isListed(hazard) ? scores[hazard].words : [];
  if (ruled.length > 0 || judgement === null) return ruled;
  const own = judgement.telling(hazard);
  return own.length > 0 || !isDanger(hazard) ? own : judgement.telling("danger");
}

/** By the model, which has read few posts of each danger, and by lists of words, which have read none. `dangerFrom` is the workspace's threshold. */
export function hazardOf(scores: ScoreFindings, judgement: Judgement | null, dangerFrom: number = usualDanger.value): Found {
  const judged = judgement?.hazards ?? null;
  const of = (output: HazardOutput): number => judged?.[output] ?? 0;
  const danger = of("danger");
  const found = (hazard: Exclude<Hazard, "none">, value: number): Found => ({
    hazard,
    danger: isDanger(hazard) ? value : danger,
    words: wordsOf(hazard, scores, judgement),
  });
  const best = [...dangers].sort((a, b) => of(b) + scores[b].value - of(a) - scores[a].value)[0] ?? "safety";
  // A workspace may ask for more before it is disturbed, but not where somebody may die by their own hand.
  const isPast = (hazard: Danger, value: number) => value >= (hazard === "self_harm" ? Math.min(mark, dangerFrom) : dangerFrom);
  const [surest] = dangers.filter((hazard) => isPast(hazard, of(hazard))).sort((a, b) => of(b) - of(a));
  if (surest) return found(surest, Math.max(danger, of(surest)));
  if (isPast(best, danger)) return found(best, danger);
  const ruled = [...dangers].sort((a, b) => scores[b].value - scores[a].value)[0] ?? "safety";
  const said = scores[ruled].value;
  const least = said >= sure ? Math.min(besideSure, besideModel[ruled]) : besideModel[ruled];
  const isSaid = judged ? said >= listed && danger >= least : said >= leastAlone;
  if (isSaid && (said >= dangerFrom || ruled === "self_harm")) return found(ruled, Math.max(said, danger));
  if (of("legal") >= (scores.legal.value >= listed ? mark : surely)) return found("legal", danger);
  if (of("leaving") >= surely) return found("leaving", danger);
  return { hazard: "none", danger, words: [] };
}
