import { createHash } from "node:crypto";
import { Hono } from "hono";
import { JSDOM } from "jsdom";
import { describe, expect, it, vi } from "vitest";
import { browserKind, joinLanguage, joinPage } from "../../../server/http/join-page.ts";
import { type JoinWords, joinWords } from "../../../server/http/join-words.ts";

const app = new Hono();
app.get("/join", joinPage);
const languages = Object.entries<JoinWords>(joinWords);
const get = (path: string, headers: Record<string, string> = {}) => app.request(path, { headers });
const chrome = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";

describe("the page behind an invitation", () => {
  it.each(languages)("says all there is to know in %s", async (tag, words) => {
    const response = await get("/join", { "accept-language": `${tag},en;q=0.5`, "user-agent": chrome });
    const { document } = new JSDOM(await response.text()).window;
    expect(response.headers.get("content-language")).toBe(tag);
    expect([document.documentElement.lang, document.documentElement.dir]).toEqual([tag, tag === "he" ? "rtl" : "ltr"]);
    const said = document.querySelector("main")?.textContent;
    const { title, what, leavesTitle, leaves, never, later, installTitle, install, handTitle, hand, secret } = words;
    for (const each of [title, what, leavesTitle, leaves, never, later, installTitle, install.chromium, handTitle, hand, secret])
      expect(said).toContain(each);
    const links = [...document.querySelectorAll("nav a")];
    expect(links.map((link) => link.getAttribute("href"))).toEqual(
      languages.flatMap(([other]) => (other === tag ? [] : [`?lang=${other}`])),
    );
  });

  it("is there in a language that was chosen, whatever the browser asks for", async () => {
    expect(await (await get("/join?lang=he", { "accept-language": "nb" })).text()).toContain(joinWords.he.hand);
  });

  it.each(languages)("repeats no sentence of another language in %s, and does not shout", (tag, words) => {
    const sentences = ({ install, direction: _, ...rest }: JoinWords) => [...Object.values(rest), ...Object.values(install)];
    const others = new Set(languages.flatMap(([other, its]) => (other === tag ? [] : sentences(its))));
    expect(sentences(words).filter((each) => others.has(each) || each.trim() === "" || /[!\uff01]/.test(each))).toEqual([]);
  });

  it("runs and draws what its policy names, and nothing else", async () => {
    const response = await get("/join?lang=%22%3E%3Cscript%3E");
    const policy = response.headers.get("content-security-policy") ?? "";
    const page = await response.text();
    const inline = (name: string) => [...page.matchAll(new RegExp(`<${name}>(.*?)</${name}>`, "gs"))].map(([, text]) => text ?? "");
    for (const name of ["script", "style"]) {
      const hashes = inline(name).map((text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`);
      expect(hashes).toHaveLength(1);
      expect(policy).toContain(`${name}-src ${hashes[0]};`);
    }
    expect(policy).toMatch(/^default-src 'none'/);
    expect(policy).toContain("connect-src 'self'; img-src data:");
    expect(policy).not.toContain("unsafe");
    expect(page).not.toMatch(/\son\w+=|\sstyle=|\bsrc=/);
  });
});

describe("its script", () => {
  const nobody = async () => new Response("{}", { status: 404 });
  async function open(address: string, writeText = vi.fn(async (_text: string) => {}), fetch: typeof globalThis.fetch = nobody) {
    const { window } = new JSDOM(await (await get("/join")).text(), {
      url: address,
      runScripts: "dangerously",
      beforeParse(page) {
        Object.defineProperty(page.navigator, "clipboard", { value: { writeText } });
        Object.assign(page, { fetch });
      },
    });
    const by = <T extends HTMLElement>(id: string) => window.document.getElementById(id) as T;
    return { window, writeText, box: by("hand"), field: by<HTMLInputElement>("link"), button: by("copy") };
  }
  const invitation = "https://acme.example/fans/join#acmefriends1-4f9ab7c2e8";

  it("shows the invitation, copies it with one press and takes it along to the other languages", async () => {
    const { window, writeText, box, field, button } = await open(invitation.replace("#", "?lang=en#"));
    expect([box.hidden, field.value]).toEqual([false, invitation]);
    button.click();
    expect(writeText.mock.calls).toEqual([[invitation]]);
    await vi.waitFor(() => expect(button.textContent).toBe("Copied"));
    const links = [...window.document.querySelectorAll<HTMLAnchorElement>("nav a")];
    expect(links[0]?.href).toBe(invitation.replace("#", "?lang=he#"));
    expect(links.every(({ hash }) => hash === "#acmefriends1-4f9ab7c2e8")).toBe(true);
  });

  it("selects it for the visitor where it may not copy", async () => {
    const { window, field, button } = await open(
      invitation,
      vi.fn(() => Promise.reject(new Error("refused"))),
    );
    button.click();
    await vi.waitFor(() => expect(window.document.activeElement).toBe(field));
    expect([field.selectionStart, field.selectionEnd, button.textContent]).toEqual([0, invitation.length, "Copy"]);
  });

  it.each([
    ["https://acme.example/fans/join?lang=he#acmefriends1-4f9ab7c2e8", "/fans/v1/whose"],
    ["https://acme.example/join/#acmefriends1-4f9ab7c2e8", "/v1/whose"],
  ])("asks whose community %s leads to, and shows its name as words and nothing else", async (address, path) => {
    const name = "<img src=x onerror=alert(1)>\u202eAcme";
    const fetch = vi.fn(async () => Response.json({ name, mark: { kind: "letters", letters: "<b", colour: "blue" } }));
    const { window } = await open(address, undefined, fetch);
    const whose = window.document.getElementById("whose");
    await vi.waitFor(() => expect(whose?.hidden).toBe(false));
    expect(fetch).toHaveBeenCalledExactlyOnceWith(path, expect.objectContaining({ method: "POST" }));
    expect(window.document.getElementById("name")?.textContent).toBe(name);
    expect(whose?.querySelector(".mark")?.textContent).toBe("<b");
    expect(whose?.querySelectorAll("img, b")).toHaveLength(0);
  });

  it("draws a mark's picture, and no other address", async () => {
    const answer = (picture: string) => async () => Response.json({ name: "Acme", mark: { kind: "picture", picture } });
    for (const [picture, count] of [
      ["data:image/png;base64,AAAA", 1],
      ["https://evil.example/seen.png", 0],
    ] as const) {
      const { window } = await open(invitation, undefined, answer(picture));
      await vi.waitFor(() => expect(window.document.getElementById("whose")?.hidden).toBe(false));
      expect(window.document.querySelectorAll("img.mark")).toHaveLength(count);
    }
  });

  it("says that nobody can join by it, and nothing where the server does not know or is not there", async () => {
    const refused = await open(invitation, undefined, async () => new Response("{}", { status: 403 }));
    await vi.waitFor(() => expect(refused.window.document.getElementById("gone")?.hidden).toBe(false));
    for (const fetch of [nobody, async () => new Response("{}", { status: 429 }), () => Promise.reject(new TypeError("offline"))]) {
      const { window } = await open(invitation, undefined, fetch);
      await new Promise((resolve) => setTimeout(resolve));
      expect([window.document.getElementById("gone")?.hidden, window.document.getElementById("whose")?.hidden]).toEqual([true, true]);
    }
  });

  it("asks nothing where there is no invitation", async () => {
    const fetch = vi.fn(nobody);
    await open("https://acme.example/join", undefined, fetch);
    expect(fetch).not.toHaveBeenCalled();
  });

  it("shows no invitation where there is none", async () => {
    expect((await open("https://acme.example/join")).box.hidden).toBe(true);
  });
});

it.each([
  [undefined, undefined, "en"],
  ["", "", "en"],
  [undefined, "*", "en"],
  [undefined, "de, fr;q=0.9", "en"],
  [undefined, "he-IL,he;q=0.9,en;q=0.8", "he"],
  [undefined, "iw", "he"],
  [undefined, "de;q=0.9, vi;q=0.4, id;q=0.6", "id"],
  [undefined, "en;q=0, nn-NO;q=0.1", "nb"],
  [undefined, "zh-Hant-TW", "zh-TW"],
  ["vi", "he", "vi"],
  ["xx", "he", "he"],
  ["th,he,nb", "vi", "he"],
  ["th", "vi", "vi"],
  ["__proto__", "constructor", "en"],
] as const)("chosen %j and asked for %j it speaks %s", (chosen, accepted, tag) => {
  expect(joinLanguage(chosen, accepted)).toBe(tag);
});

it.each([
  [chrome, "chromium"],
  [`${chrome} Edg/142.0.0.0`, "chromium"],
  ["Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0", "firefox"],
  ["Mozilla/5.0 (Android 15; Mobile; rv:144.0) Gecko/144.0 Firefox/144.0", "firefox"],
  ["Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36", "other"],
  ["Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 FxiOS/144.0 Mobile/15E148", "other"],
  ["Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15", "other"],
  ["", "other"],
] as const)("%s is told how to install as %s", (userAgent, kind) => {
  expect(browserKind(userAgent)).toBe(kind);
});
