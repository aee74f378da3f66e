import { beforeEach, describe, expect, it } from "vitest";
import { pasteIntoFocused } from "../../lib/sites/paste.ts";

const selector = "[contenteditable=true]";
let pasted: (string | undefined)[];

function editable(into: ParentNode & Node): HTMLElement {
  const editor = document.createElement("div");
  editor.setAttribute("contenteditable", "true");
  editor.tabIndex = 0;
  editor.addEventListener("paste", (event) => pasted.push((event as ClipboardEvent).clipboardData?.getData("text/plain")));
  into.append(editor);
  return editor;
}

describe("pasteIntoFocused", () => {
  beforeEach(() => {
    pasted = [];
    document.body.replaceChildren();
  });

  it("pastes once into the editor that has the focus", () => {
    editable(document.body);
    editable(document.body).focus();
    expect(pasteIntoFocused(selector, "one\ntwo")).toBe(true);
    expect(pasted).toEqual(["one\ntwo"]);
  });

  it("finds the focus inside of a shadow root", () => {
    const host = document.createElement("div");
    document.body.append(host);
    editable(host.attachShadow({ mode: "open" })).focus();
    expect(pasteIntoFocused(selector, "x")).toBe(true);
    expect(pasted).toEqual(["x"]);
  });

  it("does nothing when the focus is in another element", () => {
    editable(document.body);
    const field = document.createElement("input");
    document.body.append(field);
    field.focus();
    expect(pasteIntoFocused(selector, "x")).toBe(false);
    expect(pasted).toEqual([]);
  });

  it("stands alone, so that it can be sent into the page", () => {
    const sent = new Function("document", "ClipboardEvent", "DataTransfer", `return (${pasteIntoFocused})(...arguments[3])`);
    editable(document.body).focus();
    expect(sent(document, ClipboardEvent, DataTransfer, [selector, "x"])).toBe(true);
    expect(pasted).toEqual(["x"]);
  });
});
