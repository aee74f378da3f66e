// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { countPresent, stayPresent } from "../../lib/messaging/presence.ts";
import { extensionId, extensionOrigin, hosts, killWorker, ownSender, pageSender, resetBrowser, world } from "../support/browser.ts";

const home = { id: extensionId, origin: extensionOrigin, hosts };
beforeEach(() => {
  resetBrowser();
  vi.useFakeTimers();
});
afterEach(() => {
  expect(vi.getTimerCount(), "timers left behind").toBe(0);
  vi.useRealTimers();
});

describe("presence", () => {
  it("counts the pages of ours that are open", () => {
    const changed = vi.fn();
    const count = countPresent(home, changed);
    const [popup, panel] = [new AbortController(), new AbortController()];
    stayPresent(popup.signal);
    world.sender = ownSender("sidepanel");
    stayPresent(panel.signal);
    expect(count()).toBe(2);
    popup.abort();
    panel.abort();
    expect(count()).toBe(0);
    expect(changed).toHaveBeenCalledTimes(4);
  });

  it("does not count content scripts", () => {
    const count = countPresent(home, () => undefined);
    world.sender = pageSender();
    const end = new AbortController();
    stayPresent(end.signal);
    expect(count()).toBe(0);
    end.abort();
  });

  it("is told anew to a restarted worker", async () => {
    const end = new AbortController();
    countPresent(home, () => undefined);
    stayPresent(end.signal);
    world.ports.at(-1)?.disconnect();
    killWorker();
    const count = countPresent(home, () => undefined);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(count()).toBe(1);
    end.abort();
  });
});
