/** A letter with all that may grow together with it: marks, and the vowels and endings of Korean syllables. */
const cluster = /[^\p{M}\u1160-\u11ff]?[\p{M}\u1160-\u11ff]*/gsu;

/** A text in which canonically equal letters are the same code points (NFC), and where each of its places is in the text as it was. */
export interface Composed {
  readonly text: string;
  startOf(at: number): number;
  endOf(at: number): number;
}

/**
 * What composing may change: marks that grow together with a letter or change places, parts of Korean syllables, and letters that are another one. Beyond the
 * first plane by lead surrogate, without those of emoji. Most texts hold none of it, also in Hebrew without points and in Vietnamese as it is typed.
 */
export const mayChange = RegExp(
  "[\\u0300-\\u036f\\u0374\\u037e\\u0387\\u0483-\\u0487\\u0591-\\u05c7\\u0610-\\u061a\\u064b-\\u0670\\u06d6-\\u0ddf\\u0e38-\\u135f\\u1714-\\u1dff" +
    "\\u1f71-\\u2001\\u20d0-\\u20f0\\u2126-\\u212b\\u2329\\u232a\\u2adc\\u2cef-\\u2cf1\\u2d7f\\u2de0-\\u2dff\\u302a-\\u302f\\u3099\\u309a\\ua66f-\\uabed" +
    "\\ud800-\\ud834\\ud838-\\ud83a\\ud87e\\uf900-\\ufb4e\\ufe20-\\ufe2f]",
);
/** Parts of Korean syllables, which are other letters than the syllables. */
export const inParts = /[\u1100-\u11ff]/;

/** A text that needs no composing. */
export const asItIs = (text: string): Composed => ({ text, startOf: (at) => at, endOf: (at) => at });

/** Most texts are composed already and come back as they are. */
export function compose(text: string): Composed {
  const whole = text.normalize("NFC");
  if (whole === text) return asItIs(text);
  let joined = "";
  /** Ends of the clusters, in the composed text and in the one as it was. */
  const ends: { readonly now: number; readonly was: number }[] = [{ now: 0, was: 0 }];
  for (const match of text.matchAll(cluster)) {
    joined += match[0].normalize("NFC");
    ends.push({ now: joined.length, was: match.index + match[0].length });
  }
  // Where clusters would grow together after all, places could not be told.
  if (joined !== whole) return asItIs(text);
  /** Within a cluster that stayed as it was, places are told one by one; within another, by its edge. */
  const placeOf = (at: number, edge: "start" | "end"): number => {
    const next = ends.findIndex(({ now }) => now >= at);
    const [before, after] = [ends[next - 1] ?? { now: 0, was: 0 }, ends[next] ?? { now: whole.length, was: text.length }];
    if (at === after.now) return after.was;
    const isSame = after.now - before.now === after.was - before.was;
    return isSame ? before.was + at - before.now : edge === "start" ? before.was : after.was;
  };
  return { text: whole, startOf: (at) => placeOf(at, "start"), endOf: (at) => placeOf(at, "end") };
}
