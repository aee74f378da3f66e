import type { ComponentChildren } from "preact";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { focusFirst } from "../../../components/card/focus.ts";
import { guardPresses } from "../../../components/card/gate.ts";
import { closeByEscapeInPage, guideKeys } from "../../../components/card/keys.ts";
import { NextPost } from "../../../components/card/next-post.tsx";
import type { Hindrance } from "../../../components/card/sight.ts";
import { FanswerError } from "../../../lib/schema/errors.ts";
import { control, pageText, press, show } from "../page.ts";
import { mention } from "../samples.ts";

describe("the focus in a card", () => {
  beforeEach(() => void vi.spyOn(document, "hasFocus").mockReturnValue(true));
  afterEach(() => vi.restoreAllMocks());
  const dialog = () => document.querySelector<HTMLElement>("[role=dialog]");
  const card = (inside: ComponentChildren) =>
    show(
      <>
        <input aria-label="Page" />
        <div role="dialog" tabIndex={-1}>
          {inside}
        </div>
      </>,
    );

  test("goes to the box, else to the first step that can be taken, else to the card", async () => {
    await card(
      <>
        <button type="button" data-look="primary" aria-disabled="true">
          Off
        </button>
        <button type="button" data-look="primary">
          Take
        </button>
      </>,
    );
    const opened = dialog();
    if (opened) focusFirst(opened);
    expect(document.activeElement).toBe(control("Take"));
    (document.activeElement as HTMLElement).blur();
    await card(<textarea aria-label="Your answer" />);
    const writing = dialog();
    if (writing) focusFirst(writing);
    expect(document.activeElement).toBe(control("Your answer"));
  });

  test("is never taken from the page", async () => {
    await card(<textarea aria-label="Your answer" />);
    control("Page").focus();
    const opened = dialog();
    if (opened) focusFirst(opened);
    expect(document.activeElement).toBe(control("Page"));
    vi.mocked(document.hasFocus).mockReturnValue(false);
    control("Page").blur();
    if (opened) focusFirst(opened);
    expect(document.activeElement).toBe(document.body);
  });
});

describe("keys in a card", () => {
  let inside: Document;
  beforeEach(() => {
    inside = document.implementation.createHTMLDocument();
  });

  test("Escape closes it, unless something in it took the key first", () => {
    const close = vi.fn();
    guideKeys(inside, close);
    const pressEscape = (init: KeyboardEventInit = {}) =>
      new KeyboardEvent("keydown", { key: "Escape", bubbles: true, cancelable: true, ...init });
    const taken = pressEscape();
    taken.preventDefault();
    inside.body.dispatchEvent(taken);
    inside.body.dispatchEvent(pressEscape({ isComposing: true }));
    expect(close).not.toHaveBeenCalled();
    inside.body.dispatchEvent(pressEscape());
    expect(close).toHaveBeenCalledOnce();
  });

  test("an Escape that no person pressed in the page closes nothing", async () => {
    const [close, life] = [vi.fn(), new AbortController()];
    closeByEscapeInPage(document, document.createElement("div"), close, life.signal);
    document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
    await new Promise((resolve) => setTimeout(resolve));
    life.abort();
    expect(close).not.toHaveBeenCalled();
  });
});

describe("presses in a card", () => {
  const guarded = async (why: Hindrance | null, accepts = true) => {
    const [onClick, onRefused, onPassed] = [vi.fn(), vi.fn(), vi.fn()];
    const inside = document.implementation.createHTMLDocument();
    const button = inside.createElement("button");
    const away = inside.createElement("button");
    const harmless = inside.createElement("span");
    harmless.dataset.harmless = "";
    harmless.append(away);
    inside.body.append(button, harmless);
    for (const each of [button, away]) each.addEventListener("click", onClick);
    guardPresses(inside, { sight: { hindrance: () => why }, accepts: () => accepts, onRefused, onPassed });
    return { button, away, onClick, onRefused, onPassed };
  };
  const click = (target: Element) => target.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, detail: 1 }));

  test("count where the card is plainly seen", async () => {
    const { button, onClick, onPassed } = await guarded(null);
    click(button);
    expect([onClick.mock.calls.length, onPassed.mock.calls.length]).toEqual([1, 1]);
  });

  test("count for nothing where it is covered, and it is said why; putting it away always counts", async () => {
    const { button, away, onClick, onRefused } = await guarded("covered");
    click(button);
    expect(onClick).not.toHaveBeenCalled();
    expect(onRefused).toHaveBeenCalledWith("covered");
    click(away);
    expect(onClick).toHaveBeenCalledOnce();
  });

  test("that no person made reach nothing", async () => {
    const { button, away, onClick, onRefused } = await guarded(null, false);
    click(button);
    click(away);
    expect(onClick).not.toHaveBeenCalled();
    expect(onRefused).not.toHaveBeenCalled();
  });
});

describe("after an answer", () => {
  const post = mention();
  test("the next post is offered with its reason, and what fails is said", async () => {
    const open = vi.fn(async () => Promise.reject(new FanswerError("not_found")));
    await show(<NextPost get={async () => ({ mention: post, isFull: false })} open={open} />);
    expect(pageText()).toContain("Next: ");
    expect(pageText()).toContain("Dana Kestrel");
    await press("Go to the post");
    expect(open).toHaveBeenCalledWith(post);
    expect(document.querySelector("[data-tone=danger]")?.textContent).not.toBe("");
  });

  test("it is said that nothing waits, or that one has enough", async () => {
    await show(<NextPost get={async () => ({ mention: null, isFull: false })} open={async () => {}} />);
    expect(pageText()).toBe("Nothing else waits for you right now.");
  });

  test("one has as many as one may", async () => {
    await show(<NextPost get={async () => ({ mention: null, isFull: true })} open={async () => {}} />);
    expect(pageText()).toContain("You're on as many as you can be.");
  });

  test("that could not be asked for, nothing is said", async () => {
    await show(<NextPost get={async () => Promise.reject(new FanswerError("server_unreachable"))} open={async () => {}} />);
    expect(pageText()).toBe("");
  });
});
