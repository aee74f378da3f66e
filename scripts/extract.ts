/** Prints what an adapter reads on a saved page, as a JSON array of posts. */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import type { Post } from "../lib/schema/post.ts";
import { chooseReader } from "../lib/sites/choose-reader.ts";
import { extractPosts } from "../lib/sites/extract.ts";
import { parsePage } from "./saved-page.ts";

const usage = "Usage: npm run -s extract -- --url URL FILE.html";

/** What is wrong with the command, in one sentence for the person who typed it. */
class UsageError extends Error {}

function readArguments(args: readonly string[]): { readonly url: string; readonly file: string } {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: { url: { type: "string" } }, allowPositionals: true });
    const [file, ...more] = positionals;
    if (values.url && file && more.length === 0) return { url: values.url, file };
  } catch {
    // An unknown option is answered like a missing one.
  }
  throw new UsageError(usage);
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    throw new UsageError(`${file} cannot be read.`);
  }
}

function extract(args: readonly string[]): Post[] {
  const { url, file } = readArguments(args);
  if (!/^https?:\/\//.test(url) || !URL.canParse(url)) throw new UsageError(`"${url}" is not a web address. ${usage}`);
  const page = parsePage(readText(file), url);
  const reader = chooseReader(url, page);
  if (!reader) throw new UsageError(`Fanswer does not read pages at ${url}.`);
  return extractPosts(reader, page);
}

try {
  process.stdout.write(`${JSON.stringify(extract(process.argv.slice(2)), null, 2)}\n`);
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
