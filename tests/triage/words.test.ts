import { describe, expect, test } from "vitest";
import { longestCue, tableOf } from "../../lib/triage/tables.ts";
import { readTokens } from "../../lib/triage/tokens.ts";
import { en } from "../../lib/triage/words/en.ts";
import { hazardWords } from "../../lib/triage/words/hazards.ts";
import { asianHazardWords } from "../../lib/triage/words/hazards-of-asia.ts";
import { he } from "../../lib/triage/words/he.ts";
import { id } from "../../lib/triage/words/id.ts";
import { nb } from "../../lib/triage/words/nb.ts";
import { otherLanguages } from "../../lib/triage/words/others.ts";
import { reliefWords } from "../../lib/triage/words/relief.ts";
import { shared } from "../../lib/triage/words/shared.ts";
import { type CueRow, hazardCues, type WordTable } from "../../lib/triage/words/table.ts";
import { vi } from "../../lib/triage/words/vi.ts";
import { zh } from "../../lib/triage/words/zh.ts";

const languages: Readonly<Record<string, WordTable>> = { en, he, id, nb, vi, zh };
const settings = new Set(["negators", "boosters", "turns", "endings", "beginnings"]);

/** The rows of a table by what they speak for. */
function rowsOf(table: object): (readonly [score: string, rows: readonly CueRow[]])[] {
  return Object.entries(table).filter((entry): entry is [string, readonly CueRow[]] => !settings.has(entry[0]));
}

describe.each(Object.entries({ ...languages, shared }))("the words of %s", (name, table) => {
  const rows = [...rowsOf(table), ...rowsOf(hazardWords[name] ?? {})];

  test("can be met: none is empty, none longer than the longest phrase", () => {
    const cues = rows.flatMap(([, row]) => row.flatMap(([, words]) => words.split(" ")));
    const lengths = cues.map((cue) => [cue, readTokens(cue.replaceAll("_", " ")).length] as const);
    expect(lengths.filter(([, length]) => length === 0 || length > longestCue)).toEqual([]);
  });

  test("weigh between -3 and 3 for the mood, and up to 1 for anything else", () => {
    const wrong = rows.flatMap(([score, row]) =>
      row.filter(([weight]) => (score === "mood" ? Math.abs(weight) > 3 || weight === 0 : weight <= 0 || weight > 1)),
    );
    expect(wrong).toEqual([]);
  });
});

describe("what speaks of danger", () => {
  test("is known in every language that is read", () => {
    expect(Object.keys(hazardWords).sort()).toEqual(Object.keys(languages).sort());
    expect(Object.keys(asianHazardWords).sort()).toEqual(["id", "vi", "zh"]);
    const kinds = hazardCues.filter((cue) => cue !== "relief").sort();
    for (const words of Object.values(hazardWords)) expect(Object.keys(words).sort()).toEqual(kinds);
  });

  test.each([
    ["en", "gas leak", "safety"],
    ["en", "suicidal", "self_harm"],
    ["id", "bunuh diri", "self_harm"],
    ["he", "דליפת גז", "safety"],
    ["nb", "identitetstyveri", "fraud"],
    ["vi", "điện giật", "safety"],
    ["vi", "tu tu", "self_harm"],
    ["zh", "自 殺", "self_harm"],
  ] as const)("%s: %s", (lang, key, hazard) => {
    expect(tableOf(lang)?.cues.get(key)?.[hazard] ?? 0).toBeGreaterThan(0.6);
  });
});

test("praise by negation is a good mood too", () => {
  for (const [lang, words] of Object.entries(reliefWords)) {
    const [first = ""] = words.split(" ");
    const key = readTokens(first.replaceAll("_", " ")).map((token) => token.key);
    expect(tableOf(lang)?.cues.get(key.join(" "))).toMatchObject({ relief: 0.8, mood: 2 });
  }
});

test("function words tell apart languages that have no table, each listed once", () => {
  for (const [lang, words] of Object.entries(otherLanguages)) {
    expect(tableOf(lang)).toBeNull();
    expect(words.split(" ").length).toBeGreaterThan(20);
    expect(new Set(words.split(" ")).size, lang).toBe(words.split(" ").length);
  }
});
