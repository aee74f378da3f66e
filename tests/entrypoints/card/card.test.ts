import { readFileSync } from "node:fs";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import script from "../../../entrypoints/card/index.tsx";
import { cardState } from "../../components/samples.ts";
import browser, { deliver, extensionId, resetBrowser } from "../../support/browser.ts";

const postId = "1894000000000000001";
const state = cardState({ mention: { postId } });
const roots: ShadowRoot[] = [];
/** The document of the first card. */
const inside = () => roots[0]?.querySelector("iframe")?.contentDocument ?? null;
let asked: string[] = [];

/** The page of a site, a background that knows the post, and sight into shadow roots that are closed to everybody else. */
beforeEach(() => {
  resetBrowser();
  asked = [];
  roots.length = 0;
  (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL("https://x.com/home");
  const page = new DOMParser().parseFromString(readFileSync("tests/fixtures/pages/x-home.html", "utf8"), "text/html");
  document.body.replaceChildren(...page.body.childNodes);
  const attach = Element.prototype.attachShadow;
  vi.spyOn(Element.prototype, "attachShadow").mockImplementation(function (this: Element, options) {
    expect(options.mode).toBe("closed");
    const root = attach.call(this, options);
    roots.push(root);
    return root;
  });
  browser.runtime.onMessage.addListener((message, _sender, answer) => {
    const { name } = message as { name: string };
    if (name === "card.show") return undefined;
    const isTexts = name === "language.texts";
    if (!isTexts) asked.push(name);
    answer({ ok: true, value: isTexts ? null : state });
    return true;
  });
});
afterEach(() => {
  (globalThis as { fanswerCard?: { stop(): void } }).fanswerCard?.stop();
  Reflect.deleteProperty(globalThis, "fanswerCard");
  vi.restoreAllMocks();
});

async function inject(): Promise<void> {
  await script.main();
}

const show = (mentionId = `x:${postId}`) =>
  act(async () => {
    await deliver({ name: "card.show", args: { community: "one", mentionId } }, { id: extensionId });
    await new Promise((resolve) => setTimeout(resolve));
  });
const cards = () => [...document.documentElement.children].filter((element) => element !== document.head && element !== document.body);

test("shows the post's card, in a root closed to the page", async () => {
  await inject();
  await show();
  expect(cards()).toHaveLength(1);
  expect(cards()[0]?.shadowRoot).toBeNull();
  await vi.waitFor(() => expect(inside()?.body.textContent).toContain("I'll answer"));
});

test("injected twice it is there once, and shown again it is shown once", async () => {
  await inject();
  await inject();
  await show();
  await show();
  expect(cards()).toHaveLength(1);
});

test("after an update of the extension the new script takes the old one's place", async () => {
  await inject();
  await show();
  browser.runtime.id = undefined;
  await inject();
  expect(cards()).toHaveLength(0);
  browser.runtime.id = extensionId;
  await show();
  expect(cards()).toHaveLength(1);
});

test("a click that the page made up takes nothing", async () => {
  await inject();
  await show();
  await vi.waitFor(() => expect(inside()?.querySelector("[data-look=primary]")).not.toBeNull());
  inside()?.querySelector<HTMLElement>("[data-look=primary]")?.click();
  expect(asked).toEqual(["card.state"]);
});

test("without its post on the page the card is not seen", async () => {
  await inject();
  await show("x:1");
  expect((cards()[0] as HTMLElement).style.visibility).toBe("hidden");
});

test("leaves the page at once with its member, whatever it was doing, and comes again for the next", async () => {
  await inject();
  await show();
  await deliver({ name: "page.restart", args: null }, { id: extensionId });
  expect(cards()).toHaveLength(1);
  await deliver({ name: "page.leave", args: { community: "one" } }, { id: extensionId });
  expect(cards()).toHaveLength(0);
  await show();
  expect(cards()).toHaveLength(1);
});

test("nobody but the extension itself can ask for it", async () => {
  await inject();
  await deliver({ name: "card.show", args: { mentionId: `x:${postId}` } }, { id: "somebody-else" });
  expect(cards()).toHaveLength(0);
});

test("Escape puts it away only for a person", async () => {
  await inject();
  await show();
  inside()
    ?.querySelector("[role=dialog]")
    ?.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true, composed: true }));
  expect(cards()).toHaveLength(1);
});
