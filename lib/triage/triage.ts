import { maxPostText } from "../schema/post.ts";
import type { PostKind, Triage } from "../schema/triage.ts";
import { defaultTriageSettings } from "../schema/triage-defaults.ts";
import type { TriageSettings } from "../schema/triage-settings.ts";
import { answerabilityOf } from "./answerability.ts";
import { findCues, tablesFor } from "./cues.ts";
import { hazardOf } from "./hazard.ts";
import { ironyIn } from "./irony.ts";
import { certaintyOf, judgedLabel, judgedMood, judgedScores, provenMood, relieved, tempered } from "./judged.ts";
import { languageOf } from "./language.ts";
import type { TriageModel } from "./model/asset.ts";
import { Features, readPieces } from "./model/features.ts";
import { familyFor, judge } from "./model/judge.ts";
import { type Mood, moodOf } from "./mood.ts";
import { maskNames, type Span } from "./names.ts";
import { ownScores } from "./own-words.ts";
import { minutesSince, moodMark, priorityOf, waitShare } from "./priority.ts";
import { raised } from "./raise.ts";
import { reachBucket, readersOf, type ShownReach } from "./reach.ts";
import { reasonsOf } from "./reasons.ts";
import { routeOf } from "./route.ts";
import { type ScoreFindings, scoresOf } from "./scores.ts";
import { tableOf } from "./tables.ts";
import { readTokens } from "./tokens.ts";

export interface TriageInput extends ShownReach {
  readonly text: string;
  /** BCP-47, as the site declares it. */
  readonly lang: string | null;
  readonly postedAt: string | null;
  /** Where the brand's name stands in the text: it is no word of the post. */
  readonly names?: readonly Span[] | undefined;
}

/** Who is in danger, angry, or leaves is not left without an answer for a doubt. */
const leastHeard = 0.5;
const kindMark = 0.45;
const angryMark = 0.6;
const askMark = 0.5;

const round = (value: number): number => Math.round(value * 100) / 100;

/** "Neutral" needs a reason too: a language whose words we know. */
function moodLabel({ value, known }: Mood, isScored: boolean): Triage["sentimentLabel"] {
  if (!known) return isScored ? "neutral" : "unknown";
  return value > moodMark ? "positive" : value < -moodMark ? "negative" : "neutral";
}

/**
 * The kind with the highest score; among equals the one that must not be overlooked. Where the model reads what is asked, a question or a request
 * stays one however much it complains: it is what has to be answered.
 */
function kindOf(scores: ScoreFindings, readsAsks: boolean, threatMark: number): PostKind {
  if (round(scores.threat.value) >= threatMark) return "threat";
  const ask = scores.request.value >= scores.question.value ? "request" : "question";
  if (readsAsks && scores[ask].value >= askMark) return ask;
  const kinds = ["complaint", "request", "question", "praise"] as const;
  const best = kinds.reduce((a, b) => (scores[b].value > scores[a].value ? b : a));
  if (scores[best].value >= kindMark) return best;
  // Who is angry complains, in whatever words.
  return scores.anger.value >= angryMark ? "complaint" : "other";
}

/** Used again for every post. */
const pieces = new Features();

/**
 * Scores a post, as seen at `atMs` (epoch ms). Pure, the same on device and server; never throws. Without a model word lists alone score, and a
 * reason says so.
 */
export function triage(
  post: TriageInput,
  atMs: number,
  settings: TriageSettings = defaultTriageSettings,
  model: TriageModel | null = null,
): Triage {
  const text = maskNames(post.text.slice(0, maxPostText), post.names ?? []);
  const tokens = readTokens(text);
  const spoken = tokens.filter(({ kind }) => kind !== "silent");
  readPieces(tokens, pieces);
  const lang = languageOf(text, spoken, post.lang, model, pieces);
  const tables = tablesFor(lang);
  const cues = findCues(spoken, tables);
  const ruled = moodOf(spoken, cues, tables);
  const ruledScores = scoresOf(text, spoken, cues, tables, ruled);
  const family = model && familyFor(model, lang);
  const judged = family && judge(family, { lang, tokens, tables, mood: ruled, scores: ruledScores, pieces, fold: model.fold });
  const irony = ironyIn(text);
  const judgement =
    judged &&
    relieved(provenMood(tempered(judged, ruledScores, ruled, spoken.length), ruled, spoken.length), ruledScores, ruled, irony.length > 0);
  const mood = judgement ? judgedMood(ruled, judgement) : ruled;
  const waitingMinutes = minutesSince(post.postedAt, atMs);
  const read = judgement ? judgedScores(ruledScores, ruled, mood, judgement) : ruledScores;
  const scores = raised(read, ownScores(spoken, settings.words, tables), ruledScores.anger.value, waitShare(waitingMinutes));
  const found = hazardOf(scores, judgement, settings.thresholds.danger.value);
  const answerability = answerabilityOf(scores, judgement);
  const kind = kindOf(scores, judgement !== null && judgement.question !== null, settings.thresholds.threat.value);
  const readers = readersOf(post);
  const rated = {
    kind,
    sentiment: round(mood.value),
    anger: round(scores.anger.value),
    urgency: round(scores.urgency.value),
    technical: round(scores.technical.value),
    complaint: round(scores.complaint.value),
    threat: round(scores.threat.value),
    reach: reachBucket(readers),
    ...{ hazard: found.hazard, danger: round(found.danger) },
  };
  const route = routeOf(rated, settings);
  const isHeard = found.hazard !== "none" || route === "first_line";
  const sentimentLabel = judgement ? judgedLabel(judgement) : moodLabel(mood, tableOf(lang) !== null);
  const waits = round(isHeard ? Math.max(leastHeard, answerability.value) : answerability.value);
  return {
    lang,
    ...rated,
    answerability: waits,
    sentimentLabel,
    priority: priorityOf({ ...rated, answerability: waits }, waitingMinutes, settings.weights),
    route,
    reasons: reasonsOf({
      ...{ kind, mood, label: sentimentLabel, scores, readers, waitingMinutes, found, answerability },
      replies: post.counts.replies,
      isKnown: judgement !== null || tableOf(lang) !== null,
      isRulesOnly: model === null,
      certainty: certaintyOf(ruled, judgement, irony.length > 0),
      irony,
    }),
  };
}
