import { FanswerError } from "../../lib/schema/errors.ts";
import { lease } from "../../lib/schema/lifecycle.ts";
import { claimLimit } from "../../lib/schema/workspace.ts";
import { claimNext } from "../store/claims.ts";
import { all } from "../store/statement.ts";
import { type Answer, type Ask, type ManyHandler, presentMany, type Shared } from "./call.ts";
import { grouped } from "./grouping.ts";
import { silentSince } from "./rules.ts";

type Next = Ask<"claim.next">;

const statusesOf = ({ device }: Next) => (device.member.role === "advocate" ? (["open"] as const) : (["open", "escalated"] as const));

/** What decides which mentions one may get. */
const choice = (ask: Next): string => JSON.stringify([statusesOf(ask), ask.args.languages.toSorted()]);

/** Grants the best ones that wait to askers who choose among the same; which mention each got, or why none. */
async function grant({ client, workspaceId, at, moved }: Shared, asks: readonly [Next, ...Next[]]) {
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
  return new Map(
    rows.map(({ place, mention_id, revision, may }) => {
      if (revision !== null) moved(revision);
      return [asks[place - 1], mention_id ?? new FanswerError(may ? "queue_empty" : "claim_limit")] as const;
    }),
  );
}

export const nextBest: ManyHandler<"claim.next"> = async (shared, asks) => {
  const granted = new Map<Next | undefined, string | FanswerError>();
  for (const [first, ...others] of grouped(asks, choice).values()) {
    if (first) for (const entry of await grant(shared, [first, ...others])) granted.set(...entry);
  }
  const mentions = await presentMany(
    shared,
    [...granted.values()].filter((got) => typeof got === "string"),
  );
  return asks.map((ask) => {
    const got = granted.get(ask);
    return (typeof got === "string" ? mentions.get(got) : got) as Answer<"claim.next">;
  });
};
