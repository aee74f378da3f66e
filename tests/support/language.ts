import { resolve } from "node:path";
import { generateChromeMessages, parseMessagesFile } from "@wxt-dev/i18n/build";

type GetMessage = (key: string, substitutions?: readonly string[]) => string;

/** The browser's own part of i18n, over the texts of `language`. */
export async function messagesIn(language: string): Promise<GetMessage> {
  const messages = generateChromeMessages(await parseMessagesFile(resolve(`assets/locales/${language}.yml`)));
  return (key, substitutions = []) =>
    (messages[key]?.message ?? "").replace(/\$([1-9])/g, (_, index: string) => substitutions[Number(index) - 1] ?? "");
}

/** The extension's own files of texts, as it would fetch them. */
export const fetchTexts: typeof globalThis.fetch = async (address) => {
  const [, folder = ""] = /\/_locales\/(\w+)\/messages\.json$/.exec(String(address)) ?? [];
  return Response.json(generateChromeMessages(await parseMessagesFile(resolve(`assets/locales/${folder}.yml`))));
};

/** Speaks `language` from here on, until what comes back is called. */
export async function speak(language: string): Promise<() => void> {
  const { i18n } = (globalThis as unknown as { chrome: { i18n: { getMessage: GetMessage } } }).chrome;
  const before = i18n.getMessage;
  i18n.getMessage = await messagesIn(language);
  return () => {
    i18n.getMessage = before;
  };
}
