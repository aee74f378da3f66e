declare const __MESSAGES__: Record<"en" | "he", Record<string, { message: string }>>;

/** The browser's part of i18n; `?rtl` is Hebrew. */
const language = location.search === "?rtl" ? "he" : "en";
const getMessage = (key: string, values: string[] = []) =>
  (__MESSAGES__[language][key]?.message ?? "").replace(/\$([1-9])/g, (_, at: string) => values[Number(at) - 1] ?? "");

Object.assign(globalThis, { chrome: { runtime: { id: "gallery" }, i18n: { getMessage, getUILanguage: () => language } } });
document.documentElement.dir = getMessage("ui_direction");
