import { randomUUID } from "node:crypto";
import type { PoolClient } from "pg";
import { FanswerError } from "../../lib/schema/errors.ts";
import { claimLimit } from "../../lib/schema/level-rules.ts";
import { lease } from "../../lib/schema/lifecycle.ts";
import type { Mention } from "../../lib/schema/mention.ts";
import { can } from "../../lib/schema/roles.ts";
import { grouped } from "../grouping.ts";
import { isStoppedNow } from "../store/brake.ts";
import { type AskedNext, claimNext, claimNextIn, claimNextKnown, claimNextKnownIn } from "../store/claims.ts";
import { storeGranted } from "../store/operations.ts";
import { all, one } from "../store/statement.ts";
import { type Ask, type ManyHandler, type Shared, stored } from "./call.ts";
import { bodyHash, orRunAgain } from "./once.ts";
import { isHeldBack, silentSince } from "./rules.ts";

type Next = Ask<"claim.next">;

const statusesOf = ({ device }: Next) => (can(device.member, "triage") ? (["open", "escalated"] as const) : (["open"] as const));

/** What decides which mentions one may get. */
const choice = (ask: Next): string => {
  const { languages, others = false, except = [], topics = [] } = ask.args;
  return JSON.stringify([statusesOf(ask), languages.toSorted(), others, except.toSorted(), topics.toSorted()]);
};

/** How many claims each asker's member may hold, less one for each time that the member asks before. */
function roomsOf(asks: readonly Next[]): number[] {
  const before = new Map<string, number>();
  return asks.map(({ device: { member, levels } }) => {
    const times = before.get(member.id) ?? 0;
    before.set(member.id, times + 1);
    return claimLimit(member, levels) - times;
  });
}

/** Who says nothing of topics costs nothing for them. */
function granted(client: PoolClient, given: AskedNext, languages: readonly string[], topics: readonly string[]) {
  if (topics.length === 0)
    return languages.length === 0 ? all(client, claimNext, given) : all(client, claimNextIn, { ...given, languages });
  return languages.length === 0
    ? all(client, claimNextKnown, { ...given, topics })
    : all(client, claimNextKnownIn, { ...given, languages, topics });
}

/** Whether who finds nothing in their languages is to look in others. */
const mayAskTwice = ({ args: { languages, others = false } }: Next): boolean => others && languages.length > 0;

type Asks = readonly [Next, ...Next[]];

/** The best ones that wait, for askers who choose among the same: what each may have; null for who finds nothing, not there for who holds enough. */
async function choose({ client, workspaceId, at, moved }: Shared, asks: Asks, languages: readonly string[]) {
  const column = <T>(of: (ask: Next) => T) => asks.map(of);
  const grants = column(() => randomUUID());
  const given = {
    workspaceId,
    members: column(({ device }) => device.member.id),
    rooms: roomsOf(asks),
    grants,
    statuses: statusesOf(asks[0]),
    except: asks[0].args.except ?? [],
    areStaff: can(asks[0].device.member, "triage"),
    at,
    expiresAt: new Date(at.getTime() + lease.lengthMs),
    silentSince: silentSince(at),
  };
  const kept = { devices: column(({ device }) => device.id), operations: column(({ operationId }) => operationId) };
  // Under way together: the second reads what the first wrote, and nothing of the same transaction comes between them.
  const [rows] = await Promise.all([
    granted(client, given, languages, asks[0].args.topics ?? []),
    all(client, storeGranted, { workspaceId, ...kept, bodyHashes: column(bodyHash), grants, at }),
  ]).catch(orRunAgain);
  const found = new Map<Next, Mention | null>();
  for (const { place, result, revision } of rows) {
    if (revision) moved(revision);
    const ask = asks[place - 1];
    if (ask) found.set(ask, result);
  }
  return found;
}

/** Answers askers who choose among the same: in their languages first, then in others where they want those too. */
async function grant(shared: Shared, asks: Asks): Promise<void> {
  const found = await choose(shared, asks, asks[0].args.languages);
  const [first, ...more] = mayAskTwice(asks[0]) ? asks.filter((ask) => found.get(ask) === null) : [];
  const elsewhere = first ? await choose(shared, [first, ...more], []) : new Map<Next, Mention | null>();
  for (const ask of asks) {
    const given = found.get(ask) ?? elsewhere.get(ask);
    shared.answered(ask, given ?? new FanswerError(found.has(ask) ? "queue_empty" : "claim_limit"));
  }
}

/** Those who get no post as the community is stopped: asked again here, as a claim may have waited for its turn since its device was let in. */
async function heldBackNow({ client, workspaceId }: Shared, asks: readonly Next[]): Promise<ReadonlySet<Next>> {
  const others = asks.filter(({ device }) => !can(device.member, "triage"));
  const isStopped =
    others.length > 0 && (others.some(({ device }) => isHeldBack(device)) || (await one(client, isStoppedNow, { workspaceId })).yes);
  return new Set(isStopped ? others : []);
}

export const nextBest: ManyHandler<"claim.next"> = async (shared, asks) => {
  const underWay = [];
  const heldBack = await heldBackNow(shared, asks);
  const going = asks.filter((ask) => !heldBack.has(ask));
  for (const [first, ...others] of grouped(going, choice).values()) {
    if (!first) continue;
    const granting = grant(shared, [first, ...others]);
    shared.later(granting);
    if (mayAskTwice(first)) underWay.push(granting);
  }
  // What they ask for then belongs into this transaction too.
  await Promise.all(underWay);
  return asks.map((ask) => (heldBack.has(ask) ? new FanswerError("community_stopped") : stored));
};
