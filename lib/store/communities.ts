import { Dexie, type Table } from "dexie";
import { FanswerError } from "../schema/errors.ts";
import type { InterfaceLanguage } from "../schema/interface-language.ts";
import { mostCommunities } from "../schema/limits.ts";
import type { SiteId } from "../schema/post.ts";
import type { SiteUse } from "../schema/site-use.ts";
import { firstCommunity, type Membership, registryName } from "./membership.ts";

/** The little that belongs to the device and to no community. */
export interface DeviceFacts {
  membership: Membership;
  /** What the person wants of sites; of one that is not there, that it is on. */
  sites: { readonly [site in SiteId]?: SiteUse };
  /** What the extension speaks here; left out, or null: the browser's own language. */
  language: InterfaceLanguage | null;
  /** The keyword lists of all communities as packed for the tabs, and what they were packed from. */
  packed: { readonly key: string; readonly packed: ArrayBuffer };
}

/** The database of the device itself. */
export type Registry = Dexie & { facts: Table<{ readonly key: string; readonly value: unknown }, string> };

const first: Membership = { ids: [firstCommunity], chosen: firstCommunity };

/** Opens the device's database, which several contexts of the extension may do at once. */
export function openRegistry(name = registryName): Registry {
  const registry = new Dexie(name) as Registry;
  registry.version(1).stores({ facts: "key" });
  return registry;
}

export async function getFact<K extends keyof DeviceFacts>({ facts }: Registry, key: K): Promise<DeviceFacts[K] | undefined> {
  return (await facts.get(key))?.value as DeviceFacts[K] | undefined;
}

export async function setFact<K extends keyof DeviceFacts>({ facts }: Registry, key: K, value: DeviceFacts[K]): Promise<void> {
  await facts.put({ key, value });
}

/** What this device is a part of; a device of before is in its one community. */
export async function readMembership(registry: Registry): Promise<Membership> {
  return (await getFact(registry, "membership")) ?? first;
}

async function change(registry: Registry, by: (now: Membership) => Membership): Promise<Membership> {
  return registry.transaction("rw", registry.facts, async () => {
    const next = by(await readMembership(registry));
    await setFact(registry, "membership", next);
    return next;
  });
}

/** One more, whose id is new: what a page still says to one that was left reaches no other. Throws `communities_full`. */
export function addCommunity(registry: Registry, newId: () => string): Promise<Membership> {
  return change(registry, ({ ids, chosen }) => {
    if (ids.length >= mostCommunities) throw new FanswerError("communities_full");
    return { ids: [...ids, `${firstCommunity} ${newId()}`], chosen };
  });
}

/** Works for this one from now on. Throws `unauthorized` for one that this device is not in. */
export function chooseCommunity(registry: Registry, id: string): Promise<Membership> {
  return change(registry, ({ ids }) => {
    if (!ids.includes(id)) throw new FanswerError("unauthorized");
    return { ids, chosen: id };
  });
}

/** Forgets one, and the words that all had packed together, unless it is the only one, and then works for the first of the others where it was the chosen one. */
export async function dropCommunity(registry: Registry, id: string): Promise<Membership> {
  await registry.facts.delete("packed");
  return change(registry, (now) => {
    const ids = now.ids.filter((each) => each !== id);
    const [next] = ids;
    if (next === undefined) return now;
    return { ids, chosen: now.chosen === id ? next : now.chosen };
  });
}

/** Deletes the databases of communities that this device is in no more, which a page may have opened again. */
export async function sweep(registry: Registry): Promise<void> {
  // In this order: one that is begun meanwhile is registered before its database is there.
  const names = await Dexie.getDatabaseNames();
  const { ids } = await readMembership(registry);
  const isOurs = (name: string) => name === firstCommunity || (name.startsWith(`${firstCommunity} `) && name !== registryName);
  for (const name of names) if (isOurs(name) && !ids.includes(name)) await Dexie.delete(name);
}

/** What the person wants of a site. */
export async function readSiteUse(registry: Registry, site: SiteId): Promise<SiteUse> {
  return (await getFact(registry, "sites"))?.[site] ?? "on";
}

export async function chooseUse(registry: Registry, site: SiteId, use: SiteUse): Promise<void> {
  await registry.transaction("rw", registry.facts, async () => {
    await setFact(registry, "sites", { ...(await getFact(registry, "sites")), [site]: use });
  });
}
