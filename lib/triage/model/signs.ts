import type { Mood } from "../mood.ts";
import type { ScoreFindings } from "../scores.ts";
import type { Token } from "../tokens.ts";
import { hazardCues } from "../words/table.ts";

/** What is seen of a post apart from its words. The order is part of the asset. */
const signNames = [
  ...["always", "mood", "goodMood", "moodKnown", "good", "bad"],
  ...["anger", "complaint", "question", "request", "threat", "praise", "technical", "urgency"],
  ...["loud", "long", "link", "handle", "handleFirst", "length", "emoji", "exclaims", "asks", "endsAsking"],
  ...["helpDesk", "tags", "numbers", "safety", "self_harm", "violence", "fraud", "legal", "noise", "relief"],
  ...["listGood", "listBad", "listBest", "listWorst", "negative", "positive", "offence", "rage"],
] as const;
export type SignName = (typeof signNames)[number];
export const signCount = signNames.length;
export const signAt = Object.fromEntries(signNames.map((name, at) => [name, at])) as Readonly<Record<SignName, number>>;

/** Tokens; longer posts are read like one of this length. */
const longPost = 60;
const upTo = (most: number, count: number): number => Math.min(most, count) / most;

/** The signs of a post by their place, each about 0..1; those that other heads say are 0. */
export function readSigns(tokens: readonly Token[], mood: Mood, scores: ScoreFindings): Float64Array {
  const signs = new Float64Array(signCount);
  let [loud, long, emoji, exclaims, links, handles, asks, tags, numbers] = [0, 0, 0, 0, 0, 0, 0, 0, 0];
  let last: Token | null = null;
  for (const token of tokens) {
    if (token.isLoud) loud++;
    if (token.isLong) long++;
    if (token.isTag) tags++;
    if (token.kind === "word" && /\d/.test(token.key)) numbers++;
    if (token.kind === "emoji") emoji++;
    if (token.kind === "marks" && /[!！]/u.test(token.key)) exclaims++;
    if (token.kind === "marks" && /[?？]/u.test(token.key)) asks++;
    if (token.key === "//") links++;
    else if (token.kind === "silent") handles++;
    else last = token;
  }
  // Handles and links are no part of what is said.
  const count = tokens.length - links - handles || 1;
  signs.set([
    ...[1, mood.value, Math.max(0, mood.value), Number(mood.known), upTo(3, mood.good.length), upTo(3, mood.bad.length)],
    ...[scores.anger.value, scores.complaint.value, scores.question.value, scores.request.value],
    ...[scores.threat.value, scores.praise.value, scores.technical.value, scores.urgency.value],
    ...[
      loud / count,
      upTo(2, long),
      Number(links > 0),
      Number(handles > 0),
      Number(tokens[0]?.key.startsWith("@") === true),
      Math.log1p(Math.min(longPost, count)) / 4,
    ],
    ...[upTo(3, emoji), upTo(3, exclaims), Number(asks > 0), Number(last?.kind === "marks" && /[?？]/u.test(last.key))],
    ...[Number(tokens.some(({ key }) => key === "@help")), upTo(4, tags), upTo(4, numbers)],
    ...hazardCues.map((cue) => scores[cue].value),
  ]);
  return signs;
}
