import { describe, expect, it } from "vitest";
import { cleaned, linksIn } from "../../lib/sync/pasted-text.ts";
import { unwrapped } from "../../lib/sync/wrapped-link.ts";

const whole = (text: string) => linksIn(cleaned(text)).flatMap(({ link, isBroken }) => (isBroken ? [] : link));
const all = (text: string) => linksIn(cleaned(text)).map(({ link }) => link);
const link = "https://acme.example/join#code-1";

describe("a text without what programs put into it", () => {
  it.each([
    ["full width and hidden marks", "ｈttps\u200b://a", "https://a"],
    ["another hyphen", "code\u20111", "code-1"],
    ["escapes of HTML", "a&#35;b&amp;c&quot;d", "a#b&c d"],
    ["escapes of a chat", "code\\-1", "code-1"],
  ])("has no %s", (_, text, expected) => {
    expect(cleaned(text)).toBe(expected);
  });
});

describe("the links in a text", () => {
  it.each([
    ["in brackets and quotes", `Join (“${link}”) today`],
    ["without a scheme", "acme.example/join#code-1"],
    ["escaped", "https%3A%2F%2Facme.example%2Fjoin%23code-1"],
    ["behind the address of a mail program", `https://eu.safelinks.protection.outlook.com/?url=${encodeURIComponent(link)}`],
    ["in a link that shares it", `https://wa.me/?text=${encodeURIComponent(`Join us ${link}`)}`],
  ])("are found %s", (_, text) => {
    expect(whole(text)).toContain(link);
  });

  it("are also tried with the words that follow, as mail breaks them", () => {
    expect(all("https://acme.example/join#co=\nde-1")).toContain(link);
    expect(linksIn("https://acme.example/join#co de-1")).toEqual([
      { link: "https://acme.example/join#co", isBroken: false },
      { link: "https://acme.example/join#code-1", isBroken: true },
    ]);
  });

  it("are none after a host alone, which may be that host's other half", () => {
    expect(all("https://acme.example evil.example/join#code-1")).not.toContain("https://evil.example/join#code-1");
  });

  it("on this machine have no TLS", () => {
    expect(whole("localhost:8080/join#code-1")).toEqual(["http://localhost:8080/join#code-1"]);
  });
});

describe("a link that a program put its own address before", () => {
  it.each([
    [`https://www.google.com/url?q=${encodeURIComponent(link)}`, link],
    [`https://l.facebook.com/l.php?u=${encodeURIComponent(link)}&h=x`, link],
    ["https://slack-redir.net/link?URL=https://acme.example/join#code-1", link],
    ["https://urldefense.proofpoint.com/v2/url?u=https-3A__acme.example_join-23code-2D1&d=x", "https%3A//acme.example/join%23code%2D1"],
    ["https://urldefense.com/v3/__https://acme.example/join*code-1__;Iw!!x", link],
  ])("%s", (wrapped, inner) => {
    expect(unwrapped(wrapped)).toBe(inner);
  });

  it.each([link, "https://google.com.evil.example/url?q=https://acme.example", "https://www.google.com/search?q=x", "no link"])(
    "is none: %s",
    (other) => {
      expect(unwrapped(other)).toBeNull();
    },
  );
});
