import { describe, expect, it } from "vitest";
import type { Pack } from "../../lib/schema/pack.ts";
import { createFinder, follows, outermost } from "../../lib/sites/select.ts";

const proof = { page: "x.html", nodes: 1 };
const pack = {
  site: "x",
  version: 1,
  hosts: [],
  privatePaths: [],
  selectors: { post: { find: ["article.sure", "article"], proof }, text: { find: ["p"], proof } },
} as unknown as Pack;
const find = createFinder(pack);

function page(html: string): HTMLElement {
  document.body.innerHTML = "";
  document.body.append(...new DOMParser().parseFromString(html, "text/html").body.childNodes);
  return document.body;
}
const ids = (elements: readonly (Element | null)[]) => elements.map((each) => each?.id);

describe("a pack's signals", () => {
  const html = '<article id="a"><p id="p"></p><article id="b" class="sure"><p id="q"></p></article></article>';

  it("are found below an element, or at it, in page order", () => {
    const root = page(html);
    expect(ids(find.all(root, "post"))).toEqual(["a", "b"]);
    const a = root.querySelector("#a");
    expect(a && ids(find.all(a, "post"))).toEqual(["b"]);
    expect(a && ids(find.from(a, "post"))).toEqual(["a", "b"]);
    expect(ids(find.from(document, "post"))).toEqual(["a", "b"]);
  });

  it("are found by the selector that is trusted most, and by the next where it is not agreed to", () => {
    const root = page(html);
    expect(find.first(root, "post")?.id).toBe("b");
    expect(find.first(root, "post", ({ id }) => id !== "b")?.id).toBe("a");
    expect(find.first(root, "post", () => false)).toBeNull();
  });

  it("are found around an element: the nearest, or the outermost", () => {
    const q = page(html).querySelector("#q");
    expect(q && ids([find.around(q, "post"), find.outer(q, "post")])).toEqual(["b", "a"]);
  });

  it("lie within another element only when they are not that element", () => {
    const root = page(html);
    const [a, b, p, q] = ["a", "b", "p", "q"].map((id) => root.querySelector(`#${id}`) as Element);
    if (!a || !b || !p || !q) throw new Error("four elements");
    expect([find.within(a, q, "post"), find.within(a, p, "post"), find.within(b, a, "post")]).toEqual([true, false, false]);
  });

  it("are never found where the pack leaves them out", () => {
    const root = page(html);
    expect(find.all(root, "quote")).toEqual([]);
    expect(find.first(root, "quote")).toBeNull();
    expect(find.is(root, "quote")).toBe(false);
    expect(find.css("quote")).toBe(":not(*)");
  });
});

describe("elements of a page", () => {
  it("are outermost when they lie in no other", () => {
    const root = page('<div id="a"><div id="b"></div></div><div id="c"></div>');
    expect(ids(outermost([...root.querySelectorAll("div")]))).toEqual(["a", "c"]);
  });

  it("follow each other in page order, what is inside behind what is around it", () => {
    const root = page('<div id="a"><div id="b"></div></div>');
    const [a, b] = [...root.querySelectorAll("div")];
    if (!a || !b) throw new Error("two elements");
    expect([follows(a, b), follows(b, a), follows(a, a)]).toEqual([true, false, false]);
  });
});
