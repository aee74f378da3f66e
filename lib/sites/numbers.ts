/** The numbers in a label, in its order; digits of any script, grouped or not. */
export function readNumbers(label: string | null | undefined): number[] {
  const runs = label?.match(/\p{Nd}+(?:[.,\u00a0\u202f’'٬](?=\p{Nd}{3})\p{Nd}{3})*/gu) ?? [];
  return runs.map((run) => Number([...run].map(digitOf).join("")));
}

/** A decimal digit as ASCII, nothing for other characters. Each script keeps its ten in a row, after something else. */
function digitOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (!/\p{Nd}/u.test(character)) return "";
  if (code < 0x80) return character;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(code - zero);
}
