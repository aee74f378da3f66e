import { createI18n } from "@wxt-dev/i18n";
import type { GeneratedI18nStructure } from "../../.wxt/i18n/structure.d.ts";

/** The texts as they stand in `assets/locales`. Everybody else takes them through `#i18n`, which sets apart what fills their blanks. */
export const texts = createI18n<GeneratedI18nStructure>();
