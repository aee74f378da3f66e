import * as v from "valibot";

/** The languages that the extension speaks, each with a file in `assets/locales`, as BCP-47 tags. */
export const interfaceLanguages = ["en", "he", "id", "nb", "vi", "zh-TW"] as const;
export const InterfaceLanguage = v.picklist(interfaceLanguages);
export type InterfaceLanguage = v.InferOutput<typeof InterfaceLanguage>;

/** Texts by their keys as a browser knows them (`ui_close`), in place of those in its own language. */
export const SpokenTexts = v.object({ language: InterfaceLanguage, texts: v.record(v.string(), v.string()) });
export type SpokenTexts = v.InferOutput<typeof SpokenTexts>;
