import { describe, expect, it } from "vitest";
import { cutText, readText } from "../../lib/sites/text.ts";

function read(html: string, breaks: "lines" | "pre" = "pre"): string {
  const root = new DOMParser().parseFromString(`<div id="root">${html}</div>`, "text/html").getElementById("root");
  return root ? readText(root, { breaks }) : "";
}

describe("readText", () => {
  it.each([
    ["emoji pictures", 'charger <img alt="🔌"> hums', "charger 🔌 hums"],
    ["line breaks", "one<br>two", "one\ntwo"],
    ["line breaks in the text", "one\n\ntwo", "one\n\ntwo"],
    ["a box inside a line", "ask <div><a>@acme</a></div> now", "ask @acme now"],
    [
      "a split link",
      '<a><span aria-hidden="true">https://</span>a.example<span aria-hidden="true">/b</span><span aria-hidden="true">…</span></a>',
      "https://a.example/b",
    ],
    ["a sentence that ends in dots", "wait <a>here…</a>…", "wait here……"],
    ["zero-width and bidi marks", "pair\u200bing \u202eback\u202c\ufeff", "pairing back"],
    ["no-break spaces", "1\u00a0h", "1 h"],
    ["emoji made of several", "👩\u200d🔧 🙇\u200d♂️", "👩\u200d🔧 🙇\u200d♂️"],
    ["joiners that a script needs", "می\u200cخواهم", "می\u200cخواهم"],
    ["joiners that split a word", "ac\u200dme", "acme"],
    ["markup in text", "&lt;script&gt;alert(1)&lt;/script&gt;", "<script>alert(1)</script>"],
  ])("keeps %s as a person reads them", (_, html, text) => expect(read(html)).toBe(text));

  it.each([
    ["buttons", 'cut … <div role="button">See more</div>', "cut …"],
    ["texts for screen readers", 'a<span class="visually-hidden">a again</span>', "a"],
    ["titles of pictures", "a<svg><title>Verified</title></svg>", "a"],
    ["scripts", "a<script>b</script>", "a"],
  ])("leaves out %s", (_, html, text) => expect(read(html)).toBe(text));

  it("makes a line of each block where the site does", () => {
    const html = "<div><div>one</div></div><div><div>two <span>x</span></div><div>three</div></div>";
    expect(read(html, "lines")).toBe("one\ntwo x\nthree");
    expect(read(html, "pre")).toBe("onetwo xthree");
  });
});

describe("cutText", () => {
  it.each([
    ["short", 10, "short"],
    ["exactly", 7, "exactly"],
    ["too long", 3, "too"],
    ["ab🔌", 3, "ab"],
    ["ab🔌", 4, "ab🔌"],
  ])("%s to %i units", (text, max, cut) => expect(cutText(text, max)).toBe(cut));
});
