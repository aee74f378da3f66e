import { describe, expect, it } from "vitest";
import { foreignLinks, withLinkSigns } from "../../lib/suggest/links.ts";

describe("links to elsewhere", () => {
  it.each([
    ["get it at cheap-rings.online today", ["cheap-rings.online"]],
    ["Look at Rings.Store.", ["Rings.Store"]],
    ["RINGS.BIZ/sale", ["RINGS.BIZ/sale"]],
    ["買rings.com吧", ["rings.com"]],
    ["see https://rings.photography/a?b=1 and rings.wiki", ["https://rings.photography/a?b=1", "rings.wiki"]],
    ["a ring at bücher.shop", ["bücher.shop"]],
  ])("%s", (text, links) => expect(foreignLinks(text, ["acme.example"])).toEqual(links));

  it.each(["help.acme.example/a", "write to me@rings.com", "a file.txt", "e.g. this", "1.5 metres", "Acme.example"])("none: %s", (text) =>
    expect(foreignLinks(text, ["acme.example"])).toEqual([]),
  );

  it("are none where no domain is set", () => expect(foreignLinks("rings.online", [])).toEqual([]));
});

it("a link is one sign, however long it is", () => {
  expect(withLinkSigns("see rings.online/a, or https://rings.com/b?c", "#").split(/\s+/)).toEqual(["see", "#", ",", "or", "#", ""]);
});
