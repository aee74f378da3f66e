// @vitest-environment node
import { beforeEach, describe, expect, it, vi } from "vitest";
import { goToAlert, refuseKind } from "../../../lib/background/alerts/pressed.ts";
import { usualChoices } from "../../../lib/schema/alert-choices.ts";
import type { AlertKind } from "../../../lib/schema/alerts.ts";
import { getMeta, setMeta } from "../../../lib/store/meta.ts";
import { runningBackground } from "../../support/background.ts";
import { allowNotices, extensionOrigin, pressNotice, pressNoticeButton, resetBrowser, world } from "../../support/browser.ts";
import { account, dana, iso, mention, noonMs } from "../../support/samples.ts";
import { joinedStore } from "../../support/store.ts";

beforeEach(resetBrowser);
const permalink = "https://x.com/dana_k/status/1900000000000000011";
const one = mention("1900000000000000011", { permalink });
const wanting = (off: readonly string[] = []) => ({
  ...dana,
  profile: {
    ...{ languages: null, topics: [], away: null, alerts: { ...usualChoices("UTC"), off: [...off] } },
    calls: [{ mentionId: one.id, kind: "post", at: iso(noonMs) }],
  },
});

describe("a press on an alert", () => {
  const opened: string[] = [];
  const awaitedCards = { open: async (id: string) => opened.push(id) > 0 } as never;
  const go = async (kind: AlertKind, count: number) => {
    opened.length = 0;
    world.created = [];
    const alerts = Array.from({ length: count }, (_, n) => ({ kind, key: `${n}`, mention: one }));
    await goToAlert({ awaitedCards, store: await joinedStore() }, { id: kind, kind, language: null, alerts });
    return [...opened, ...world.created];
  };

  it("leads to the card of one post, and to the popup for several", async () => {
    expect(await go("post", 1)).toEqual([one.id]);
    expect(await go("claim_ending", 1)).toEqual([one.id]);
    expect(await go("post", 3)).toEqual([`${extensionOrigin}/popup.html`]);
  });

  it("leads to the answers on record who may change them, and the others to the popup", async () => {
    expect(await go("item_ending", 1)).toEqual([`${extensionOrigin}/popup.html`]);
    const manager = await joinedStore();
    const account = await getMeta(manager, "account");
    if (!account) throw new Error("no account");
    await setMeta(manager, "account", { ...account, member: { ...account.member, role: "admin" } });
    world.created = [];
    await goToAlert({ awaitedCards, store: manager }, { id: "item_ending", kind: "item_ending", language: null, alerts: [] });
    expect(world.created).toEqual([`${extensionOrigin}/admin.html#knowledge`]);
  });

  it("leads staff to the panel, readers to the popup, and who is thanked to the post", async () => {
    expect(await go("danger", 1)).toEqual([`${extensionOrigin}/sidepanel.html`]);
    expect(await go("review", 1)).toEqual([`${extensionOrigin}/popup.html`]);
    expect(await go("thanks", 1)).toEqual([permalink]);
  });
});

describe("in a running worker", () => {
  async function running(isAllowed = true) {
    world.isAllowed = isAllowed;
    const background = await runningBackground();
    background.server.members.set(account().token, wanting());
    await background.store().mentions.put(one);
    await setMeta(background.store(), "account", account(wanting()));
    return background;
  }
  const shown = () => vi.waitFor(() => expect([...world.notices.keys()]).toEqual(["fanswer post.en"]));

  it("nothing is asked of the browser at first; once allowed, what waits is shown at once, and taken away again it says so", async () => {
    const background = await running(false);
    const state = () => background.from("popup", "alerts.state", null);
    expect(await state()).toEqual({ ok: true, value: { isAllowed: false, last: null } });
    expect(world.notices.size).toBe(0);
    allowNotices(true);
    await shown();
    expect(await state()).toEqual({ ok: true, value: { isAllowed: true, last: "post" } });
    allowNotices(false);
    expect(await state()).toEqual({ ok: true, value: { isAllowed: false, last: "post" } });
  });

  it("the number on the toolbar counts what the member is called to, whether or not alerts are allowed", async () => {
    const background = await running(false);
    await background.from("popup", "alerts.choose", { choices: usualChoices("UTC") });
    await vi.waitFor(() => expect(world.badgeText).toBe("1"));
  });

  it("a press opens the post's page with its card, and the notification goes", async () => {
    await running();
    allowNotices(true);
    await shown();
    pressNotice("fanswer post.en");
    await vi.waitFor(() => expect(world.created).toEqual([permalink]));
    await vi.waitFor(() => expect(world.notices.size).toBe(0));
  });

  it("a notification of a community that the member left leads nowhere, and goes", async () => {
    await running();
    world.notices.set("gone post.en", { title: "", message: "" });
    pressNotice("gone post.en");
    await vi.waitFor(() => expect(world.notices.has("gone post.en")).toBe(false));
    expect(world.created).toEqual([]);
  });

  it("says so without a button where the browser knows none", async () => {
    world.hasButtons = false;
    await running();
    allowNotices(true);
    await shown();
    expect(world.notices.get("fanswer post.en")?.buttons).toBeUndefined();
  });

  it("has a button for not like this, which turns the kind off on all of the member's devices", async () => {
    const background = await running();
    allowNotices(true);
    await shown();
    expect(world.notices.get("fanswer post.en")?.buttons).toHaveLength(1);
    pressNoticeButton("fanswer post.en");
    const off = async () => (await getMeta(background.store(), "account"))?.member.profile?.alerts?.off;
    await vi.waitFor(async () => expect(await off()).toEqual(["post"]));
  });
});

it("a kind that is refused already is not refused again, nor by who wants no alerts", async () => {
  const store = await joinedStore();
  const ask = vi.fn(async () => null) as never;
  await refuseKind({ store, ask }, "post");
  await setMeta(store, "account", account(wanting(["post"])));
  await refuseKind({ store, ask }, "post");
  expect(ask).not.toHaveBeenCalled();
});
