import { brandSign, phrases } from "./phrases.ts";
import type { SpeakingSide } from "./shipped.ts";

/** In one form: nothing that nobody sees, one kind of apostrophe and space, "I'm" in two words, small letters. */
function plain(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\p{Cf}\p{Co}]/gu, "")
    .replace(/[’‘ʼ´`]/g, "'")
    .toLowerCase()
    .replace(/(?<!\p{L})(i|we|you)'(m|re)(?!\p{L})/gu, "$1 are")
    .replace(/(?<!\p{L})i are(?!\p{L})/gu, "i am")
    .replace(/(?<!\p{L})(i|we)'ve(?!\p{L})/gu, "$1 have")
    .replace(/[ \t\u00a0]+/g, " ");
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** A full stop ends a sentence only where something ends behind it: "Acme.example" and "2.4" go on. */
const sentenceForm = /(?:[^.!?。！？\n]|[.!?](?=[\p{L}\p{N}]))+([.!?。！？]?)/gu;

/** The statements of a text, as it writes them; a question tells nothing of the one who asks. */
function statements(text: string): string[] {
  return [...text.matchAll(sentenceForm)].flatMap(([sentence, mark = ""]) =>
    mark === "?" || mark === "？" ? [] : sentence.slice(0, sentence.length - mark.length).trim() || [],
  );
}

const wordsOf = (text: string): string[] =>
  plain(text).match(/\p{sc=Han}|(?:(?!\p{sc=Han})[\p{L}\p{N}])(?:(?!\p{sc=Han})[\p{L}\p{N}\p{M}'])*/gu) ?? [];
const negations = new Set("not never no bukan tidak belum ikke aldri לא אינני איני không chưa 不 非".split(" "));
/** Between the words of a line so many others may stand: "I'm, like you, an Acme customer". */
const extraWords = 3;

/** Whether the words of `line` stand in `said` in their order, with few others and no "not" among them. */
function follows(said: readonly string[], line: readonly string[]): boolean {
  return said.some((first, from) => {
    if (first !== line[0]) return false;
    let at = 1;
    for (const [index, word] of said.slice(from + 1).entries()) {
      if (at === line.length) break;
      if (word === line[at]) at += 1;
      else if (negations.has(word) || index + 1 - at >= extraWords) return false;
    }
    return at === line.length;
  });
}

/** A text taken apart once, so that any number of lines can be looked for in it. */
interface Said {
  readonly lines: ReadonlySet<string>;
  /** Its words in a row, each with a space before and behind it. */
  readonly words: string;
  readonly statements: readonly (readonly string[])[];
}

function takenApart(text: string): Said {
  const lines = new Set(text.split("\n").map((line) => line.trim()));
  return { lines, words: ` ${wordsOf(text).join(" ")} `, statements: statements(text).map(wordsOf) };
}

/** The few lines of a workspace are looked for in every reply: their words are kept, and forgotten when there are more than any workspace has. */
const wordsOfLines = new Map<string, readonly string[]>();
const mostLinesKept = 1_000;

function wordsOfLine(line: string): readonly string[] {
  const known = wordsOfLines.get(line);
  if (known) return known;
  if (wordsOfLines.size >= mostLinesKept) wordsOfLines.clear();
  const words = wordsOf(line);
  wordsOfLines.set(line, words);
  return words;
}

function says({ lines, words, statements }: Said, line: string): boolean {
  if (lines.has(line.trim())) return true;
  const wanted = wordsOfLine(line);
  // Where the line itself has a full stop in it, its sentences follow each other.
  const isWhole = words.includes(` ${wanted.join(" ")} `) && /[.!?。！？]\s*\S/u.test(line);
  return wanted.length > 0 && (isWhole || statements.some((statement) => follows(statement, wanted)));
}

/** Whether a text says this line with small differences: other marks or capitals, a word more, but never a "not" more and not as a question. */
export const saysLine = (text: string, line: string): boolean => says(takenApart(text), line);

/** Whether a sentence says whose customer or whose employee its writer is, in any of our languages. */
function tells(sentence: string, side: SpeakingSide, brand: string): boolean {
  // Letters of other scripts may stand right before a name: a Hebrew "in", a Chinese "I am".
  const name = new RegExp(`(?<![a-z0-9_])[@#]?${escaped(plain(brand))}(?:'s)?(?![a-z0-9_])`, "gu");
  const signed = plain(sentence).replace(name, brandSign);
  return signed.includes(brandSign) && phrases.some((own) => own[side].some((form) => form.test(signed)) && !own.not.test(signed));
}

/**
 * The sentence of a text that says that its writer is on this side of the brand: one of `lines`, or in other words; as the text writes it. Null when
 * none does.
 */
export function sentenceTelling(text: string, side: SpeakingSide, brand: string, lines: readonly string[]): string | null {
  const own = lines.find((line) => text.includes(line));
  const found = statements(text).find((sentence) => saysAny(sentence, lines) !== null || (brand !== "" && tells(sentence, side, brand)));
  if (found === undefined) return saysAny(text, lines);
  return own !== undefined && saysLine(found, own) ? own : found;
}

/** The first of these lines that a text says; null when it says none. */
function saysAny(text: string, lines: readonly string[]): string | null {
  const apart = takenApart(text);
  return lines.find((line) => says(apart, line)) ?? null;
}
