/** 13 to 19 digits, as payment cards have them, also in groups. */
const cardLike = /(?<!\d)[2-6](?:[ -]?\d){12,18}(?!\d)/g;
const mailLike = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,5}/gu;

/** The check sum of payment cards (Luhn, ISO/IEC 7812-1): from the right, every second digit doubled, the digits' sum divisible by ten. */
function hasCardSum(number: string): boolean {
  const digits = [...number.replace(/\D/g, "")].reverse().map(Number);
  const sum = digits.reduce((total, digit, index) => total + (index % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2), 0);
  return sum % 10 === 0;
}

const allOf = (text: string, form: RegExp): string[] => [...new Set(text.match(form))];

export const cardNumbers = (text: string): string[] => allOf(text, cardLike).filter(hasCardSum);

export const mailAddresses = (text: string): string[] => allOf(text, mailLike);

/** What looks like `form`: `#` is a digit, `@` a letter, the rest stands as it is, in either case. It has no repetition, so no text makes it slow. */
export function orderNumbers(text: string, form: string): string[] {
  const parts = [...form].map((sign) => (sign === "#" ? "\\d" : sign === "@" ? "\\p{L}" : sign));
  return allOf(text, new RegExp(`(?<![\\p{L}\\p{N}])${parts.join("")}(?![\\p{L}\\p{N}])`, "giu"));
}
