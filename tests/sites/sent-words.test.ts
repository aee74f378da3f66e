import { beforeEach, describe, expect, it } from "vitest";
import type { Post } from "../../lib/schema/post.ts";
import { followBox } from "../../lib/sites/sent-words.ts";
import { x } from "./x-posts.ts";

const placed = "Hold the button for ten seconds";
let box: HTMLElement | null;
let follow: ReturnType<typeof followBox>;

beforeEach(() => {
  box = Object.assign(document.createElement("div"), { textContent: placed });
  document.body.replaceChildren(box);
  follow = followBox(document, { ...x(), replyBox: () => box }, {} as Post, placed);
});

describe("the words of a reply box", () => {
  it("are sent once they are gone from it, for ten seconds", () => {
    follow.look(1000);
    expect(follow.sent(1000)).toBeNull();
    box = null;
    follow.look(2000);
    expect([follow.sent(2000), follow.sent(11_000), follow.sent(11_001)]).toEqual([placed, placed, null]);
  });

  it("are those that stood there last, line by line", () => {
    follow.look(1000);
    box?.replaceChildren(
      ...["Hold the button", "for ten seconds, Dana"].map((line) => Object.assign(document.createElement("div"), { textContent: line })),
    );
    follow.look(1500);
    box?.replaceChildren();
    follow.look(2000);
    expect(follow.sent(2000)).toBe("Hold the button\nfor ten seconds, Dana");
  });

  it("are nobody's when they were never the placed ones, or others were written since", () => {
    if (box) box.textContent = "Good morning";
    follow.look(1000);
    box = null;
    expect(follow.sent(1500)).toBeNull();
  });
});
