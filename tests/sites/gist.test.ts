import { describe, expect, it } from "vitest";
import { openPage } from "./pages.ts";

const squeezed = (text: string) => text.replace(/\s+/gu, " ");

describe("the gist of a post", () => {
  it.each([
    ["x-home.html", "https://x.com/home"],
    ["x-2021.html", "https://twitter.com/home"],
    ["x-status.html", "https://x.com/kai_brook/status/1"],
    ["facebook-home.html", "https://www.facebook.com/"],
    ["facebook-group.html", "https://www.facebook.com/groups/1"],
    ["facebook-post.html", "https://www.facebook.com/a/posts/1"],
  ])("holds all its words, on %s", (name, url) => {
    const { page, adapter } = openPage(name, url);
    let told = 0;
    for (const node of adapter.findPosts(page)) {
      const [gist, text] = [adapter.gist(node), adapter.readPost(node)?.text];
      if (gist === null || !text) continue;
      expect(squeezed(gist)).toContain(squeezed(text));
      told++;
    }
    expect(told).toBeGreaterThan(0);
  });

  it("finds the post that an element stands in, whatever it quotes", () => {
    const { page, adapter } = openPage("x-home.html", "https://x.com/home");
    for (const node of adapter.findPosts(page)) {
      for (const inner of node.querySelectorAll("*")) expect(adapter.around(inner)).toBe(node);
    }
    expect(adapter.around(page.body)).toBeNull();
  });
});
