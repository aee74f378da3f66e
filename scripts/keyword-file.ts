import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseMessagesFile } from "@wxt-dev/i18n/build";
import { entriesFromCsv } from "../lib/detect/lists/list-csv.ts";
import type { BadRow, Imported } from "../lib/detect/lists/list-import.ts";
import { entriesFromJson } from "../lib/detect/lists/list-json.ts";
import { FanswerError } from "../lib/schema/errors.ts";
import type { KeywordList } from "../lib/schema/keywords.ts";

const locale = join(import.meta.dirname, "../assets/locales/en.yml");

/**
 * The keyword list in a file: CSV (its name ends so) or JSON, as the admin's page exports it; a JSON entry may be its text alone, and an entry without
 * an id gets its line or place as one. Throws `malformed`, or `keyword_invalid` naming each row that cannot be used and what to write instead.
 */
export async function readKeywordFile(path: string): Promise<KeywordList> {
  const text = await readFile(path, "utf8");
  const { entries, bad } = /\.csv$/i.test(path) ? entriesFromCsv(text, String) : readJson(text);
  if (bad.length > 0) throw new FanswerError("keyword_invalid", `\n${(await sentences(bad)).join("\n")}\n`);
  return { id: "file", name: "file", version: 0, entries: [...entries], updatedAt: "1970-01-01T00:00:00.000Z" };
}

function readJson(text: string): Imported {
  const { entries, bad } = entriesFromJson(text, String);
  const ids = new Set<string>();
  const again = entries.find(({ id }) => ids.size === ids.add(id).size);
  if (again) throw new FanswerError("malformed", `two entries have the id "${again.id}"`);
  return { entries, bad };
}

/** The same sentences as on the admin's page. */
async function sentences(bad: readonly BadRow[]): Promise<string[]> {
  const messages = new Map((await parseMessagesFile(locale)).map((message) => [message.key.join("."), message]));
  return bad.map(({ line, field, value, problem }) => {
    const message = messages.get(`keywords.problem.${problem}`);
    return `line ${line}, ${field} ${JSON.stringify(value)}: ${message?.type === "simple" ? message.message : problem}`;
  });
}
