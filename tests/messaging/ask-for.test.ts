import { beforeEach, expect, it, vi } from "vitest";
import { askFor } from "../../lib/messaging/ask-for.ts";
import browser, { resetBrowser } from "../support/browser.ts";

beforeEach(resetBrowser);

it("says for which community, each time", async () => {
  const send = vi.spyOn(browser.runtime, "sendMessage").mockResolvedValue({ ok: true, value: null });
  await askFor("fanswer 7")("sync.now", null);
  expect(send).toHaveBeenCalledWith(expect.objectContaining({ name: "sync.now", args: null, community: "fanswer 7" }));
});
