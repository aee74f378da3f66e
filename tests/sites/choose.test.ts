import { describe, expect, it } from "vitest";
import { chooseAdapter } from "../../lib/sites/choose.ts";

describe("chooseAdapter", () => {
  it.each([
    ["https://x.com/home", "x"],
    ["https://twitter.com/acme_care/status/1", "x"],
    ["https://www.facebook.com/", "facebook"],
    ["https://www.facebook.com/groups/earbudfriends", "facebook"],
    ["https://www.facebook.com/messagesfans", "facebook"],
  ])("reads %s as %s", (url, site) => expect(chooseAdapter(url, document)?.site).toBe(site));

  it.each([
    "https://x.com/messages",
    "https://x.com/messages/1-2",
    "https://x.com/i/chat/1-2",
    "https://x.com/settings/account",
    "https://www.facebook.com/messages/t/1",
    "https://www.facebook.com/settings",
    "https://m.facebook.com/",
    "https://x.com.example.org/home",
    "https://notx.com/home",
    "about:blank",
    "no address",
  ])("leaves %s alone", (url) => expect(chooseAdapter(url, document)).toBeNull());
});
