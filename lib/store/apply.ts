import type { KeywordList } from "../schema/keywords.ts";
import type { Mention } from "../schema/mention.ts";
import { seeTheSame } from "../schema/roles.ts";
import type { Change, OperationOutcome, SyncResponse } from "../schema/wire.ts";
import type { Member } from "../schema/workspace.ts";
import type { Store } from "./database.ts";
import { forgetName } from "./former-members.ts";
import { trimMirror } from "./holding.ts";
import { storeItem, storePrecedent } from "./library.ts";
import { type Account, deleteMeta, getMeta, setMeta, settingsOf } from "./meta.ts";
import { noteFailures, putOff, setAside } from "./outbox.ts";
import { forgetOwnWork } from "./own-page.ts";
import { keepPresence } from "./presence.ts";
import { putMentions, retime } from "./turns.ts";
import { noteUnread } from "./unread.ts";

/** What an answer moved on this device. */
export interface Applied {
  readonly mentionIds: readonly string[];
  /** Keyword lists, the brand's own accounts or this device's member changed. */
  readonly settings: boolean;
}

/** A result that is a row of the mirror, so that it shows before its change comes by. */
export type ResultRow = Extract<Change, { kind: "mention" }>;

/** What a server's answer does to this device. */
export interface SyncAnswer {
  /** The account that asked; an answer to a former one is dropped. */
  readonly token: string;
  readonly response: Pick<SyncResponse, "changes" | "cursor" | "startOver" | "beyond" | "presence" | "now" | "spreadMs" | "token">;
  /** Outcomes of operations from the outbox; those to be tried again are left out. */
  readonly outcomes: readonly OperationOutcome[];
  /** Operations from the outbox that the server could not do for a fault of its own, or did not answer. */
  readonly failed?: readonly string[];
  readonly rows: readonly ResultRow[];
  readonly skewMs: number;
  /** Where something stood that could not be read, and by which version of the extension. */
  readonly unread?: { readonly places: readonly string[]; readonly version: string; readonly nowMs: number };
}

/**
 * Applies an answer in one transaction. A new epoch, or a server that has forgotten what was removed since, drops the mirror and leaves
 * the cursor empty, so that all is pulled anew.
 */
export async function applyAnswer(store: Store, answer: SyncAnswer): Promise<Applied> {
  return store.transaction("rw", store.tables, async () => {
    const account = await getMeta(store, "account");
    if (account?.token !== answer.token) return { mentionIds: [], settings: false };
    const { changes, cursor, startOver, beyond, presence, now } = answer.response;
    const former = await getMeta(store, "cursor");
    const identity = changes.filter((change) => change.kind === "member" || change.kind === "workspace");
    const isAnew = startOver || (former !== undefined && former.epoch !== cursor.epoch) || seesOtherwise(account.member, changes);
    const before = await touched(store, answer.outcomes);
    for (const outcome of answer.outcomes) await settle(store, outcome);
    await noteFailures(store, answer.failed ?? []);
    const dropped = isAnew ? await dropMirror(store) : [];
    const moves = isAnew ? [...answer.rows, ...identity] : [...answer.rows, ...changes];
    const { patienceMinutes } = settingsOf(account);
    for (const change of moves) await applyChange(store, change, patienceMinutes);
    const settings = settingsOf(await getMeta(store, "account"));
    if (settings.patienceMinutes !== patienceMinutes) await retime(store, settings.patienceMinutes);
    if (isAnew) await Promise.all([deleteMeta(store, "cursor"), deleteMeta(store, "unread")]);
    else await setMeta(store, "cursor", cursor);
    if (answer.unread) await noteUnread(store, answer.unread.places, answer.unread.version, answer.unread.nowMs);
    if (beyond !== undefined) await Promise.all([setMeta(store, "beyond", beyond), deleteMeta(store, "refill")]);
    if (answer.response.token !== undefined) await exchangeToken(store, answer.response.token);
    if (changes.some((change) => isOfOthers(change, account.member.id))) await setMeta(store, "peopleMoved", cursor.revision);
    await trimMirror(store, account);
    await keepPresence(store, presence, Date.parse(now));
    await setMeta(store, "skewMs", answer.skewMs);
    await setMeta(store, "spreadMs", answer.response.spreadMs ?? 0);
    return {
      mentionIds: [...new Set([...before, ...dropped, ...moves.flatMap(mentionOf), ...presence.map(({ mentionId }) => mentionId)])],
      settings: moves.some((change) => isSetting(change, account)),
    };
  });
}

/** This device's member got a role to whom other parts of posts are shown: what is held was shown to the former one. */
function seesOtherwise(me: Member, changes: readonly Change[]): boolean {
  const own = changes.findLast((change) => change.kind === "member" && change.value.id === me.id);
  return own?.kind === "member" && !seeTheSame(own.value, me);
}

async function exchangeToken(store: Store, token: string): Promise<void> {
  const account = await getMeta(store, "account");
  if (account) await setMeta(store, "account", { ...account, token, formerToken: account.token });
}

/** Mentions whose operations were answered. */
async function touched(store: Store, outcomes: readonly OperationOutcome[]): Promise<string[]> {
  const rows = await store.outbox
    .where("id")
    .anyOf(outcomes.map(({ id }) => id))
    .toArray();
  return rows.flatMap((row) => row.mentionId ?? []);
}

async function settle(store: Store, outcome: OperationOutcome): Promise<void> {
  if (outcome.ok) await store.outbox.where("id").equals(outcome.id).delete();
  else if (outcome.error.code === "too_many" && outcome.error.again) await putOff(store, outcome.id, Date.parse(outcome.error.again));
  else if (outcome.error.code === "no_keyword") await forgetReport(store, outcome.id);
  else await setAside(store, outcome.id, outcome.error.code);
}

/** The lists changed, so the post is no mention: nobody has to decide anything about it. */
async function forgetReport(store: Store, operationId: string): Promise<void> {
  const row = await store.outbox.where("id").equals(operationId).first();
  if (row?.mentionId) await store.sightings.delete(row.mentionId);
  await store.outbox.where("id").equals(operationId).delete();
}

async function dropMirror(store: Store): Promise<string[]> {
  const ids = await store.mentions.toCollection().primaryKeys();
  await Promise.all([
    store.mentions.clear(),
    store.lists.clear(),
    store.knowledge.clear(),
    store.precedents.clear(),
    store.library.clear(),
    deleteMeta(store, "ownPage"),
    deleteMeta(store, "figures"),
  ]);
  return ids;
}

async function applyChange(store: Store, change: Change, patienceMinutes: number): Promise<void> {
  switch (change.kind) {
    case "mention":
      return putNewer(store, change.value, patienceMinutes);
    case "mention_removed":
      await Promise.all([store.mentions.delete(change.id), store.sightings.delete(change.id), forgetOwnWork(store, change.id)]);
      return;
    case "keyword_list":
      return putNewerList(store, change.value);
    case "knowledge":
      return storeItem(store, change.value);
    case "precedent":
      return storePrecedent(store, change.value);
    case "member_removed":
      return forgetName(store, change.id);
    default:
      return applyIdentity(store, change);
  }
}

/** A result that is repeated may be older than what a change brought in the meantime. */
async function putNewer(store: Store, mention: Mention, patienceMinutes: number): Promise<void> {
  const known = await store.mentions.get(mention.id);
  if (!known || known.revision <= mention.revision) await putMentions(store, [mention], patienceMinutes);
}

async function putNewerList(store: Store, list: KeywordList): Promise<void> {
  const known = await store.lists.get(list.id);
  if (known && known.version > list.version) return;
  await (list.removed ? store.lists.delete(list.id) : store.lists.put(list));
}

async function applyIdentity(store: Store, change: Extract<Change, { kind: "workspace" | "member" }>): Promise<void> {
  const account = await getMeta(store, "account");
  if (!account) return;
  if (change.kind === "workspace") await setMeta(store, "account", { ...account, workspace: change.value });
  else if (change.value.id === account.member.id) await setMeta(store, "account", { ...account, member: change.value });
}

function mentionOf(change: Change): string[] {
  if (change.kind === "mention") return [change.value.id];
  return change.kind === "mention_removed" ? [change.id] : [];
}

/** Somebody else joined, changed or left. */
const isOfOthers = (change: Change, me: string): boolean =>
  change.kind === "member_removed" || (change.kind === "member" && change.value.id !== me);

function isSetting(change: Change, { member, workspace }: Account): boolean {
  if (change.kind === "member") return change.value.id === member.id && !isSame(withoutAlerts(change.value), withoutAlerts(member));
  if (change.kind === "workspace") return !isSame(change.value.brand?.handles, workspace.brand?.handles);
  return change.kind === "keyword_list";
}

/** What pages show of a member: what they are called to, and want to be told of, changes nothing there. */
const withoutAlerts = ({ profile, ...rest }: Member) => ({ ...rest, profile: profile && { ...profile, alerts: null, calls: [] } });

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? {}) === JSON.stringify(b ?? {});
