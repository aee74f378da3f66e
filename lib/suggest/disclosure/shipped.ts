/** Whom somebody speaks as in public: one of the brand's customers, or the brand itself. */
export type SpeakingSide = "customer" | "brand";

/** The name of a workspace that nobody has named yet: no brand's. */
export const unnamedWorkspace = "My community";

/** What is said in each language until an admin sets other words: with the brand's name, and where it is not known. */
const lines: Readonly<Record<string, Readonly<Record<SpeakingSide, readonly [named: string, unnamed: string]>>>> = {
  en: { customer: ["I'm a customer of {brand}", "I'm a customer"], brand: ["I work for {brand}", "I work for the company"] },
  he: {
    customer: ["גילוי נאות: אני מהלקוחות של {brand}", "גילוי נאות: אני מהלקוחות"],
    brand: ["גילוי נאות: אני מצוות {brand}", "גילוי נאות: אני מצוות החברה"],
  },
  id: { customer: ["Saya pelanggan {brand}", "Saya pelanggan"], brand: ["Saya bekerja di {brand}", "Saya bekerja di perusahaan ini"] },
  nb: { customer: ["Jeg er kunde hos {brand}", "Jeg er selv kunde"], brand: ["Jeg jobber i {brand}", "Jeg jobber i selskapet"] },
  vi: {
    customer: ["Mình là khách hàng của {brand}", "Mình là khách hàng"],
    brand: ["Mình là nhân viên của {brand}", "Mình là nhân viên của công ty"],
  },
  zh: { customer: ["我是 {brand} 的顧客", "我也是顧客"], brand: ["我在 {brand} 工作", "我在這家公司工作"] },
};

/** Languages in which there is always something to say. */
export const shippedLanguages = Object.keys(lines);

/** The line that is shipped for a language; null where there is none. */
export function shippedLine(side: SpeakingSide, lang: string, brand: string): string | null {
  const [named, unnamed] = (Object.hasOwn(lines, lang) ? lines[lang]?.[side] : undefined) ?? [null, null];
  return brand === "" || brand === unnamedWorkspace ? unnamed : (named?.replace("{brand}", () => brand) ?? null);
}
