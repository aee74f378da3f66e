// @vitest-environment node
import { expect, it } from "vitest";
import { compileAllLists } from "../../../lib/background/posts/all-lists.ts";
import { packedFromText } from "../../../lib/detect/pack/carry.ts";
import { openScreen } from "../../../lib/detect/screen/screen.ts";
import type { KeywordList } from "../../../lib/schema/keywords.ts";
import { getFact } from "../../../lib/store/communities.ts";
import { getMeta } from "../../../lib/store/meta.ts";
import { list, noonMs } from "../../support/samples.ts";
import { freshRegistry, joinedStore } from "../../support/store.ts";

const saying = (text: string): KeywordList => ({ ...list, entries: list.entries.map((entry) => ({ ...entry, text })) });

async function sourceOf(id: string, text: string) {
  const store = await joinedStore();
  await store.lists.put(saying(text));
  return { id, store };
}

it("packs the words of all communities once, again when one's move or one is gone, and keeps them with none", async () => {
  const registry = freshRegistry();
  const [acme, delta] = [await sourceOf("a", "acme"), await sourceOf("d", "delta")];
  const screens = compileAllLists(registry, () => noonMs, "1.0");
  const finds = async (sources: readonly (typeof acme)[], text: string) => openScreen(packedFromText(await screens(sources))).look(text);
  const both = [acme, delta];
  expect(await Promise.all(["My acme hums", "My delta hums", "My other hums"].map((text) => finds(both, text)))).toEqual([
    "sure",
    "sure",
    "none",
  ]);
  const kept = await getFact(registry, "packed");
  expect(await compileAllLists(registry, () => noonMs, "1.0")(both)).toBe(await screens(both));
  expect(await getFact(registry, "packed")).toEqual(kept);
  for (const { store } of both) expect(await getMeta(store, "packed")).toBeUndefined();

  await delta.store.lists.put({ ...saying("omega"), version: list.version + 1 });
  expect([await finds(both, "My delta hums"), await finds(both, "My omega hums")]).toEqual(["none", "sure"]);
  expect(await finds([acme], "My omega hums")).toBe("none");
});
