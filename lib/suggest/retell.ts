import { firstName, type Named } from "./names/first-name.ts";

const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
/** How much of a reply is its greeting, in UTF-16 units: there "mark" is somebody's name, further on it may be a word. */
const greeting = 40;

/** The author's names as a reply may have them, longest first. */
function namesOf({ handle, name }: Named, lang: string | null): string[] {
  const first = name?.trim().split(/\s+/)[0] ?? "";
  const called = firstName({ handle: null, name }, lang) ?? "";
  const names = [name?.trim() ?? "", first, called, handle ? `@${handle.replace(/^@/, "")}` : "", handle?.replace(/^@/, "") ?? ""];
  return [...new Set(names)].filter((each) => [...each].length > 1).sort((a, b) => b.length - a.length);
}

const unspacedStart = /^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Hang}]/u;
const unspacedEnd = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Hang}]$/u;

/** A name as a whole word, where its script has such. */
function asWord(name: string): string {
  const before = unspacedStart.test(name) ? "" : String.raw`(?<![\p{L}\p{N}_@])`;
  const after = unspacedEnd.test(name) ? "" : String.raw`(?![\p{L}\p{N}_])`;
  return `${before}${literally(name)}${after}`;
}

const isCased = (word: string) => word !== word.toLowerCase() || word === word.toUpperCase() || /[\s@]/.test(word);

/** A published reply as others may use it: {author} for the name, without the disclosure. `lang`: of the post. */
export function retold(reply: string, disclosure: string, author: Named, lang: string | null = null): string {
  const body = disclosure === "" ? reply : reply.replaceAll(disclosure, "");
  const names = namesOf(author, lang);
  if (names.length === 0) return body.trim();
  const spoken = new RegExp(names.map(asWord).join("|"), "giu");
  return body.replace(spoken, (word: string, at: number) => (at < greeting || isCased(word) ? "{author}" : word)).trim();
}
