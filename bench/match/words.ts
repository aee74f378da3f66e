import type { Chance } from "../kit/numbers.ts";

/** Scripts and ways of writing of the posts. */
export const scripts = ["latin", "norwegian", "indonesian", "vietnamese", "hebrew", "chinese"] as const;
export type Script = (typeof scripts)[number];

const letters: Record<
  Exclude<Script, "hebrew" | "chinese">,
  { readonly heads: string[]; readonly cores: string[]; readonly tails: string[] }
> = {
  latin: {
    heads: "b br c ch cl d dr f fl g gr h j k l m n p pl qu r s sh st t th tr v w".split(" "),
    cores: "a e i o u ai ea ee ou oa".split(" "),
    tails: "n r s t l m ck nd st ng rd".split(" ").concat("", "", ""),
  },
  norwegian: {
    heads: "b bj d f fj g h hv k kj l m n p r s sk skj st t tr v".split(" "),
    cores: "a e i o u y æ ø å øy ei".split(" "),
    tails: "n r s t l nn kk rt st".split(" ").concat("", "", ""),
  },
  indonesian: {
    heads: "b c d g h j k l m n p r s t ng ny w y".split(" "),
    cores: "a e i o u".split(" "),
    tails: "n r s t k ng h".split(" ").concat("", "", "", ""),
  },
  vietnamese: {
    heads: "b c ch d đ g gi h kh l m n ng nh ph qu r s t th tr v x".split(" "),
    cores: "a à á ả ạ ă ắ â ấ ầ e ê ế ề i í o ó ô ố ộ ơ ớ ờ u ú ư ứ ừ".split(" "),
    tails: "n m ng nh c t p".split(" ").concat("", "", ""),
  },
};
const hebrew = "אבגדהוזחטיכלמנסעפצקרשת";
const firstIdeograph = 0x4e00;
const ideographs = 3000;

/** An invented word of so many syllables (letters in Hebrew and Chinese). */
export function inventWord(script: Script, syllables: number, chance: Chance): string {
  const many = <T>(make: () => T) => Array.from({ length: syllables }, make).join("");
  if (script === "hebrew") return many(() => chance.pick(hebrew));
  if (script === "chinese") return many(() => String.fromCharCode(firstIdeograph + Math.floor(chance.next() ** 3 * ideographs) * 5));
  const { heads, cores, tails } = letters[script];
  return many(() => `${chance.pick(heads)}${chance.pick(cores)}${chance.pick(tails)}`);
}

/** Shortest and longest word of running text, in syllables (letters in Hebrew; characters in Chinese). */
export const wordLength: Record<Script, readonly [number, number]> = {
  latin: [1, 2],
  norwegian: [1, 2],
  indonesian: [1, 3],
  vietnamese: [1, 1],
  hebrew: [2, 6],
  chinese: [1, 3],
};

/** The same for keywords: names are longer than the words around them. */
export const keywordLength: Record<Script, readonly [number, number]> = {
  latin: [2, 4],
  norwegian: [2, 4],
  indonesian: [2, 4],
  vietnamese: [2, 3],
  hebrew: [4, 7],
  chinese: [2, 5],
};
