import { messagesIn } from "../support/language.ts";

/** The browser's own part of i18n over the real English texts, for code that runs outside an extension. */
Object.assign(globalThis, {
  chrome: { runtime: { id: "test" }, i18n: { getMessage: await messagesIn("en"), getUILanguage: () => "en" } },
});
