import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { chooseReader } from "../../lib/sites/choose-reader.ts";
import { extractPosts } from "../../lib/sites/extract.ts";
import { parsePage } from "../../scripts/saved-page.ts";

const folder = "../shared/captures";
const isThere = existsSync(folder);
if (!isThere) console.info(`${folder} is not there: only the invented pages are read.`);
const hash = (texts: readonly unknown[]) => createHash("sha256").update(texts.join("\n")).digest("hex").slice(0, 12);

/** Page, its address, how many posts with words it shows, and hashes of their ids and of their texts as checked by eye. */
const captures = [
  ["x-home-2025-02.html", "https://x.com/home", 5, "15955a75fefc", "7d35f42c57cb"],
  ["x-status-replybox-2026-02.html", "https://x.com/i/web/status/1", 0, "e3b0c44298fc", "e3b0c44298fc"],
  ["x-tweet-focused-2025-10.html", "https://x.com/i/web/status/1", 1, "281b8e525bc8", "0d2457261ece"],
  ["facebook-home-2025-07.html", "https://www.facebook.com/", 1, "715084e71b07", "2ef394c9e120"],
  ["reddit-post-2025-11.html", "https://www.reddit.com/r/a/comments/1/a/", 97, "40262f5bbbed", "aca83566ca1b"],
  ["mastodon-thread-2026-04.html", "https://mastodon.example/@a/1", 6, "eadac3fb57b5", "b78504ecc3c9"],
  ["pinterest-grid-2022-01.html", "https://www.pinterest.co.kr/search/pins/", 2, "6a267879326a", "07ddd7bed585"],
  ["facebook-post-dialog-2025-06.html", "https://www.facebook.com/a/posts/pfbid0", 11, "36605ed70eeb", "6859ab1ca0ad"],
] as const;

describe.skipIf(!isThere)("real saved pages", () => {
  it.each(captures)("%s", { timeout: 60_000 }, (file, url, count, ids, texts) => {
    const page = parsePage(readFileSync(`${folder}/${file}`, "utf8"), url);
    const reader = chooseReader(url, page);
    const posts = reader ? extractPosts(reader, page) : [];
    expect(posts).toHaveLength(count);
    expect(posts.every(({ id, author, text }) => id && author.handle && author.name && text)).toBe(true);
    expect([hash(posts.map(({ id }) => id)), hash(posts.map(({ text }) => text))]).toEqual([ids, texts]);
  });
});
