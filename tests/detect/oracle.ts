/** A slow reading of the rules for words and phrases, written apart from the matcher: every span of the text is tried. */

interface Cluster {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly kind: string;
}

export interface OracleHit {
  readonly start: number;
  readonly end: number;
  readonly form: string;
}

const invisible = /[\u200b\u00ad\u0591-\u05c7]/u;
const twins = new Map([..."аaеeоoсcкk"].flatMap((letter, index, all) => (index % 2 ? [] : [[letter, all[index + 1] ?? ""] as const])));

function kindOf(text: string): string {
  if (/^\p{M}/u.test(text)) return "gap";
  if (/^[\p{Nd}_]/u.test(text)) return "joiner";
  if (/^[\p{sc=Han}\p{sc=Hira}\p{sc=Thai}]/u.test(text)) return "single";
  if (/^[\p{sc=Kana}ー]/u.test(text)) return "kana";
  if (/^\p{sc=Hebr}/u.test(text)) return "hebrew";
  return /^\p{L}/u.test(text) ? "letter" : "gap";
}

function clusters(text: string): Cluster[] {
  const parts: { text: string; start: number; end: number }[] = [];
  for (const match of text.matchAll(/./gsu)) {
    const [character] = match;
    const end = match.index + character.length;
    const last = parts.at(-1);
    if (invisible.test(character)) continue;
    if (last && /[\p{M}ﾞ]/u.test(character) && kindOf(last.text) !== "gap") Object.assign(last, { text: last.text + character, end });
    else parts.push({ text: character, start: match.index, end });
  }
  return parts.map((part) => {
    const folded = part.text.normalize("NFKC").toLowerCase().normalize("NFC");
    return { ...part, text: folded, kind: kindOf(folded) };
  });
}

/** One word goes on from cluster `at - 1` to cluster `at`; digits take the kind of the word's letters before or after them. */
function joined(all: readonly Cluster[], at: number): boolean {
  const [left, right] = [all[at - 1]?.kind ?? "gap", all[at]?.kind ?? "gap"];
  if ([left, right].some((kind) => kind === "gap" || kind === "single")) return false;
  if (left !== "joiner" && right !== "joiner") return left === right;
  if (right === "joiner") return true;
  for (let back = at - 1; back >= 0; back--) {
    const kind = all[back]?.kind ?? "gap";
    if (kind === "gap" || kind === "single") return true;
    if (kind !== "joiner") return kind === right;
  }
  return true;
}

const coarse = (text: string): string =>
  [
    ...text
      .normalize("NFD")
      .replace(/([a-zа])[\u0300\u0301\u0323\u0338\u3099]+/gu, "$1")
      .normalize("NFC"),
  ]
    .map((letter) => twins.get(letter) ?? letter)
    .join("");
const scripts = (text: string): string => `${/\p{sc=Latn}/u.test(text)}${/\p{sc=Cyrl}/u.test(text)}`;

/** Words of a span with what stands between them. */
function words(all: readonly Cluster[], from: number, to: number): { text: string; gap: string; single: boolean }[] {
  const result: { text: string; gap: string; single: boolean }[] = [];
  let gap = "";
  for (let at = from; at < to; at++) {
    const { text, kind } = all[at] ?? { text: "", kind: "gap" };
    const last = result.at(-1);
    if (kind === "gap") gap += text;
    else if (last && gap === "" && at > from && joined(all, at)) last.text += text;
    else {
      const tight = kind === "single" && last?.single;
      result.push({ text, gap: tight ? gap : gap.replace(/[\s'-]/gu, ""), single: kind === "single" });
      gap = "";
    }
  }
  return result;
}

function compare(seen: ReturnType<typeof words>, wanted: ReturnType<typeof words>): string | null {
  if (seen.length !== wanted.length) return null;
  const ranks = seen.map((word, index) => {
    const other = wanted[index];
    if (!other || (index > 0 && word.gap !== other.gap) || coarse(word.text) !== coarse(other.text)) return 9;
    if (word.text === other.text) return 0;
    if (scripts(word.text) === scripts(other.text)) return 1;
    return scripts(word.text) === "truetrue" ? 2 : 9;
  });
  return ["exact", "folded", "lookalike"][Math.max(...ranks)] ?? null;
}

/** Every place where the keyword stands, in the order of the text. */
export function oracle(keyword: string, text: string): OracleHit[] {
  const all = clusters(text);
  const wantedClusters = clusters(keyword);
  const wanted = words(wantedClusters, 0, wantedClusters.length);
  const hits: OracleHit[] = [];
  for (let from = 0; from < all.length; from++) {
    if (all[from]?.kind === "gap" || !opens(all, from)) continue;
    for (let to = from + 1; to <= all.length; to++) {
      if (all[to - 1]?.kind === "gap" || joined(all, to)) continue;
      const form = compare(words(all, from, to), wanted);
      if (form) hits.push({ start: all[from]?.start ?? 0, end: all[to - 1]?.end ?? 0, form });
    }
  }
  return /^[\p{L}\p{N}.-]+\.\p{L}{2,}$/u.test(keyword.normalize("NFC"))
    ? hits.filter((hit) => !isPartOfDomain(text, hit))
    : hits.filter((hit) => !isPartOfWord(text, hit));
}

/** Of a word that an apostrophe holds together: "ai" in "j'ai", a part of a Hebrew word with a foreign sound. */
function isPartOfWord(text: string, { start, end }: OracleHit): boolean {
  const [before, said, after] = [text.slice(0, start), text.slice(start, end), text.slice(end)];
  const elided = /(?:^|[^\p{L}\p{N}\p{M}])([\p{sc=Latn}\p{M}]+)'$/u.exec(before.slice(-24))?.[1];
  const isElided = elided !== undefined && [...said.normalize("NFC")].length <= 3;
  const isAcronym = said !== said.toLowerCase() && said === said.toUpperCase() && elided !== elided?.toUpperCase();
  const isHebrew = (part: string) => /^\p{sc=Hebr}/u.test(part);
  const last = said.at(-1) ?? "";
  if (isElided && !isAcronym) return true;
  if (isHebrew(last) && after.startsWith("'") && isHebrew(after.slice(1))) return true;
  return isHebrew(said) && before.endsWith("'") && isHebrew(before.at(-2) ?? "");
}

/** Of another domain: `acme.com` in `my-acme.com` and `acme.com.example`. */
const isPartOfDomain = (text: string, { start, end }: OracleHit): boolean =>
  text.charAt(start - 1) === "-" || /^[.-][\p{L}\p{N}]/u.test(text.slice(end));

/** A word begins here, or goes on after one or two Hebrew prefixes with at least two letters left. */
function opens(all: readonly Cluster[], from: number): boolean {
  if (!joined(all, from)) return true;
  let start = from;
  while (joined(all, start)) start--;
  let end = from + 1;
  while (joined(all, end)) end++;
  const cut = all.slice(start, from).map((cluster) => cluster.text);
  return (
    all.slice(start, end).some((c) => c.kind === "hebrew") &&
    cut.length <= 2 &&
    cut.every((letter) => "והבלמשכ".includes(letter)) &&
    end - from >= 2
  );
}
