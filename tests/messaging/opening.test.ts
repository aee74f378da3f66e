// @vitest-environment node
import { beforeEach, describe, expect, it, vi } from "vitest";
import { allowAlerts } from "../../lib/messaging/allow-alerts.ts";
import { communityActions } from "../../lib/messaging/community-actions.ts";
import { openOwnPage } from "../../lib/messaging/open-own-page.ts";
import { openPost } from "../../lib/messaging/open-post.ts";
import { reviewBy } from "../../lib/messaging/review.ts";
import { secondLookBy } from "../../lib/messaging/second-look.ts";
import { offerPost, showCard } from "../../lib/messaging/show-card.ts";
import browser, { extensionOrigin, resetBrowser, world } from "../support/browser.ts";
import { mention, sighting } from "../support/samples.ts";

beforeEach(resetBrowser);

describe("opening a post", () => {
  it("goes to its page in a new tab", async () => {
    expect(await openPost("https://x.com/nilu/status/1")).toBe(true);
    expect(world.created).toEqual(["https://x.com/nilu/status/1"]);
  });

  it.each([null, "http://x.com/1", "javascript:alert(1)", "file:///etc/passwd", "not a link"])("leaves %s alone", async (link) => {
    expect(await openPost(link)).toBe(false);
    expect(world.created).toEqual([]);
  });
});

describe("opening a page of ours", () => {
  it("makes a tab of it", async () => {
    await openOwnPage("admin");
    expect(world.created).toEqual([`${extensionOrigin}/admin.html`]);
  });
});

it("asks the browser whether alerts may be shown", async () => {
  expect(await allowAlerts()).toBe(false);
  world.isAllowed = true;
  expect(await allowAlerts()).toBe(true);
});

describe("showing a card", () => {
  const told = () => world.told.map(({ tabId, name }) => `${tabId} ${name}`);

  it("speaks to the script that is there, without putting it there again", async () => {
    world.scripts.set(3, () => true);
    await showCard(3, { community: "one", mentionId: "x:1" });
    expect(world.injected).toEqual([]);
    expect(world.told).toEqual([{ tabId: 3, name: "card.show", args: { community: "one", mentionId: "x:1" } }]);
  });

  it("puts the script into the tab's top frame first where it is not", async () => {
    world.scripts.delete(3);
    world.onInject = () => world.scripts.set(3, () => true);
    await offerPost(3, { community: "one", mentionId: "x:1", sighting: sighting("1") });
    expect(world.injected).toEqual([{ target: { tabId: 3, frameIds: [0] }, files: ["/card.js"] }]);
    expect(told()).toEqual(["3 card.offer"]);
  });

  it("fails when the script does not answer even then", async () => {
    world.scripts.set(3, () => undefined);
    world.onInject = () => undefined;
    await expect(showCard(3, { community: "one", mentionId: "x:1" })).rejects.toMatchObject({ code: "internal" });
    expect(told()).toEqual(["3 card.show", "3 card.show"]);
  });
});

describe("a reviewer's word", () => {
  it("is about the text as it was read", async () => {
    const asked: unknown[] = [];
    const review = reviewBy((async (name: string, args: unknown) => void asked.push([name, args])) as never);
    const draft = {
      text: "Try a reset.",
      author: { id: "m-1", name: "Mo" },
      status: "in_review" as const,
      updatedAt: "2026-03-02T12:00:00Z",
    };
    const read = mention("1", { draft });
    await review.approve(read);
    await review.sendBack(read, "tone");
    await review.suggest(read, "Please try a reset.");
    const about = { mentionId: "x:1", text: "Try a reset." };
    expect(asked).toEqual([
      ["review.approve", about],
      ["review.reject", { ...about, reason: "tone" }],
      ["review.suggest", { ...about, edit: "Please try a reset." }],
    ]);
  });
});

describe("a second look", () => {
  it("says its word on the post, and what became of a wrong answer", async () => {
    const asked: unknown[] = [];
    const looks = secondLookBy((async (name: string, args: unknown) => void asked.push([name, args])) as never);
    await looks.list();
    await looks.say(mention("1"), { verdict: "wrong", reason: "harmful" });
    await looks.end(mention("1"), "deleted");
    expect(asked).toEqual([
      ["second_look.list", {}],
      ["second_look.say", { mentionId: "x:1", verdict: "wrong", reason: "harmful" }],
      ["second_look.end", { mentionId: "x:1", ending: "deleted", url: null }],
    ]);
  });
});

describe("the communities of this device, from a page", () => {
  it("are chosen, taken off and joined", async () => {
    const sent = vi.spyOn(browser.runtime, "sendMessage").mockResolvedValue({ ok: true, value: null });
    communityActions.choose("fanswer 2");
    communityActions.forget("fanswer 2");
    communityActions.joinAnother();
    expect(sent.mock.calls.map(([message]) => message)).toMatchObject([
      { name: "community.choose", args: { community: "fanswer 2" } },
      { name: "session.leave", args: "device", community: "fanswer 2" },
    ]);
    await vi.waitFor(() => expect(world.created).toEqual([`${extensionOrigin}/welcome.html#another`]));
  });
});
