import { callsToAll, degrees, notPersonEast, notPersonPhrases, notPersons, phraseWords } from "./words.ts";

/** Marks that nobody sees and that turn what stands beside them; line ends and other controls. */
const unseen = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}]+/gu;
const pictures = /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\p{So}|\p{Sk}|\ufe0f|\u20e3)+/gu;
const bracketed = /[([{<（【「『《〔][^)\]}>）】」』》〕]*[)\]}>）】」』》〕]?/gu;
/** From here on it is no name any more but what its bearer says of themselves. */
const aside = /\s+[-–—]\s+|[|•~:;=，、/\\]|\s+(?:aka|a\.k\.a\.?)\s+/iu;
const address = /^(?:@|#)|:\/\/|^www\.|\p{L}{2,}\.\p{L}{2,}|\p{L}\/\p{L}/u;
const bot = /(?<!\p{L})(?:ro)?bot(?!\p{L})|(?<!\p{L})official(?!\p{L})/iu;
const edges = /^[^\p{L}\p{N}{}_@#]+|[^\p{L}\p{N}\p{M}{}_.'’׳]+$/gu;
/** Letters, in parts that a hyphen or an apostrophe joins; a full stop behind it is an abbreviation's. */
const plainWord = /^\p{L}[\p{L}\p{M}]*(?:[-'’ʼ׳״"‐‑・·]\p{L}[\p{L}\p{M}]*)*['’׳]?\.?$/u;
const initials = /^(?:\p{L}\.?|(?:\p{L}\.)+\p{L}?\.?)$/u;

export const folded = (word: string): string =>
  word
    .toLowerCase()
    .replace(/^\.+|\.+$/g, "")
    .replaceAll("’", "'");
export const isInitial = (word: string): boolean => initials.test(word) && /^[\p{sc=Latn}\p{sc=Cyrl}\p{sc=Grek}.]+$/u.test(word);

/** `Hollow, Dana` with the family name first and a comma behind it, as `Dana Hollow`; what else follows a comma is left out. */
function commaTurned(name: string): string {
  const [before = "", after = "", ...more] = name.split(",").map((part) => part.trim());
  const isFamilyFirst =
    more.length === 0 && /^\p{Lu}[\p{L}\p{M}'’-]+$/u.test(before) && /^\p{Lu}[\p{L}\p{M}'’-]+(?: \p{Lu}\.?)?$/u.test(after);
  return isFamilyFirst && !degrees.has(folded(after)) ? `${after} ${before}` : before;
}

/**
 * The words of a name as somebody wrote it, without pictures, brackets, addresses and titles of learning. Null when it names no person: a company, a
 * family, a bot, a saying, or a handle in place of a name.
 */
export function nameWords(name: string): string[] | null {
  const clean = name
    .normalize("NFKC")
    .replace(/[\s\u200b]+/gu, " ")
    .replace(unseen, "")
    .replace(pictures, " ")
    .replace(/\S*:\/\/\S*/gu, " ");
  if (notPersonEast.test(clean) || bot.test(clean)) return null;
  const spoken = commaTurned(clean.replace(bracketed, " ").trim().split(aside)[0] ?? "");
  const words = spoken.split(/\s+/u).flatMap((word) => (address.test(word) ? [] : word.replace(edges, "") || []));
  while (words.length > 1 && degrees.has(folded(words.at(-1) ?? ""))) words.pop();
  const isPlain = words.every((word) => plainWord.test(word) || initials.test(word));
  const isPerson = !notPersonPhrases.test(spoken) && !words.some((word) => notPersons.has(folded(word)) || phraseWords.has(word));
  return words.length > 0 && isPlain && isPerson ? words : null;
}

const handleForm = /^[\p{L}\p{N}_][\p{L}\p{N}_.-]{0,49}$/u;
/** What a site would make a link of. */
const linkLike = /\.(?:com|net|org|info|shop|app|dev|php|html?|example|test|\p{L}{2})$/iu;

/** A handle as one addresses somebody by it; null for what is an address, a number, or a call to everybody. */
export function spokenHandle(handle: string | null): string | null {
  const plain = (handle ?? "").normalize("NFKC").trim().replace(/^@+/, "").split("@")[0] ?? "";
  if (!handleForm.test(plain) || !/\p{L}/u.test(plain) || linkLike.test(plain) || callsToAll.has(plain.toLowerCase())) return null;
  return `@${plain.replace(/[.-]+$/, "")}`;
}
