import type { Pool } from "pg";
import type { Operate } from "../../server/operations/run.ts";
import { everything, mentionJson } from "../../server/store/mention-json.ts";
import { all, statement } from "../../server/store/statement.ts";
import { oneClaim, oneClaimShowing } from "./one-claim.ts";

type Args = [workspace: string, member: string, endsAt: Date, at: Date];
const values = ["$1", "$2", "$3", "$4"] as const;

const claimed = statement<Args>("bench.one_claim", oneClaim(...values));
const shown = statement<Args, { mention: unknown }>(
  "bench.one_claim_shown",
  oneClaimShowing(`${mentionJson(everything)} AS mention`, ...values),
);

const leaseMs = 600_000;
const times = (): [Date, Date] => [new Date(Date.now() + leaseMs), new Date()];

/** Claims the next best with one statement of its own. */
export async function claimAlone(pool: Pool, workspaceId: string, memberId: string): Promise<void> {
  await all(pool, claimed, workspaceId, memberId, ...times());
}

/** A server's operations where every claim is one statement of its own; it can do nothing else. */
export const operateAlone =
  (pool: Pool): Operate =>
  ({ workspaceId, member }, raws) =>
    Promise.all(
      raws.map(async (raw) => {
        const [row] = await all(pool, shown, workspaceId, member.id, ...times());
        return { id: (raw as { id: string }).id, ok: true as const, value: row?.mention };
      }),
    );
