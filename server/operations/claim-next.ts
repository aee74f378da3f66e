import { FanswerError } from "../../lib/schema/errors.ts";
import { lease } from "../../lib/schema/lifecycle.ts";
import { claimLimit } from "../../lib/schema/workspace.ts";
import { claimNext } from "../store/claims.ts";
import { all } from "../store/statement.ts";
import { type Ask, type ManyHandler, type Shared, Shown } from "./call.ts";
import { grouped } from "./grouping.ts";
import { silentSince } from "./rules.ts";

type Next = Ask<"claim.next">;

const statusesOf = ({ device }: Next) => (device.member.role === "advocate" ? (["open"] as const) : (["open", "escalated"] as const));

/** What decides which mentions one may get. */
const choice = (ask: Next): string => JSON.stringify([statusesOf(ask), ask.args.languages.toSorted()]);

type Answers = Map<Next, Shown | FanswerError>;

/** Grants the best ones that wait to askers who choose among the same. */
async function grant({ client, workspaceId, at, moved }: Shared, asks: readonly [Next, ...Next[]], answers: Answers): Promise<void> {
  const { languages } = asks[0].args;
  const members = asks.map(({ device }) => device.member);
  const ends = new Date(at.getTime() + lease.lengthMs);
  const ids = members.map(({ id }) => id);
  const rows = await all(
    client,
    claimNext,
    workspaceId,
    ids,
    members.map(claimLimit),
    [...statusesOf(asks[0])],
    languages,
    ends,
    at,
    silentSince(at),
  );
  for (const { place, mention_id, revision, may } of rows) {
    const ask = asks[place - 1];
    if (revision !== null) moved(revision);
    if (ask) answers.set(ask, mention_id === null ? new FanswerError(may ? "queue_empty" : "claim_limit") : new Shown(mention_id));
  }
}

export const nextBest: ManyHandler<"claim.next"> = async (shared, asks) => {
  const answers: Answers = new Map();
  for (const [first, ...others] of grouped(asks, choice).values()) if (first) await grant(shared, [first, ...others], answers);
  return asks.map((ask) => answers.get(ask) as Shown | FanswerError);
};
