import type { ErrorCode, ShutOutCode } from "../schema/errors.ts";
import { ownLanguages } from "../schema/language.ts";
import type { Sighting } from "../schema/mention.ts";
import type { PageStart, Session } from "../schema/messages.ts";
import { defaultTriageSettings } from "../schema/triage-defaults.ts";
import type { TriageSettings } from "../schema/triage-settings.ts";
import type { Cursor } from "../schema/wire.ts";
import type { Member, Workspace } from "../schema/workspace.ts";
import type { Store } from "./database.ts";
import type { KeptText } from "./kept.ts";
import type { Unread } from "./unread.ts";

/** Whom this device is signed in as, and where. */
export interface Account {
  /** Origin of the server, without a slash at its end. */
  readonly server: string;
  readonly token: string;
  readonly deviceId: string;
  readonly member: Member;
  readonly workspace: Workspace;
}

/** A sync that failed, and when to try again (epoch ms of this device). */
interface Trouble {
  readonly code: ErrorCode;
  readonly failures: number;
  readonly retryAtMs: number;
}

/** A card that a member asked for away from its post's page. */
export interface AwaitedCard {
  readonly mentionId: string;
  readonly url: string;
  /** The tab that was opened for it; null until it is known. */
  readonly tabId: number | null;
  readonly atMs: number;
}

export interface Meta {
  account: Account;
  /** A joining whose answer has not come yet: for which invitation, and under which id. */
  joining: { readonly code: string; readonly joinId: string };
  /** There only after the member agreed. */
  consent: { readonly sharing: PageStart["sharing"] };
  cursor: Cursor;
  /** More waits at the server than this device holds. */
  beyond: boolean;
  /** The top of the queue is to be sent anew with the next sync. */
  refill: true;
  /** What the member reads, as they said; there only when they did. */
  languages: readonly string[];
  /** Add to this device's clock to get the server's. */
  skewMs: number;
  trouble: Trouble;
  /** Until somebody joins again: that this device was signed out, or its member removed, and of which community. */
  ended: { readonly code: Exclude<ShutOutCode, "member_paused">; readonly workspace: string };
  /** Over how long to spread coming back to the server, as it last said. */
  spreadMs: number;
  awaitedCards: readonly AwaitedCard[];
  /** There only while something of the server's could not be read. */
  unread: Unread;
  /** The member's own words for the tie to the brand, by whom they speak as and by language; they never leave the device by themselves. */
  ownDisclosures: { readonly [side in "customer" | "brand"]?: Readonly<Record<string, string>> };
  /** What the member wrote for posts, the oldest first; it is never sent anywhere. */
  kept: readonly KeptText[];
  /** What the member was shown of posts that they may share, word for word, the latest last; nothing else is sent when they do. */
  offered: readonly Sighting[];
  /** The keyword lists as packed for this key, which tells what they were packed from. */
  packed: { readonly key: string; readonly packed: ArrayBuffer };
}

export interface MetaRow {
  readonly key: string;
  readonly value: unknown;
}

/** One of the few single facts that the device keeps; undefined until it is set. */
export async function getMeta<K extends keyof Meta>(store: Store, key: K): Promise<Meta[K] | undefined> {
  return (await store.meta.get(key))?.value as Meta[K] | undefined;
}

export async function setMeta<K extends keyof Meta>(store: Store, key: K, value: Meta[K]): Promise<void> {
  await store.meta.put({ key, value });
}

export async function deleteMeta(store: Store, key: keyof Meta): Promise<void> {
  await store.meta.delete(key);
}

/** Who this device is, without its token. */
export async function readSession(store: Store): Promise<Session> {
  const known = await store.transaction("r", store.meta, () =>
    Promise.all([
      getMeta(store, "account"),
      getMeta(store, "consent"),
      getMeta(store, "languages"),
      getMeta(store, "trouble"),
      getMeta(store, "ended"),
    ]),
  );
  return sessionOf(...known);
}

/** Why the server does not let this device in, and of which community; null while it does. */
function shutOutOf(
  account: Account | undefined,
  trouble: Trouble | undefined,
  ended: Meta["ended"] | undefined,
): Session["shutOut"] | null {
  if (!account) return ended ?? null;
  return trouble?.code === "member_paused" ? { code: trouble.code, workspace: account.workspace.name } : null;
}

/** What a page may know of an account, its consent and what its member reads. */
export function sessionOf(
  account: Account | undefined,
  consent: Meta["consent"] | undefined,
  languages?: Meta["languages"],
  trouble?: Meta["trouble"],
  ended?: Meta["ended"],
): Session {
  const shutOut = shutOutOf(account, trouble, ended);
  return {
    server: account?.server ?? "",
    consented: consent !== undefined,
    sharing: consent?.sharing ?? "ask",
    member: account?.member ?? null,
    workspace: account ? { ...account.workspace, triage: settingsOf(account) } : null,
    ...(shutOut && { shutOut }),
    ...(languages && { languages: [...languages] }),
  };
}

/** What the account's workspace says about triage; a device that joined before there was such a thing takes the usual. */
export function settingsOf(account: Account | undefined): TriageSettings {
  return account?.workspace.triage ?? defaultTriageSettings;
}

/** What the member reads: as they said, else as the `browser` says (BCP-47 tags); as primary tags. */
export async function readLanguages(store: Store, browser: readonly string[]): Promise<string[]> {
  return ownLanguages((await getMeta(store, "languages")) ?? browser);
}

/** Says what the member reads; null: as the browser says. The queue in it comes with the next sync. */
export async function saveLanguages(store: Store, languages: readonly string[] | null): Promise<void> {
  await store.transaction("rw", store.meta, async () => {
    await (languages === null ? deleteMeta(store, "languages") : setMeta(store, "languages", languages));
    await setMeta(store, "refill", true);
  });
}

/** The id under which this device joins by `code`: the same until it has joined. */
export async function joinIdFor(store: Store, code: string, newId: () => string): Promise<string> {
  return store.transaction("rw", store.meta, async () => {
    const begun = await getMeta(store, "joining");
    if (begun?.code === code) return begun.joinId;
    const joinId = newId();
    await setMeta(store, "joining", { code, joinId });
    return joinId;
  });
}

/** Signs this device in. Joining another workspace forgets the former one; the same one again keeps what waits. */
export async function signIn(store: Store, account: Account): Promise<void> {
  await store.transaction("rw", store.tables, async () => {
    const former = await getMeta(store, "account");
    const consent = await getMeta(store, "consent");
    if (former && (former.server !== account.server || former.workspace.id !== account.workspace.id)) await forgetEverything(store);
    if (consent) await setMeta(store, "consent", consent);
    await setMeta(store, "account", account);
    await Promise.all([deleteMeta(store, "trouble"), deleteMeta(store, "joining"), deleteMeta(store, "ended")]);
  });
}

/** Empties every table of this device. */
export async function forgetEverything(store: Store): Promise<void> {
  await store.transaction("rw", store.tables, () => Promise.all(store.tables.map((table) => table.clear())));
}
