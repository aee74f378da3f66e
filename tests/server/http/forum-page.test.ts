import { createHash } from "node:crypto";
import { Hono } from "hono";
import { JSDOM } from "jsdom";
import { describe, expect, it, vi } from "vitest";
import { forumPage } from "../../../server/http/forum-page.ts";
import { type ForumWords, forumWords } from "../../../server/http/forum-words.ts";
import { joinWords } from "../../../server/http/join-words.ts";

const app = new Hono();
app.get("/join/forum/:workspace", forumPage);
const languages = Object.entries(forumWords) as [keyof typeof joinWords, ForumWords][];
const get = (path = "/join/forum/acmefriends1", headers: Record<string, string> = {}) => app.request(path, { headers });
const address = "https://acme.example/fans/join/forum/acmefriends1";
const begun = { name: "Acme", mark: null, forum: "Acme <b>Forum</b>", url: "https://forum.example/session/sso_provider?sso=a&sig=b" };

type Asked = { path: string; body: Record<string, unknown> };

/** The page in a browser whose server answers so; `kept`: what the tab kept from before. */
async function open(url: string, answers: (asked: Asked) => Response, kept: Record<string, string> = {}) {
  const asked: Asked[] = [];
  const { window } = new JSDOM(await (await get()).text(), {
    url,
    runScripts: "dangerously",
    beforeParse(page) {
      for (const [key, value] of Object.entries(kept)) page.sessionStorage.setItem(key, value);
      const fetch = async (path: string, how: { body: string }) => {
        const one = { path, body: JSON.parse(how.body) as Asked["body"] };
        asked.push(one);
        return answers(one);
      };
      Object.assign(page, { fetch });
      page.document.addEventListener("click", (event) => event.preventDefault());
    },
  });
  const by = <T extends HTMLElement>(id: string) => window.document.getElementById(id) as T;
  return { window, asked, join: by<HTMLAnchorElement>("join"), told: by("told") };
}
const refuse = (code: string) => Response.json({ error: { code, message: "" } }, { status: 403 });

describe("the page where accounts of the forum join", () => {
  it.each(languages)("speaks %s, in sentences of its own", async (tag, words) => {
    const response = await get(undefined, { "accept-language": tag });
    const { document } = new JSDOM(await response.text()).window;
    expect([document.documentElement.lang, document.documentElement.dir]).toEqual([tag, tag === "he" ? "rtl" : "ltr"]);
    for (const each of [joinWords[tag].title, joinWords[tag].leaves, words.how]) expect(document.body.textContent).toContain(each);
    expect(words.join).toContain("{forum}");
    const others = new Set(languages.flatMap(([other, its]) => (other === tag ? [] : Object.values(its))));
    expect(Object.values(words).filter((each) => others.has(each) || each.trim() === "" || /[!\uff01]/.test(each))).toEqual([]);
  });

  it("runs what its policy names, and nothing else", async () => {
    const response = await get();
    const policy = response.headers.get("content-security-policy") ?? "";
    const [, script = ""] = /<script>(.*?)<\/script>/s.exec(await response.text()) ?? [];
    expect(policy).toContain(`script-src 'sha256-${createHash("sha256").update(script).digest("base64")}'`);
    expect(policy).toMatch(/^default-src 'none'/);
    expect(response.headers.get("referrer-policy")).toBe("no-referrer");
  });

  it("asks where the forum is, names it as words, and leads there", async () => {
    const { window, asked, join } = await open(address, () => Response.json(begun));
    await vi.waitFor(() => expect(join.hidden).toBe(false));
    expect(join.href).toBe(begun.url);
    expect(join.textContent).toBe("Join with your \u2068Acme <b>Forum</b>\u2069 account");
    expect(window.document.getElementById("name")?.textContent).toBe("Acme");
    expect(asked).toEqual([
      { path: "/fans/v1/forum/begin", body: { protocol: 1, workspace: "acmefriends1", browser: expect.stringMatching(/^[0-9a-f]{64}$/) } },
    ]);
    expect(window.sessionStorage.getItem("fanswer acmefriends1")).toBe(asked[0]?.body.browser);
  });

  it("takes the forum's answer in the tab that began, out of the address, and goes on to the invitation", async () => {
    const link = "https://acme.example/fans/join#acmefriends1-secret";
    const kept = { "fanswer acmefriends1": "k".repeat(64) };
    const { window, asked, join } = await open(`${address}?sso=c2lnbmVk%2B&sig=ab12`, () => Response.json({ link }), kept);
    expect(window.location.href).toBe(address);
    await vi.waitFor(() => expect(join.href).toBe(link));
    const body = { protocol: 1, workspace: "acmefriends1", browser: "k".repeat(64), sso: "c2lnbmVk+", sig: "ab12" };
    expect(asked).toEqual([{ path: "/fans/v1/forum/answer", body }]);
    expect(window.sessionStorage.length).toBe(0);
  });

  it.each([
    ["sign_on_over", "over"],
    ["sign_on_invalid", "invalid"],
    ["sign_on_refused", "refused"],
    ["member_paused", "paused"],
    ["full", "failed"],
  ] as const)("says what to do after %s, and offers to begin again", async (code, word) => {
    const { join, told } = await open(`${address}?sso=a&sig=b`, ({ path }) =>
      path.endsWith("answer") ? refuse(code) : Response.json(begun),
    );
    await vi.waitFor(() => expect(told.hidden).toBe(false));
    expect([told.textContent, join.hidden, join.href]).toEqual([forumWords.en[word], false, begun.url]);
  });

  it("says so where there is no forum, and where the server is away", async () => {
    const none = await open(address, () => refuse("not_found"));
    await vi.waitFor(() => expect(none.told.textContent).toBe(forumWords.en.none));
    expect(none.join.hidden).toBe(true);
    const away = await open(address, () => new Response("oops", { status: 502 }));
    await vi.waitFor(() => expect(away.told.textContent).toBe(forumWords.en.failed));
  });
});
