import type { Announce } from "../../../lib/background/announce.ts";
import { loadTexts, speakIn, spoken } from "../../../lib/i18n/spoken.ts";
import type { Handlers } from "../../../lib/messaging/answer.ts";
import { tellLanguage } from "../../../lib/state/own-language.ts";
import { getFact, type Registry, setFact } from "../../../lib/store/communities.ts";
import type { LanguageNames } from "../answering-community.ts";

/** Has the worker speak the language that was chosen on this device; it may have been started anew since. */
export type SpeakAsChosen = () => Promise<void>;

export function speakingAs(registry: Registry, fetch: typeof globalThis.fetch): SpeakAsChosen {
  return async () => speakIn((await getFact(registry, "language")) ?? null, (language) => loadTexts(language, fetch));
}

/** `restart`: tells all tabs to begin anew. */
export function languageHandlers(registry: Registry, speak: SpeakAsChosen, restart: Announce["restart"]): Pick<Handlers, LanguageNames> {
  return {
    async "language.choose"({ language }) {
      await setFact(registry, "language", language);
      tellLanguage(language);
      void restart();
      return null;
    },
    async "language.texts"() {
      await speak();
      return spoken.value;
    },
  };
}
