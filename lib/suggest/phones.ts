import { findPhoneNumbersInText } from "libphonenumber-js/min";
import { primaryLanguage } from "../schema/language.ts";

/** Where a number without a country code is most likely from. */
const countries = { en: "US", id: "ID", nb: "NO", he: "IL", vi: "VN", zh: "TW" } as const;

/** Telephone numbers in a text, as it writes them; `lang` says whose numbers may come without a country code. */
export function phoneNumbers(text: string, lang: string | null): string[] {
  const country = countries[(primaryLanguage(lang) ?? "en") as keyof typeof countries] ?? "US";
  return findPhoneNumbersInText(text, country).map(({ startsAt, endsAt }) => text.slice(startsAt, endsAt));
}
