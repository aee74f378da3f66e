import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { FanswerError } from "../../lib/schema/errors.ts";
import { type PlaceDeps, placeReply } from "../../lib/sites/place-reply.ts";
import { x, xPost } from "./x-posts.ts";

const text = "Hold the button for ten seconds.\n\nThen pair again.";
let node: Element;
let life: AbortController;

beforeEach(() => {
  life = new AbortController();
  const cell = xPost({ id: "11" });
  document.body.replaceChildren(cell);
  node = cell.querySelector("article") as Element;
});
afterEach(() => life.abort());

/** What the site does on "reply": a dialog that shows the post above an editor. */
function siteOpens(content = ""): void {
  node.querySelector("[data-testid=reply]")?.addEventListener("click", () => {
    const dialog = document.createElement("div");
    dialog.setAttribute("role", "dialog");
    const editor = document.createElement("div");
    editor.setAttribute("data-testid", "tweetTextarea_0");
    editor.setAttribute("contenteditable", "true");
    editor.tabIndex = 0;
    const block = document.createElement("div");
    block.append(content || document.createElement("br"));
    editor.append(block);
    dialog.append(xPost({ id: "11" }), editor);
    document.body.append(dialog);
  });
}
const editor = () => document.querySelector("[role=dialog] [data-testid=tweetTextarea_0]") as HTMLElement;

/** An editor that makes a block of each line. */
function take(words: string): void {
  editor().replaceChildren(...words.split("\n").map((line) => Object.assign(document.createElement("div"), { textContent: line })));
}

async function place(over: Partial<PlaceDeps> = {}): Promise<{ inserted: string[]; copied: string[]; error: unknown }> {
  const inserted: string[] = [];
  const copied: string[] = [];
  const deps: PlaceDeps = {
    adapter: x(),
    node,
    text,
    async insert(selector, words) {
      inserted.push(words);
      if (!document.activeElement?.matches(selector)) return false;
      take(words);
      return true;
    },
    clipboard: async (words) => void copied.push(words),
    wait: async () => {},
    signal: life.signal,
    ...over,
  };
  const error = await placeReply(deps).catch((thrown: unknown) => thrown);
  return { inserted, copied, error };
}

describe("placing a reply", () => {
  it("opens the reply box, inserts once and finds the text there", async () => {
    siteOpens();
    const { inserted, copied, error } = await place();
    expect({ inserted, copied, error }).toEqual({ inserted: [text], copied: [], error: undefined });
    expect(document.activeElement).toBe(editor());
  });

  it("sets the caret inside the last block first", async () => {
    siteOpens();
    const carets: (Node | null | undefined)[] = [];
    await place({
      async insert() {
        carets.push(document.getSelection()?.anchorNode);
        return false;
      },
    });
    expect(carets).toEqual([editor().firstElementChild]);
  });

  it("never writes over somebody's draft", async () => {
    siteOpens("my own words");
    const { inserted, copied, error } = await place();
    expect(error).toMatchObject({ code: "composer_not_empty" });
    expect([inserted, copied, editor().textContent]).toEqual([[], [], "my own words"]);
  });

  it("goes on after the name that the site itself put there", async () => {
    siteOpens("fern_walker name");
    const { error } = await place({
      async insert(_, words) {
        editor().append(words);
        return true;
      },
    });
    expect(error).toBeUndefined();
  });

  it.each([
    ["quotes and dots", "It\u2019s the \u201csmall\u201d one\u2026 hold it", 'It\'s the "small" one... hold it'],
    ["an emoticon", "Hold it for ten seconds \u{1f642} then pair", "Hold it for ten seconds :) then pair"],
    ["a heart and a mark", "Acme\u2122 cares \u2764\ufe0f about you all", "Acme(tm) cares <3 about you all"],
    ["a first capital", "Try it again, please, and write to us", "try it again, please, and write to us"],
    ["the signs of another script", "\u91cd\u7f6e\u4e00\u6b21\u5c31\u597d\uff01", "\u91cd\u7f6e\u4e00\u6b21\u5c31\u597d!"],
  ])("knows its words again when the editor corrects %s by itself", async (_, corrected, words) => {
    siteOpens();
    const { copied, error } = await place({
      text: words,
      async insert() {
        take(corrected);
        return true;
      },
    });
    expect([error, copied]).toEqual([undefined, []]);
  });

  it.each([
    ["nothing arrives", async () => true],
    ["the focus was elsewhere", async () => false],
    [
      "it arrives twice",
      async (_: string, words: string) => {
        take(words + words);
        return true;
      },
    ],
    ["the background could not", () => Promise.reject(new FanswerError("insert_failed"))],
  ])("puts the text on the clipboard when %s, and never writes twice", async (_, insert) => {
    siteOpens();
    let calls = 0;
    const { copied, error } = await place({
      insert(selector, words) {
        calls += 1;
        return insert(selector, words);
      },
    });
    expect(error).toMatchObject({ code: "insert_failed", detail: null });
    expect([calls, copied]).toEqual([1, [text]]);
  });

  it("waits two seconds for a page that is busy, and does not tell the person to paste it again", async () => {
    siteOpens();
    let waitedMs = 0;
    const { copied, error } = await place({
      insert: async () => true,
      async wait(ms) {
        waitedMs += ms;
        if (waitedMs >= 2000 && editor().textContent === "") take(text);
      },
    });
    expect([error, copied]).toEqual([undefined, []]);
  });

  it("says so when even the clipboard is closed", async () => {
    siteOpens();
    const { error } = await place({ insert: async () => false, clipboard: () => Promise.reject(new Error("denied")) });
    expect(error).toMatchObject({ code: "insert_failed", detail: "clipboard" });
  });

  it("passes on why the background refused", async () => {
    siteOpens();
    const { copied, error } = await place({ insert: () => Promise.reject(new FanswerError("lease_lost")) });
    expect([copied, (error as FanswerError).code]).toEqual([[], "lease_lost"]);
  });

  it("gives up when no reply box opens", async () => {
    node.querySelector("[data-testid=reply]")?.remove();
    expect((await place()).error).toMatchObject({ code: "composer_not_found" });
  });

  it("leaves alone the box for new posts that every timeline has", async () => {
    siteOpens();
    const home = document.createElement("div");
    home.setAttribute("data-testid", "tweetTextarea_0");
    home.setAttribute("contenteditable", "true");
    document.body.prepend(home);
    await place();
    expect([home.textContent, editor().textContent]).toEqual(["", text.replaceAll("\n", "")]);
  });

  it("stops when the card is closed meanwhile", async () => {
    siteOpens();
    const { inserted, error } = await place({ wait: async () => life.abort() });
    expect([inserted, (error as Error).name]).toEqual([[], "AbortError"]);
  });
});
