import { describe, expect, it, vi } from "vitest";
import { findPost } from "../../lib/sites/find-post.ts";
import { openReplyBox } from "../../lib/sites/open-composer.ts";
import { openPage } from "./pages.ts";

const signal = new AbortController().signal;

/** A control that opens an editor at its press, after `looks` looks for it; never when that is null. */
function box(looks: number | null) {
  const control = document.createElement("button");
  const made = document.createElement("textarea");
  let left = looks;
  let pressed = 0;
  control.addEventListener("click", () => {
    pressed++;
  });
  const editor = () => {
    if (pressed === 0 || left === null) return null;
    left--;
    return left < 0 ? made : null;
  };
  return { control, editor, made, presses: () => pressed };
}

describe("a reply box", () => {
  it("that is open is taken as it is, without a press", async () => {
    const { control, made, presses } = box(0);
    expect(await openReplyBox({ control, editor: () => made }, signal)).toBe(made);
    expect(presses()).toBe(0);
  });

  it("is opened by one press, and waited for", async () => {
    const { control, editor, made, presses } = box(2);
    expect(await openReplyBox({ control, editor }, signal)).toBe(made);
    expect(presses()).toBe(1);
  });

  it("is not found where nothing opens it", async () => {
    await expect(openReplyBox({ control: null, editor: () => null }, signal)).rejects.toMatchObject({ code: "composer_not_found" });
  });

  it("is given up after a while", async () => {
    vi.useFakeTimers();
    const { control, editor } = box(null);
    const opening = expect(openReplyBox({ control, editor }, signal)).rejects.toMatchObject({ code: "composer_not_found" });
    await vi.advanceTimersByTimeAsync(5_000);
    await opening;
    vi.useRealTimers();
  });

  it("is no longer waited for once its signal aborts", async () => {
    const { control, editor } = box(null);
    const end = new AbortController();
    const opening = openReplyBox({ control, editor }, end.signal);
    end.abort(new Error("put away"));
    await expect(opening).rejects.toThrow("put away");
  });
});

describe("a post on the page", () => {
  it("is found by its id, and only while it stands there", () => {
    const { page, adapter, posts } = openPage("x-home.html", "https://x.com/home");
    const id = posts[1]?.id ?? "";
    const node = findPost(adapter, page, id);
    expect(node && adapter.readPost(node)?.id).toBe(id);
    node?.remove();
    expect(findPost(adapter, page, id)).toBeNull();
  });
});
