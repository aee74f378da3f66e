const apostrophe = "['‘’]";
/** English endings that make another word of a short one: don't, we're. A possessive does not. */
const contraction = new RegExp(`^${apostrophe}(t|re|ve|ll|d|m)(?![\\p{L}\\p{N}])`, "iu");
const elision = new RegExp(`(?<![\\p{L}\\p{N}\\p{M}])([\\p{sc=Latn}\\p{M}]+)${apostrophe}$`, "u");
/** Longer ones are names, to which an article or a verb was put: l'Acme, Acme'll. */
const shortest = 3;

/** The signs with which Hebrew writes acronyms and foreign sounds in the middle of a word, as typewriters and books have them. */
const hebrewSign = "[\"״'׳”“’]";
const hebrewGoesOn = new RegExp(`^${hebrewSign}\\p{sc=Hebr}`, "u");
const hebrewBefore = new RegExp(`(\\p{sc=Hebr}+)${hebrewSign}$`, "u");
const beginsHebrew = /^\p{sc=Hebr}/u;
const endsHebrew = /\p{sc=Hebr}$/u;
/** Written onto the front of a name in quotes. */
const hebrewPrefixes = /^[והבלמשכ]{1,3}$/u;
const quote = /^["״”“]/u;
/** Units to either side that are looked at. */
const reach = 24;

/**
 * Whether the letters from `start` to `end` are only a part of a word that signs hold together: "ai" in j'ai, "don" in don't, "צה" in צה״ל. A keyword
 * that may go on does so at its end.
 */
export function goesOnAround(text: string, start: number, end: number, mayGoOn: boolean): boolean {
  const after = mayGoOn ? "" : text.slice(end, end + reach);
  const before = text.slice(Math.max(0, start - reach), start);
  const said = text.slice(start, end);
  const isShort = [...said.normalize("NFC")].length <= shortest;
  const ending = contraction.exec(after)?.[1];
  if (ending !== undefined && (isShort || ending.toLowerCase() === "t")) return true;
  const elided = elision.exec(before)?.[1];
  if (elided !== undefined && isShort && !isAcronymAfter(elided, said)) return true;
  return isInsideHebrew(before, said, after);
}

/** "HP" in l'HP: capitals behind small letters. */
const isAcronymAfter = (elided: string, said: string): boolean =>
  said === said.toUpperCase() && said !== said.toLowerCase() && elided !== elided.toUpperCase();

function isInsideHebrew(before: string, said: string, after: string): boolean {
  if (endsHebrew.test(said) && hebrewGoesOn.test(after) && !/["״”“]$/u.test(before)) return true;
  const part = beginsHebrew.test(said) ? hebrewBefore.exec(before)?.[1] : undefined;
  return part !== undefined && !(hebrewPrefixes.test(part) && quote.test(after));
}
