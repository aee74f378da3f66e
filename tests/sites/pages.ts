import { readFileSync } from "node:fs";
import type { Post } from "../../lib/schema/post.ts";
import type { SiteAdapter } from "../../lib/sites/adapter.ts";
import { chooseAdapter } from "../../lib/sites/choose.ts";
import { extractPosts } from "../../lib/sites/extract.ts";
import { parsePage } from "../../scripts/saved-page.ts";

/** An invented page of tests/fixtures/pages as a document at `url`, with its adapter. */
export function openPage(name: string, url: string): { page: Document; adapter: SiteAdapter; posts: Post[] } {
  const page = parsePage(readFileSync(`tests/fixtures/pages/${name}`, "utf8"), url);
  const adapter = chooseAdapter(url, page);
  if (!adapter) throw new Error(`no adapter for ${url}`);
  return { page, adapter, posts: extractPosts(adapter, page) };
}
