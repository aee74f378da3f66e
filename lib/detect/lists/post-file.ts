import { csvRows } from "./csv-rows.ts";
import { jsonRows } from "./json-rows.ts";

/** A post from a file, to try a list on. */
export interface FilePost {
  readonly text: string;
  /** BCP-47, where the file says it. */
  readonly lang: string | null;
  /** The author's handle, where the file says it. */
  readonly author: string | null;
}

/** More are not tried at once. */
export const mostFilePosts = 5_000;

const longest = 10_000;

function postOf(value: unknown): FilePost | null {
  const fields = (typeof value === "object" && value !== null ? value : { text: value }) as Readonly<Record<string, unknown>>;
  const { text, lang, author } = fields;
  if (typeof text !== "string" || text.trim() === "") return null;
  const word = (said: unknown) => (typeof said === "string" && said !== "" ? said.slice(0, 100) : null);
  return { text: text.slice(0, longest), lang: word(lang), author: word(author) };
}

function valuesOf(text: string): readonly unknown[] {
  if (/^\s*[[{]/.test(text)) return jsonRows(text, "posts");
  const { names, rows } = csvRows(text);
  if (names.includes("text")) return rows.map(({ cells }) => cells);
  return text.split(/\r?\n/);
}

/**
 * The posts in a text: a JSON array, or `{"posts": [...]}`, of texts or of objects with `text`, `lang` and `author`; a CSV with a column `text`; else a
 * post a line. At most 5,000; `more`: how many came behind. What is no post is left out; what cannot be read at all gives none.
 */
export function postsFromText(text: string): { readonly posts: readonly FilePost[]; readonly more: number } {
  let values: readonly unknown[];
  try {
    values = valuesOf(text);
  } catch {
    values = [];
  }
  const posts = values.flatMap((value) => postOf(value) ?? []);
  return { posts: posts.slice(0, mostFilePosts), more: Math.max(0, posts.length - mostFilePosts) };
}
