import { type Cue, sumUp } from "./cues.ts";
import { isNegated, type Mood } from "./mood.ts";
import type { Table } from "./tables.ts";
import { together } from "./together.ts";
import type { Token } from "./tokens.ts";
import { type CueScore, type HazardCue, hazardCues } from "./words/table.ts";

export interface Score {
  readonly value: number;
  readonly words: string[];
}

export type ScoreFindings = Record<Exclude<CueScore, "mood">, Score>;

/** Codes of errors ("error 0x80070057", "kode 502") and versions of three parts ("v2.1.7"). */
const errorCode =
  /(?<![\p{L}\p{N}])(?:0x[0-9a-f]{3,8}|(?:error|err|code|kode|feil|feilkode|lỗi|שגיאה|錯誤|错误|代碼|代码)[\s:#-]{0,3}[a-z]{0,3}-?\d{2,6})(?![\p{L}\p{N}])/giu;
const version = /(?<![\p{L}\p{N}.])v?\d{1,4}(?:\.\d{1,4}){2,3}(?![\p{L}\p{N}])/giu;
const errorCodeHint = 0.5;
const versionHint = 0.3;

/** Shouting makes bad words angrier: three words in capitals, several marks in a row. */
const loudHint = 0.3;
const marksHint = 0.15;
const fewestLoud = 3;
const questionMarkHint = 0.6;
const angerOfBadMood = 0.3;
const complaintOfBadMood = 0.6;
const complaintOfAnger = 0.3;
const praiseOfGoodMood = 0.7;
const urgencyOfAnger = 0.25;

function style(tokens: readonly Token[]): number {
  const loud = tokens.filter((token) => token.isLoud).length >= fewestLoud ? loudHint : 0;
  const marks = tokens.some((token) => token.kind === "marks" && token.key.length > 1 && /[!！]/u.test(token.key)) ? marksHint : 0;
  return together(loud, marks);
}

function ofHazards(cues: readonly Cue[]): Record<HazardCue, Score> {
  return Object.fromEntries(hazardCues.map((cue) => [cue, sumUp(cues, cue)])) as Record<HazardCue, Score>;
}

/** Everything but the mood, each 0..1 with the words that led to it. */
export function scoresOf(
  text: string,
  tokens: readonly Token[],
  cues: readonly Cue[],
  tables: readonly Table[],
  mood: Mood,
): ScoreFindings {
  const standing = cues.filter((cue) => !isNegated(tokens, cue.from, tables));
  const add = ({ value, words }: Score, hint: number, because: readonly string[] = []): Score => ({
    value: together(value, hint),
    words: [...words, ...because],
  });
  const bad = Math.max(0, -mood.value);
  const good = Math.max(0, mood.value);
  const said = sumUp(standing, "anger");
  const anger = add(said, together(bad > 0 || said.value > 0 ? style(tokens) : 0, angerOfBadMood * bad));
  const codes = text.match(errorCode) ?? [];
  const versions = text.match(version) ?? [];
  const asked = tokens.filter((token) => token.kind === "marks" && /[?？]/u.test(token.key)).map((token) => token.shown);
  return {
    anger,
    urgency: add(sumUp(standing, "urgency"), urgencyOfAnger * anger.value),
    technical: add(
      add(sumUp(cues, "technical"), codes.length > 0 ? errorCodeHint : 0, codes),
      versions.length > 0 ? versionHint : 0,
      versions,
    ),
    complaint: add(sumUp(cues, "complaint"), together(complaintOfBadMood * bad, complaintOfAnger * said.value), mood.bad),
    threat: sumUp(standing, "threat"),
    question: add(sumUp(cues, "question"), asked.length > 0 ? questionMarkHint : 0, asked.slice(0, 1)),
    request: sumUp(cues, "request"),
    praise: add(sumUp(standing, "praise"), praiseOfGoodMood * good, mood.good),
    ...ofHazards(standing),
  };
}
