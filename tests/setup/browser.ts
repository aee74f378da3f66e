import { resolve } from "node:path";
import { generateChromeMessages, parseMessagesFile } from "@wxt-dev/i18n/build";

/** The browser's own part of i18n over the real English texts, for code that runs outside an extension. */
const messages = generateChromeMessages(await parseMessagesFile(resolve("assets/locales/en.yml")));

function getMessage(key: string, substitutions: string[] = []): string {
  const message = messages[key]?.message ?? "";
  return message.replace(/\$([1-9])/g, (_, index: string) => substitutions[Number(index) - 1] ?? "");
}

Object.assign(globalThis, {
  chrome: { runtime: { id: "test" }, i18n: { getMessage, getUILanguage: () => "en" } },
});
