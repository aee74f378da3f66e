import { describe, expect, it } from "vitest";
import { postAddress } from "../../lib/sites/post-address.ts";

describe("the address of a post", () => {
  it.each([
    ["https://x.com/nilu/status/123", "x", "123", "123", "https://x.com/nilu/status/123"],
    ["https://twitter.com/nilu/status/123?s=20#m", "x", "123", "123", "https://x.com/nilu/status/123"],
    ["https://mobile.x.com/nilu/status/123/photo/1", "x", "123", "123", "https://x.com/nilu/status/123"],
    [
      "https://www.facebook.com/acme/posts/4567890?__tn__=x",
      "facebook",
      "4567890",
      "4567890",
      "https://www.facebook.com/acme/posts/4567890",
    ],
    [
      "https://www.facebook.com/acme/posts/4567890?comment_id=112233",
      "facebook",
      "112233",
      "4567890",
      "https://www.facebook.com/acme/posts/4567890?comment_id=112233",
    ],
  ])("%s", (url, site, postId, pageId, clean) => expect(postAddress(url)).toEqual({ site, postId, pageId, url: clean }));

  it.each([
    null,
    "",
    "not an address",
    "https://x.com/home",
    "https://notx.com/nilu/status/123",
    "https://x.com.evil.example/nilu/status/123",
    "https://www.facebook.com/acme",
    "https://blog.example/nilu/status/123",
  ])("%s is none", (url) => expect(postAddress(url)).toBeNull());
});
