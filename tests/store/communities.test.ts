// @vitest-environment node
import { Dexie } from "dexie";
import { describe, expect, it } from "vitest";
import { mostCommunities } from "../../lib/schema/limits.ts";
import { addCommunity, chooseCommunity, dropCommunity, getFact, readMembership, setFact, sweep } from "../../lib/store/communities.ts";
import { openStore } from "../../lib/store/database.ts";
import { firstCommunity } from "../../lib/store/membership.ts";
import { getMeta, setMeta } from "../../lib/store/meta.ts";
import { account } from "../support/samples.ts";
import { freshRegistry } from "../support/store.ts";

let last = 0;
const newId = () => String(++last);

describe("the communities of a device", () => {
  it("begin with the one of before, whose database keeps its name and all that it holds", async () => {
    expect(await readMembership(freshRegistry())).toEqual({ ids: ["fanswer"], chosen: "fanswer" });
    const before = openStore("fanswer");
    await setMeta(before, "account", account());
    before.close();
    const after = openStore((await readMembership(freshRegistry())).chosen);
    expect(await getMeta(after, "account")).toEqual(account());
    await after.delete();
  });

  it("are a handful, each with an id of its own for ever", async () => {
    const registry = freshRegistry();
    const ids = new Set([firstCommunity]);
    for (let count = 1; count < mostCommunities; count += 1) for (const id of (await addCommunity(registry, newId)).ids) ids.add(id);
    await expect(addCommunity(registry, newId)).rejects.toMatchObject({ code: "communities_full" });
    const [, second = ""] = [...ids];
    await dropCommunity(registry, second);
    const again = await addCommunity(registry, newId);
    expect(again.ids).toHaveLength(mostCommunities);
    expect(again.ids).not.toContain(second);
  });

  it("are worked for one at a time, until another one is chosen or it is left", async () => {
    const registry = freshRegistry();
    const { ids } = await addCommunity(registry, newId);
    const second = ids[1] as string;
    expect((await readMembership(registry)).chosen).toBe(firstCommunity);
    await chooseCommunity(registry, second);
    expect((await readMembership(registry)).chosen).toBe(second);
    await expect(chooseCommunity(registry, "fanswer of nobody")).rejects.toMatchObject({ code: "unauthorized" });
    expect(await dropCommunity(registry, second)).toEqual({ ids: [firstCommunity], chosen: firstCommunity });
  });

  it("leave the only one in place, for whoever joins next", async () => {
    const registry = freshRegistry();
    expect(await dropCommunity(registry, firstCommunity)).toEqual({ ids: [firstCommunity], chosen: firstCommunity });
  });

  it("leave none of their words behind in what was packed for all", async () => {
    const registry = freshRegistry();
    await addCommunity(registry, newId);
    await setFact(registry, "packed", { key: "k", packed: new ArrayBuffer(1) });
    await dropCommunity(registry, firstCommunity);
    expect(await getFact(registry, "packed")).toBeUndefined();
  });

  it("leave no database behind that a page opened once more", async () => {
    const registry = freshRegistry();
    const { ids } = await addCommunity(registry, newId);
    for (const name of [...ids, "fanswer left"]) await openStore(name).open();
    await sweep(registry);
    const names = await Dexie.getDatabaseNames();
    expect(names).not.toContain("fanswer left");
    expect(names).toEqual(expect.arrayContaining([...ids]));
    for (const id of ids) await Dexie.delete(id);
  });
});
