const zeros = [0x30, 0x660, 0x6f0, 0x966, 0x9e6];

/** The numbers in a label, in its order: grouped or not, in Latin, Arabic, Persian, Hindi or Bengali digits. */
export function readNumbers(label: string | null | undefined): number[] {
  const runs = label?.match(/\p{Nd}+(?:[.,\u00a0\u202f’'٬](?=\p{Nd}{3})\p{Nd}{3})*/gu) ?? [];
  return runs.map((run) => Number([...run].map(digitOf).join("")));
}

function digitOf(character: string): number | "" {
  const code = character.charCodeAt(0);
  const zero = zeros.find((each) => code >= each && code < each + 10);
  return zero === undefined ? "" : code - zero;
}
