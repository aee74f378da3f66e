// @vitest-environment node
import { beforeEach, describe, expect, it } from "vitest";
import { getMeta, setMeta } from "../../../lib/store/meta.ts";
import { runningBackground } from "../../support/background.ts";
import { deliver, pageSender, resetBrowser, world } from "../../support/browser.ts";
import { post } from "../../support/samples.ts";

beforeEach(resetBrowser);

async function running() {
  const background = await runningBackground();
  const start = async () =>
    ((await deliver({ name: "page.start", args: { site: "x" } }, pageSender(1))) as { value: { css: string } | null }).value;
  const seen = async () => ((await deliver({ name: "post.seen", args: { post: post("1") } }, pageSender(1))) as { value: unknown }).value;
  return { ...background, start, seen };
}

describe("a site", () => {
  it("that is off is not read, whatever a page of it still says; another one is", async () => {
    const { from, start, seen } = await running();
    await from("popup", "site.use", { site: "x", use: "off" });
    expect(await start()).toBeNull();
    expect(await seen()).toEqual([]);
    await from("options", "site.use", { site: "x", use: "on" });
    await from("options", "site.use", { site: "facebook", use: "off" });
    expect(await start()).toHaveProperty("css");
    expect(await seen()).toHaveLength(1);
  });

  it("without marks is read as ever, and shows nothing", async () => {
    const { from, start, seen } = await running();
    await from("popup", "site.use", { site: "x", use: "unmarked" });
    expect((await start())?.css).toContain(":host{display:none!important}");
    expect(await seen()).toHaveLength(1);
    await from("popup", "site.use", { site: "x", use: "on" });
    expect((await start())?.css).not.toContain(":host{display:none!important}");
  });

  it("is listed with what is wanted of it, and whether the tab in front shows it", async () => {
    const { from } = await running();
    world.tabs = [{ id: 1, url: "https://x.com/home", incognito: false, active: true }];
    await from("popup", "site.use", { site: "facebook", use: "unmarked" });
    expect(await from("popup", "site.list", null)).toMatchObject({
      value: expect.arrayContaining([
        { site: "x", use: "on", isHere: true },
        { site: "facebook", use: "unmarked", isHere: false },
      ]),
    });
  });

  it("is the person's to switch, and no page's", async () => {
    await running();
    expect(await deliver({ name: "site.use", args: { site: "x", use: "off" } }, pageSender(1))).toMatchObject({ ok: false });
  });
});

it("during a break no page is begun and no post is wanted", async () => {
  const { store, start, seen } = await running();
  const account = await getMeta(store(), "account");
  if (!account) throw new Error("the background runs for somebody");
  const profile = { languages: null, topics: [], away: { until: null } };
  await setMeta(store(), "account", { ...account, member: { ...account.member, profile } });
  expect(await start()).toBeNull();
  expect(await seen()).toEqual([]);
});
