// @vitest-environment node
import { beforeEach, describe, expect, it, vi } from "vitest";
import { runningBackground } from "../../support/background.ts";
import { resetBrowser } from "../../support/browser.ts";
import { linh, mention } from "../../support/samples.ts";

beforeEach(resetBrowser);

const pasted = (link: string, text = "How do I pair the earbuds with a second phone?") => ({ link, text, author: "Mira Castell" });

describe("a post that is added by its link", () => {
  it("on a site that Fanswer knows is the post that its page shows", async () => {
    const { from, server } = await runningBackground();
    const answer = await from("popup", "post.add", pasted("https://twitter.com/nilu/status/123?s=20"));
    expect(answer).toMatchObject({ value: { isNew: true, mention: { id: "x:123", author: { handle: "nilu", name: "Mira Castell" } } } });
    await vi.waitFor(() => expect(server.mentions.get("x:123")).toMatchObject({ permalink: "https://x.com/nilu/status/123" }));
  });

  it.each([
    ["https://www.linkedin.com/posts/mira_acme-activity-71?utm_source=share&trk=x", "https://linkedin.com/posts/mira_acme-activity-71/"],
    ["http://forum.example/t/1?b=2&a=1#p3", "https://forum.example/t/1?a=1&b=2"],
  ])("elsewhere is one post however its link was copied: %s", async (one, other) => {
    const { from } = await runningBackground();
    const first = await from("popup", "post.add", pasted(one));
    expect(first).toMatchObject({
      value: { isNew: true, mention: { site: "other", status: "open", triage: { lang: "en", kind: "question" } } },
    });
    const second = await from("sidepanel", "post.add", pasted(other));
    expect(second).toMatchObject({
      value: { isNew: false, mention: { id: (first as { value: { mention: { id: string } } }).value.mention.id } },
    });
  });

  it("shares 280 characters of it", async () => {
    const { from, server } = await runningBackground();
    await from("popup", "post.add", pasted("https://x.com/nilu/status/5", "help ".repeat(400)));
    await vi.waitFor(() => expect(server.mentions.get("x:5")?.excerpt.length).toBeLessThanOrEqual(280));
  });

  it("and that the workspace has answered already shows so, and is not reported again", async () => {
    const { from, server, store } = await runningBackground();
    await vi.waitFor(async () => expect(await store().lists.count()).toBe(1));
    server.put({ kind: "mention", value: mention("9", { status: "answered", author: { handle: linh.id, name: null, verified: null } }) });
    const answer = await from("popup", "post.add", pasted("https://x.com/nilu/status/9"));
    expect(answer).toMatchObject({ value: { isNew: false, mention: { id: "x:9", status: "answered" } } });
    expect(await store().outbox.count()).toBe(0);
  });

  it.each([
    ["javascript:alert(1)", "link"],
    ["file:///etc/hosts", "link"],
    ["https://localhost/post", "link"],
    ["not a link", "link"],
    ["", "link"],
  ])("with the link %j is refused", async (link, detail) => {
    const { from, store } = await runningBackground();
    expect(await from("popup", "post.add", pasted(link))).toMatchObject({ ok: false, code: "malformed", detail });
    expect(await store().outbox.count()).toBe(0);
  });

  it.each([
    "https://www.facebook.com/share/p/1AbCdEf/",
    "https://m.facebook.com/share/v/1AbCdEf/",
    "https://fb.watch/aB1cD2/",
    "https://t.co/aB1cD2",
  ])("with %s, which does not say to which post it leads, is refused", async (link) => {
    const { from, store } = await runningBackground();
    expect(await from("popup", "post.add", pasted(link))).toMatchObject({ ok: false, code: "short_link" });
    expect(await store().outbox.count()).toBe(0);
  });

  it("without words is refused, and no page of a site may add one", async () => {
    const { from, fromPage } = await runningBackground();
    expect(await from("popup", "post.add", pasted("https://x.com/nilu/status/5", " "))).toMatchObject({ ok: false, detail: "text" });
    expect(await fromPage("post.add", pasted("https://x.com/nilu/status/5"))).toMatchObject({ ok: false, code: "forbidden" });
  });
});
