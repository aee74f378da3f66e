/** The numbers in a label, in its order: grouped or not, in the digits of any script. */
export function readNumbers(label: string | null | undefined): number[] {
  const runs = label?.match(/\p{Nd}+(?:[.,\u00a0\u202f’'٬](?=\p{Nd}{3})\p{Nd}{3})*/gu) ?? [];
  return runs.map((run) => Number(run.replace(/\P{Nd}/gu, "").replace(/./gu, digitOf)));
}

/** The digits of a script stand in a row from the start of a column of sixteen; those of India's scripts begin six further. */
function digitOf(character: string): string {
  const code = character.charCodeAt(0);
  return `${(code > 0x900 && code < 0xe00 ? code - 6 : code) & 15}`;
}
