import { FanswerError } from "../../lib/schema/errors.ts";
import { lease } from "../../lib/schema/lifecycle.ts";
import { can } from "../../lib/schema/roles.ts";
import { claimLimit } from "../../lib/schema/workspace.ts";
import { claimNext, claimNextIn } from "../store/claims.ts";
import { all } from "../store/statement.ts";
import { type Ask, type ManyHandler, type Shared, stored } from "./call.ts";
import { grouped } from "./grouping.ts";
import { bodyHash, orRunAgain } from "./once.ts";
import { silentSince } from "./rules.ts";

type Next = Ask<"claim.next">;

const statusesOf = ({ device }: Next) => (can(device.member, "triage") ? (["open", "escalated"] as const) : (["open"] as const));

/** What decides which mentions one may get. */
const choice = (ask: Next): string => JSON.stringify([statusesOf(ask), ask.args.languages.toSorted()]);

/** How many claims each asker's member may hold, less one for each time that the member asks before. */
function roomsOf(asks: readonly Next[]): number[] {
  const before = new Map<string, number>();
  return asks.map(({ device: { member } }) => {
    const times = before.get(member.id) ?? 0;
    before.set(member.id, times + 1);
    return claimLimit(member) - times;
  });
}

/** Grants the best ones that wait to askers who choose among the same. */
async function grant({ client, workspaceId, at, moved, answered }: Shared, asks: readonly [Next, ...Next[]]): Promise<void> {
  const { languages } = asks[0].args;
  const column = <T>(of: (ask: Next) => T) => asks.map(of);
  const given = [
    workspaceId,
    column(({ device }) => device.member.id),
    roomsOf(asks),
    column(({ device }) => device.id),
    column(({ operationId }) => operationId),
    column(bodyHash),
    statusesOf(asks[0]),
    new Date(at.getTime() + lease.lengthMs),
    at,
    silentSince(at),
    can(asks[0].device.member, "triage"),
  ] as const;
  const granting = languages.length === 0 ? all(client, claimNext, ...given) : all(client, claimNextIn, ...given, languages);
  const rows = new Map((await granting.catch(orRunAgain)).map((row) => [row.place, row]));
  for (const [index, ask] of asks.entries()) {
    const row = rows.get(index + 1);
    if (row?.revision) moved(row.revision);
    answered(ask, row?.result ?? new FanswerError(row ? "queue_empty" : "claim_limit"));
  }
}

export const nextBest: ManyHandler<"claim.next"> = async (shared, asks) => {
  for (const [first, ...others] of grouped(asks, choice).values()) if (first) shared.later(grant(shared, [first, ...others]));
  return asks.map(() => stored);
};
