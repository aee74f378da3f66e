import { FanswerError } from "../schema/errors.ts";
import { addCommunity, chooseCommunity, dropCommunity, type Registry, readMembership } from "../store/communities.ts";
import type { Store } from "../store/database.ts";
import type { Membership } from "../store/membership.ts";
import { getMeta, readSession } from "../store/meta.ts";

/** What is needed of a community to hold several. */
interface Held {
  readonly id: string;
  readonly store: Store;
  /** Ends it in this worker and deletes its database. */
  readonly end: () => Promise<void>;
}

/** The communities of this device, each brought to life when it is first asked for. */
export interface Communities<C extends Held> {
  /** The one of this id; null: the one that the member works for. Throws `unauthorized` for one that this device is not in. */
  of(id: string | null): Promise<C>;
  all(): Promise<C[]>;
  /** Those that their server lets this device in to, and whose member agreed. */
  joined(): Promise<C[]>;
  /** The place for one more, in which nobody is yet. Throws `communities_full`. */
  begin(): Promise<C>;
  choose(id: string): Promise<void>;
  /** Deletes one in which nobody is any more; the only one stays, for whoever joins next. */
  drop(id: string): Promise<void>;
}

interface CommunitiesDeps<C> {
  readonly registry: Registry;
  readonly newId: () => string;
  readonly open: (id: string) => C;
}

/** Nobody is in it, and nothing is said of anybody who was. */
async function isBlank({ store }: Held): Promise<boolean> {
  return !(await getMeta(store, "account")) && !(await getMeta(store, "ended"));
}

async function isJoined({ store }: Held): Promise<boolean> {
  const { consented, member, shutOut } = await readSession(store);
  return consented && member !== null && !shutOut;
}

async function keepIf<C>(all: readonly C[], test: (each: C) => Promise<boolean>): Promise<C[]> {
  const passed = await Promise.all(all.map(test));
  return all.filter((_, place) => passed[place]);
}

/** Only the worker changes what is registered, so it reads that once. */
export function createCommunities<C extends Held>({ registry, newId, open }: CommunitiesDeps<C>): Communities<C> {
  const opened = new Map<string, C>();
  let membership: Promise<Membership> | null = null;

  const read = (): Promise<Membership> => {
    membership ??= readMembership(registry).catch((thrown) => {
      membership = null;
      throw thrown;
    });
    return membership;
  };
  const write = async (next: Promise<Membership>): Promise<Membership> => {
    membership = Promise.resolve(await next);
    return membership;
  };
  const opening = (id: string): C => {
    const known = opened.get(id) ?? open(id);
    opened.set(id, known);
    return known;
  };
  const all = async () => (await read()).ids.map(opening);

  return {
    async of(id) {
      const { ids, chosen } = await read();
      if (id !== null && !ids.includes(id)) throw new FanswerError("unauthorized");
      return opening(id ?? chosen);
    },
    all,
    joined: async () => keepIf(await all(), isJoined),
    async begin() {
      const [blank] = await keepIf(await all(), isBlank);
      if (blank) return blank;
      const { ids } = await write(addCommunity(registry, newId));
      return opening(ids.at(-1) as string);
    },
    async choose(id) {
      await write(chooseCommunity(registry, id));
    },
    async drop(id) {
      const { ids } = await write(dropCommunity(registry, id));
      if (ids.includes(id)) return;
      const left = opened.get(id);
      opened.delete(id);
      await left?.end();
    },
  };
}
