// @vitest-environment node
import { describe, expect, it } from "vitest";
import type { SiteId } from "../../lib/schema/post.ts";
import { isIdOf, isLinkOn, isPermalinkOf } from "../../lib/sites/own-links.ts";
import { pageId, publicPage } from "../../lib/sites/page-address.ts";

const forum = "https://forum.example/t/pairing/7";
const forumId = await pageId(new URL(forum));

describe("the link of a post", () => {
  it.each([
    ["x", "123", "https://x.com/nilu/status/123"],
    ["x", "123", "https://mobile.twitter.com/nilu/status/123?s=20"],
    ["x", "123", "https://x.com/i/web/status/123/photo/1"],
    ["facebook", "pfbid0A", "https://www.facebook.com/acme/posts/pfbid0A"],
    ["facebook", "17001", "https://www.facebook.com/500005?comment_id=17001"],
    ["facebook", "600001", "https://web.facebook.com/photo/?fbid=600001"],
    ["pinterest", "987", "https://www.pinterest.co.uk/pin/acme-buds--987/"],
    ["reddit", "t3_ab1", "https://www.reddit.com/r/acme/comments/ab1/pairing/"],
    ["reddit", "t1_cd2", "https://www.reddit.com/comments/ab1/comment/cd2/"],
    ["mastodon", "110", "https://social.example/@nilu/110"],
    ["other", forumId, `${forum}/?utm_source=mail#p3`],
  ] as [SiteId, string, string][])("%s %s may be %s", async (site, id, link) => expect(await isPermalinkOf(site, id, link)).toBe(true));

  it.each([
    ["x", "123", "https://x.com@evil.example/nilu/status/123"],
    ["x", "123", "https://x.com:8443/nilu/status/123"],
    ["x", "123", "https://x.com.evil.example/nilu/status/123"],
    ["x", "123", "https://evilx.com/nilu/status/123"],
    ["x", "123", "https://x.com./nilu/status/123"],
    ["x", "123", "http://x.com/nilu/status/123"],
    ["x", "123", "https://x.com/nilu/status/1234"],
    ["x", "123", "https://x.com/nilu"],
    ["x", "123", "https://127.0.0.1/nilu/status/123"],
    ["x", "123", "https://[::1]/nilu/status/123"],
    ["x", "123", "javascript:alert(123)//x.com/status/123"],
    ["facebook", "500005", "https://x.com/someone/status/500005"],
    ["facebook", "500005", "https://l.facebook.com/l.php?u=https%3A%2F%2Fevil.example&id=500005"],
    ["facebook", "500005", "https://facebook.com.evil.example/acme/posts/500005"],
    ["pinterest", "987", "https://www.pinterest.evil.example/pin/987/"],
    ["reddit", "t3_ab1", "https://www.reddit.com/r/acme/comments/zz9/pairing/"],
    ["mastodon", "110", "https://10.0.0.7/@nilu/110"],
    ["mastodon", "110", "https://mastodon.local/@nilu/110"],
    ["other", forumId, "https://forum.example/t/pairing/8"],
    ["other", forumId, "https://localhost/t/pairing/7"],
  ] as [SiteId, string, string][])("%s %s is not %s", async (site, id, link) => expect(await isPermalinkOf(site, id, link)).toBe(false));
});

describe("the link of a reply", () => {
  it.each([
    ["x", null, "https://x.com/robin/status/9"],
    ["facebook", null, "https://www.facebook.com/acme/posts/pfbid0A?comment_id=17001"],
    ["facebook", null, "https://www.facebook.com/500005?comment_id=17001"],
    ["facebook", null, "https://www.facebook.com/share/p/1AbC/"],
    ["pinterest", null, "https://id.pinterest.com/pin/987/"],
    ["reddit", null, "https://www.reddit.com/r/acme/s/Xy12"],
    ["mastodon", "https://social.example/@nilu/110", "https://other.example/@robin/111"],
    ["other", forum, "https://www.forum.example/t/pairing/7#reply-2"],
  ] as [SiteId, string | null, string][])("to a post on %s at %s may be %s", (site, at, link) =>
    expect(isLinkOn(site, at, link)).toBe(true),
  );

  it.each([
    ["x", null, "https://evil.example/robin/status/9"],
    ["x", null, "https://x.com/robin"],
    ["x", null, "https://x.com/"],
    ["x", null, "https://robin:secret@x.com/robin/status/9"],
    ["facebook", null, "https://www.facebook.com/acme"],
    ["facebook", null, "https://lm.facebook.com/l.php?u=https%3A%2F%2Fevil.example%2F500005"],
    ["reddit", null, "https://www.reddit.com/r/acme/"],
    ["mastodon", null, "https://169.254.169.254/latest/1"],
    ["other", forum, "https://evil.example/t/pairing/7"],
    ["other", null, "https://forum.example/t/pairing/7"],
  ] as [SiteId, string | null, string][])("to a post on %s at %s is not %s", (site, at, link) =>
    expect(isLinkOn(site, at, link)).toBe(false),
  );
});

it.each([
  ["x", "1790000000000000001", true],
  ["x", "invented-1", false],
  ["facebook", "pfbid0A", true],
  ["facebook", "1; DROP", false],
  ["reddit", "t1_cd2", true],
  ["reddit", "cd2", false],
  ["other", forumId, true],
  ["other", "7", false],
] as [SiteId, string, boolean][])("an id of %s: %s is %s", (site, id, is) => expect(isIdOf(site, id)).toBe(is));

it.each([
  "https://intranet/x",
  "https://router.lan/x",
  "https://a.internal/",
  "https://1.2.3.4/",
  "https://0x7f.1/",
  "https://2130706433/",
  "ftp://a.example/",
  "",
])("%j is no page of the public web", (link) => expect(publicPage(link)).toBeNull());
