import { expect, it, vi } from "vitest";
import { followLanguage, tellLanguage } from "../../lib/state/own-language.ts";
import { setFact } from "../../lib/store/communities.ts";
import { readLanguage } from "../../lib/store/first-paint.ts";
import { freshRegistry } from "../support/store.ts";

it("speaks as was chosen on this device, and as is chosen later, until the page is gone", async () => {
  const registry = freshRegistry();
  await setFact(registry, "language", "vi");
  const life = new AbortController();
  const speak = vi.fn(async () => {});
  await followLanguage(speak, life.signal, () => readLanguage(registry.name));
  expect(speak.mock.calls).toEqual([["vi"]]);
  tellLanguage(null);
  await vi.waitFor(() => expect(speak.mock.calls).toEqual([["vi"], [null]]));
  life.abort();
  tellLanguage("he");
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(speak).toHaveBeenCalledTimes(2);
});

it("is the browser's own where nothing was ever kept", async () => {
  expect(await readLanguage("never")).toBeNull();
});
