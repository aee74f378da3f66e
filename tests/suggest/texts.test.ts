import { describe, expect, it } from "vitest";
import { bannedIn } from "../../lib/suggest/banned.ts";
import { foreignLinks, withLinkSigns } from "../../lib/suggest/links.ts";
import { cardNumbers, mailAddresses, orderNumbers } from "../../lib/suggest/personal.ts";
import { termsOf } from "../../lib/suggest/terms.ts";

describe("banned words", () => {
  it.each([
    ["Guaranteed!", ["guaranteed"], ["Guaranteed"]],
    ["unguaranteed", ["guaranteed"], []],
    ["guaranteeds, but guaranteed", ["guaranteed"], ["guaranteed"]],
    ["we refund  you", ["refund you"], []],
    ["保證退款", ["退款"], ["退款"]],
    ["ＧＵＡＲＡＮＴＥＥＤ", ["guaranteed"], ["ＧＵＡＲＡＮＴＥＥＤ"]],
    ["ﬁne", ["fine"], ["fine"]],
  ])("in %j of %j: %j", (text, banned, found) => {
    expect(bannedIn(text, banned)).toEqual(found);
  });
});

describe("links", () => {
  it("are one sign each, with a scheme or without", () => {
    expect(withLinkSigns("see https://acme.com/a?b=1 or acme.com/help", "*").trim().split(/\s+/)).toEqual(["see", "*", "or", "*"]);
  });

  it("are no links where a sentence ends or somebody is written to", () => {
    expect(withLinkSigns("it works.Then", "*")).toBe("it works.Then");
    expect(withLinkSigns("mail me@acme.com", "*")).toBe("mail me@acme.com");
  });

  it.each([
    ["https://acme.com/x and help.acme.com", ["acme.com"], []],
    ["https://acme.com.evil.com/", ["acme.com"], ["https://acme.com.evil.com/"]],
    ["notacme.com", ["acme.com"], ["notacme.com"]],
    ["https://user@evil.com/acme.com", ["acme.com"], ["https://user@evil.com/acme.com"]],
    ["https://BÜCHER.example", ["bücher.example"], []],
    ["anything.com", [], []],
    ["evil.com evil.com", ["acme.com"], ["evil.com"]],
  ])("in %j to elsewhere than %j: %j", (text, domains, found) => {
    expect(foreignLinks(text, domains)).toEqual(found);
  });
});

describe("what is personal in a text", () => {
  it("is a payment card with its check sum, in groups or not", () => {
    expect(cardNumbers("4111 1111 1111 1111 and 4111111111111111")).toEqual(["4111 1111 1111 1111", "4111111111111111"]);
    expect(cardNumbers("4111 1111 1111 1112, 1234567890123")).toEqual([]);
  });

  it("is a mail address", () => {
    expect(mailAddresses("write to dana.k+x@mail.example.com, or @dana")).toEqual(["dana.k+x@mail.example.com"]);
  });

  it("is an order number of the workspace's form, and nothing longer", () => {
    expect(orderNumbers("order ab-1234, ab-12345 and xab-1234", "@@-####")).toEqual(["ab-1234"]);
    expect(orderNumbers("AB-1234", "ab-####")).toEqual(["AB-1234"]);
  });
});

describe("the terms of a text", () => {
  const terms = (text: string) => [...termsOf(text).keys()];

  it("are its words without endings, case and marks, each as it is written first", () => {
    expect([...termsOf("Pairing paired PÁIRING")]).toEqual([["pair", "Pairing"]]);
    expect(terms("Điện")).toEqual(["dien"]);
  });

  it("are pairs of characters where no space parts words", () => {
    expect(terms("蘋果手機")).toEqual(["蘋果", "果手", "手機"]);
  });

  it("leave out the small words of every language", () => {
    expect(terms("the og dan the")).toEqual([]);
  });
});
