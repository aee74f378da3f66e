import { describe, expect, it, vi } from "vitest";
import { eachChosen, openCommunities } from "../../lib/state/communities.ts";
import { addCommunity, chooseCommunity, dropCommunity } from "../../lib/store/communities.ts";
import { setMeta } from "../../lib/store/meta.ts";
import { account, workspace } from "../support/samples.ts";
import { freshRegistry, openNamed } from "../support/store.ts";

async function device() {
  const registry = freshRegistry();
  const life = new AbortController();
  const storeOf = (id: string) => openNamed(`${registry.name} ${id}`);
  const { ids } = await addCommunity(registry, () => "2");
  const [acme = "", delta = ""] = ids;
  await setMeta(storeOf(acme), "account", account());
  // Dexie closes a connection for all who hold it, so the page has its own.
  const here = openCommunities(life.signal, registry, storeOf);
  await vi.waitFor(() => expect(here.value).not.toBeNull());
  return { registry, life, storeOf, here, acme, delta };
}

const named = (name: string, server: string) => ({ ...account(), server, workspace: { ...workspace, name } });

describe("the communities on a page", () => {
  it("are those that somebody joined, and move with them", async () => {
    const { here, acme, delta, storeOf, registry, life } = await device();
    expect(here.value).toEqual({ all: [{ id: acme, name: "Acme", isOver: false }], chosen: acme });
    await setMeta(storeOf(delta), "ended", { code: "member_removed", workspace: "Delta" });
    await vi.waitFor(() => expect(here.value?.all[1]).toEqual({ id: delta, name: "Delta", isOver: true }));
    await setMeta(storeOf(delta), "account", named("Acme", "https://delta.example"));
    await vi.waitFor(() => expect(here.value?.all.map(({ name }) => name)).toEqual(["Acme (acme.example)", "Acme (delta.example)"]));
    await dropCommunity(registry, delta);
    await vi.waitFor(() => expect(here.value?.all.map(({ name }) => name)).toEqual(["Acme"]));
    life.abort();
  });

  it("are shown one at a time: the one before ends first", async () => {
    const { here, acme, delta, registry, life } = await device();
    const shown: [string, AbortSignal][] = [];
    eachChosen(here, life.signal, (...each) => shown.push(each));
    expect(shown.map(([id]) => id)).toEqual([acme]);
    await chooseCommunity(registry, delta);
    await vi.waitFor(() => expect(shown.map(([id]) => id)).toEqual([acme, delta]));
    expect(shown.map(([, signal]) => signal.aborted)).toEqual([true, false]);
    life.abort();
    expect(shown[1]?.[1].aborted).toBe(true);
  });
});
