import { FanswerError } from "../../lib/schema/errors.ts";
import { lease } from "../../lib/schema/lifecycle.ts";
import type { Mention } from "../../lib/schema/mention.ts";
import { can } from "../../lib/schema/roles.ts";
import { claimLimit } from "../../lib/schema/workspace.ts";
import { grouped } from "../grouping.ts";
import { claimNext, claimNextIn } from "../store/claims.ts";
import { all } from "../store/statement.ts";
import { type Ask, type ManyHandler, type Shared, stored } from "./call.ts";
import { bodyHash, orRunAgain } from "./once.ts";
import { silentSince } from "./rules.ts";

type Next = Ask<"claim.next">;

const statusesOf = ({ device }: Next) => (can(device.member, "triage") ? (["open", "escalated"] as const) : (["open"] as const));

/** What decides which mentions one may get. */
const choice = (ask: Next): string => {
  const { languages, others = false, except = [] } = ask.args;
  return JSON.stringify([statusesOf(ask), languages.toSorted(), others, except.toSorted()]);
};

/** How many claims each asker's member may hold, less one for each time that the member asks before. */
function roomsOf(asks: readonly Next[]): number[] {
  const before = new Map<string, number>();
  return asks.map(({ device: { member } }) => {
    const times = before.get(member.id) ?? 0;
    before.set(member.id, times + 1);
    return claimLimit(member) - times;
  });
}

type Asks = readonly [Next, ...Next[]];

/** The best ones that wait, for askers who choose among the same: what each may have; null for who finds nothing, not there for who holds enough. */
async function choose({ client, workspaceId, at, moved }: Shared, asks: Asks, languages: readonly string[]) {
  const column = <T>(of: (ask: Next) => T) => asks.map(of);
  const given = {
    workspaceId,
    members: column(({ device }) => device.member.id),
    rooms: roomsOf(asks),
    devices: column(({ device }) => device.id),
    operations: column(({ operationId }) => operationId),
    bodyHashes: column(bodyHash),
    statuses: statusesOf(asks[0]),
    except: asks[0].args.except ?? [],
    areStaff: can(asks[0].device.member, "triage"),
    at,
    expiresAt: new Date(at.getTime() + lease.lengthMs),
    silentSince: silentSince(at),
  };
  const granting = languages.length === 0 ? all(client, claimNext, given) : all(client, claimNextIn, { ...given, languages });
  const found = new Map<Next, Mention | null>();
  for (const { place, result, revision } of await granting.catch(orRunAgain)) {
    if (revision) moved(revision);
    const ask = asks[place - 1];
    if (ask) found.set(ask, result);
  }
  return found;
}

/** Answers askers who choose among the same: in their languages first, then in others where they want those too. */
async function grant(shared: Shared, asks: Asks): Promise<void> {
  const { languages, others = false } = asks[0].args;
  const found = await choose(shared, asks, languages);
  const [first, ...more] = others && languages.length > 0 ? asks.filter((ask) => found.get(ask) === null) : [];
  const elsewhere = first ? await choose(shared, [first, ...more], []) : new Map<Next, Mention | null>();
  for (const ask of asks) {
    const none = new FanswerError(found.has(ask) ? "queue_empty" : "claim_limit");
    shared.answered(ask, found.get(ask) ?? elsewhere.get(ask) ?? none);
  }
}

export const nextBest: ManyHandler<"claim.next"> = async (shared, asks) => {
  for (const [first, ...others] of grouped(asks, choice).values()) if (first) shared.later(grant(shared, [first, ...others]));
  return asks.map(() => stored);
};
