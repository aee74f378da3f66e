// @vitest-environment node
import { expect, it } from "vitest";
import { deviceLabel } from "../../lib/background/device-label.ts";

const chromium = { brand: "Chromium" };
const madeUp = { brand: "Not)A;Brand" };

it.each([
  ["Microsoft Edge", { userAgentData: { brands: [madeUp, chromium, { brand: "Microsoft Edge" }] }, userAgent: "Mozilla/5.0 Chrome/156" }],
  ["Chromium", { userAgentData: { brands: [chromium, madeUp] }, userAgent: "Mozilla/5.0 Chrome/156" }],
  ["Firefox", { userAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0" }],
])("a device is told apart as %s and its system", async (name, from) => {
  expect(await deviceLabel(from)).toBe(`${name} · Linux`);
});
