import type { AlertKind } from "../schema/alerts.ts";
import type { ErrorCode, ShutOutCode } from "../schema/errors.ts";
import { ownLanguages } from "../schema/language.ts";
import { levelsOf } from "../schema/level-rules.ts";
import type { Sighting } from "../schema/mention.ts";
import type { Session } from "../schema/messages.ts";
import type { OwnPage } from "../schema/own-work.ts";
import type { PageStart } from "../schema/page-start.ts";
import { defaultTriageSettings } from "../schema/triage-defaults.ts";
import type { TriageSettings } from "../schema/triage-settings.ts";
import type { Cursor } from "../schema/wire.ts";
import type { Member, Workspace } from "../schema/workspace.ts";
import type { Store } from "./database.ts";
import type { KeptText } from "./kept.ts";
import type { KeptFigures } from "./kept-figures.ts";
import type { Picked } from "./picked.ts";
import type { Unread } from "./unread.ts";

/** Whom this device is signed in as, and where. */
export interface Account {
  /** Origin of the server, without a slash at its end. */
  readonly server: string;
  readonly token: string;
  /** The one before: where the server was restored from before the exchange, it knows that one. */
  readonly formerToken?: string;
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

/** What a device has told its member. All times in the server's time, epoch ms. */
export interface AlertMemory {
  /** When what was told, by the alerts' keys. */
  readonly told: Readonly<Record<string, number>>;
  /** When notifications were shown, in the last hour. */
  readonly shownMs: readonly number[];
  /** What was shown last. */
  readonly last: { readonly kind: AlertKind; readonly atMs: number } | null;
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
  /** What the member reads, as the invitation said, or they on this device alone; their profile goes before it. */
  languages: readonly string[];
  /** Add to this device's clock to get the server's. */
  skewMs: number;
  trouble: Trouble;
  /** Until somebody joins again: that this device was signed out, or its member removed, and of which community. */
  ended: { readonly code: Exclude<ShutOutCode, "member_paused">; readonly workspace: string };
  /** Over how long to spread coming back to the server, as it last said. */
  spreadMs: number;
  awaitedCards: readonly AwaitedCard[];
  /** What the member was told of by alerts. */
  alerts: AlertMemory;
  /** There only while something of the server's could not be read. */
  unread: Unread;
  /** The member's own words for the tie to the brand, by whom they speak as and by language; they never leave the device by themselves. */
  ownDisclosures: { readonly [side in "customer" | "brand"]?: Readonly<Record<string, string>> };
  /** The revision up to which this device has heard of other members; it only tells open pages that there is something to ask for. */
  peopleMoved: number;
  /** What the page of the member's own work showed last. */
  ownPage: OwnPage;
  /** What the server's figures were, by what was asked for. */
  figures: readonly KeptFigures[];
  /** What the side panel is kept to, as it was last chosen there. */
  panelFilter: object;
  /** What the member wrote for posts, the oldest first; it is never sent anywhere. */
  kept: readonly KeptText[];
  /** Answers on record that the member looked up and put into drafts, the latest last. */
  picked: readonly Picked[];
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
  const said = saidLanguages(account, languages);
  return {
    server: account?.server ?? "",
    consented: consent !== undefined,
    sharing: consent?.sharing ?? "ask",
    member: account?.member ?? null,
    workspace: account ? { ...account.workspace, triage: settingsOf(account) } : null,
    ...(shutOut && { shutOut }),
    ...(said && { languages: [...said] }),
  };
}

const nobody = { id: "", name: "", role: "advocate", level: 0 } as const;

/** The account's member, with what the levels of its workspace may. */
export const actingMember = (account: Account | undefined) => ({ ...(account?.member ?? nobody), levels: levelsOf(account?.workspace) });

/** What the account's workspace says about triage; a device that heard of it before there was such a thing takes the usual. */
export function settingsOf(account: Account | undefined): TriageSettings {
  const known = account?.workspace.triage ?? defaultTriageSettings;
  return { ...known, thresholds: { ...defaultTriageSettings.thresholds, ...known.thresholds } };
}

/** What the member answers in, as they said, on any of their devices or (before they could for all) on this one; undefined: nothing. */
const saidLanguages = (account: Account | undefined, here: Meta["languages"] | undefined) => account?.member.profile?.languages ?? here;

/** What the member answers in: as they said, else as the `browser` says (BCP-47 tags); as primary tags. */
export async function readLanguages(store: Store, browser: readonly string[]): Promise<string[]> {
  const [account, here] = await Promise.all([getMeta(store, "account"), getMeta(store, "languages")]);
  return ownLanguages(saidLanguages(account, here) ?? browser);
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

/** Uses the token before the present one, which a server knows that was restored from before the exchange; and the other way round. False when there is none. */
export async function swapTokens(store: Store): Promise<boolean> {
  return store.transaction("rw", store.meta, async () => {
    const account = await getMeta(store, "account");
    if (account?.formerToken === undefined) return false;
    await setMeta(store, "account", { ...account, token: account.formerToken, formerToken: account.token });
    return true;
  });
}

/** Empties every table of this device. */
export async function forgetEverything(store: Store): Promise<void> {
  await store.transaction("rw", store.tables, () => Promise.all(store.tables.map((table) => table.clear())));
}
