import { createHmac, randomBytes } from "node:crypto";
import { plainHandle } from "../../lib/schema/brand.ts";
import type { SiteId } from "../../lib/schema/post.ts";
import { personKeyOf, putPersonKey } from "../store/erasure.ts";
import { all, first, type Queryable } from "../store/statement.ts";
import type { Keyring } from "./keyring.ts";

/** Whose the key is by which a workspace's authors are recognised. */
export const personKeyOwner = (workspaceId: string): string => `${workspaceId} persons`;

/** What is kept of an author in place of a name: HMAC-SHA-256 of site and handle. */
export type PersonHash = (site: SiteId, handle: string) => Buffer;

const hashWith =
  (key: string): PersonHash =>
  (site, handle) =>
    createHmac("sha256", Buffer.from(key, "hex"))
      .update(JSON.stringify([site, plainHandle(handle)]))
      .digest();

/** How a workspace's authors are recognised; null where nobody was erased yet, and where the server's secret is another one by now. */
export async function personHash(on: Queryable, keys: Pick<Keyring, "open">, workspaceId: string): Promise<PersonHash | null> {
  const row = await first(on, personKeyOf, { workspaceId });
  const key = row && keys.open(row.sealed_key, personKeyOwner(workspaceId));
  return key === null ? null : hashWith(key);
}

/** As `personHash`; makes the key where there is none. Null only where the server's secret is another one. */
export async function newPersonHash(on: Queryable, keys: Keyring, workspaceId: string): Promise<PersonHash | null> {
  const sealed = keys.seal(randomBytes(32).toString("hex"), personKeyOwner(workspaceId));
  await all(on, putPersonKey, { workspaceId, sealed });
  return personHash(on, keys, workspaceId);
}
