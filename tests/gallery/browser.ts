declare const __MESSAGES__: Record<string, { message: string }>;

/** The browser's part of i18n; `?rtl` turns the interface round. */
const isRtl = location.search === "?rtl";
const getMessage = (key: string, values: string[] = []) =>
  key === "ui_direction" && isRtl
    ? "rtl"
    : (__MESSAGES__[key]?.message ?? "").replace(/\$([1-9])/g, (_, at: string) => values[Number(at) - 1] ?? "");

Object.assign(globalThis, { chrome: { runtime: { id: "gallery" }, i18n: { getMessage, getUILanguage: () => "en" } } });
document.documentElement.dir = isRtl ? "rtl" : "ltr";
