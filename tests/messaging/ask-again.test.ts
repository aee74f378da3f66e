import { beforeEach, expect, it, vi } from "vitest";
import { askAgain } from "../../lib/messaging/ask-again.ts";
import browser, { resetBrowser } from "../support/browser.ts";

beforeEach(resetBrowser);

it("asks three times under one id while nobody answers, and then says so", async () => {
  const send = vi.spyOn(browser.runtime, "sendMessage").mockResolvedValue(undefined);
  await expect(askAgain("page.start", { site: "x" })).rejects.toMatchObject({ code: "internal" });
  expect(new Set(send.mock.calls.map(([message]) => (message as { id: string }).id)).size).toBe(1);
  expect(send).toHaveBeenCalledTimes(3);
});
