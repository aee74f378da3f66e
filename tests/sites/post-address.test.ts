import { describe, expect, it } from "vitest";
import { postAddress } from "../../lib/sites/post-address.ts";

describe("the address of a post", () => {
  it.each([
    ["https://x.com/nilu/status/123", "x", "123", "123", "https://x.com/nilu/status/123", "nilu"],
    ["https://twitter.com/nilu/status/123?s=20#m", "x", "123", "123", "https://x.com/nilu/status/123", "nilu"],
    ["https://mobile.x.com/nilu/status/123/photo/1", "x", "123", "123", "https://x.com/nilu/status/123", "nilu"],
    ["https://x.com/i/web/status/123", "x", "123", "123", "https://x.com/i/web/status/123", null],
    ["https://www.facebook.com/acme/posts/45678?__tn__=x", "facebook", "45678", "45678", "https://www.facebook.com/acme/posts/45678", null],
    [
      "https://www.facebook.com/acme/posts/45678?comment_id=112233",
      ...(["facebook", "112233", "45678", "https://www.facebook.com/acme/posts/45678?comment_id=112233", null] as const),
    ],
    ["https://id.pinterest.com/pin/987654/?x=1", "pinterest", "987654", "987654", "https://www.pinterest.com/pin/987654/", null],
    ["https://www.pinterest.co.uk/pin/acme-buds--987654/", "pinterest", "987654", "987654", "https://www.pinterest.com/pin/987654/", null],
    ["https://www.reddit.com/r/acme/comments/ab1/pairing/", "reddit", "t3_ab1", "t3_ab1", "https://www.reddit.com/comments/ab1/", null],
    [
      "https://www.reddit.com/r/acme/comments/ab1/pairing/cd2/?context=3",
      ...(["reddit", "t1_cd2", "t3_ab1", "https://www.reddit.com/comments/ab1/comment/cd2/", null] as const),
    ],
  ])("%s", (url, site, postId, pageId, clean, handle) => expect(postAddress(url)).toEqual({ site, postId, pageId, url: clean, handle }));

  it.each([
    null,
    "",
    "not an address",
    "https://x.com/home",
    "https://notx.com/nilu/status/123",
    "https://x.com.evil.example/nilu/status/123",
    "https://www.facebook.com/acme",
    "https://www.pinterest.com/acme/",
    "https://www.reddit.com/r/acme/",
    "http://x.com/nilu/status/123",
    "https://acme@x.com/nilu/status/123",
    "https://x.com:8443/nilu/status/123",
    "https://blog.example/nilu/status/123",
  ])("%s is none", (url) => expect(postAddress(url)).toBeNull());
});
