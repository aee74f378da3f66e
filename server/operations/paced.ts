import type { Pool } from "pg";
import { FanswerError } from "../../lib/schema/errors.ts";
import type { Paced } from "../../lib/schema/paces.ts";
import type { CountedAction, PaceKeeper } from "../pace/pace.ts";
import type { Ask } from "./call.ts";
import { checkRefused, type OperationAnswer } from "./once.ts";

/** A report without keywords is a post that somebody added by hand, which has a limit of its own. */
const isByHand = ({ name, args }: Ask): boolean => name === "mention.report" && (args as Ask<"mention.report">["args"]).hits.length === 0;

/** The operation as an action that counts towards its member's hourly limits. */
export type PacedAsk = CountedAction & { readonly ask: Ask };

export function doingOf(ask: Ask): PacedAsk {
  const { workspaceId, member } = ask.device;
  const kind: Paced = isByHand(ask) ? "report.by_hand" : ask.name;
  return { ask, workspaceId, member, kind };
}

interface Tools {
  readonly pool: Pool;
  readonly pace: PaceKeeper;
  readonly now: () => Date;
}

/** Answers those that their member's pace is known to leave no room for, before anything is worked out for them: with a refusal, unless they took effect before. */
export async function refuseEarly(
  { pool, pace, now }: Tools,
  asked: readonly (Ask | FanswerError)[],
): Promise<ReadonlyMap<unknown, OperationAnswer>> {
  const refused = new Map<Ask, FanswerError>();
  for (const each of asked) {
    const error = each instanceof FanswerError ? null : pace.refusal(pool, doingOf(each));
    if (error && !(each instanceof FanswerError)) refused.set(each, error);
  }
  const [first] = refused.keys();
  if (!first) return refused;
  return new Map<Ask, OperationAnswer>([
    ...refused,
    ...(await checkRefused({ client: pool, workspaceId: first.device.workspaceId, at: now() }, refused)),
  ]);
}
