// @vitest-environment node
import { afterEach, beforeEach, expect, it, vi } from "vitest";

const world = globalThis as unknown as { browser?: object; chrome?: object };
const chrome = world.chrome;
beforeEach(() => vi.resetModules());
afterEach(() => {
  delete world.browser;
  Object.assign(world, { chrome });
});
const native = async () => (await import("../../lib/page/native-browser.ts")).default;

it("is `browser` where there is one, as in Firefox", async () => {
  world.browser = { name: "firefox" };
  expect(await native()).toBe(world.browser);
});

it("is `chrome` elsewhere", async () => {
  expect(await native()).toBe(world.chrome);
});
