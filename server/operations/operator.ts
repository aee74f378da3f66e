import { randomBytes, randomUUID } from "node:crypto";
import type { Pool } from "pg";
import { FanswerError } from "../../lib/schema/errors.ts";
import { usualLevelRules } from "../../lib/schema/level-rules.ts";
import type { OperationArgs, OperationName, OperationResult } from "../../lib/schema/operations.ts";
import type { SignedInDevice } from "../door.ts";
import { createKeyring } from "../models/keyring.ts";
import { transaction } from "../store/pool.ts";
import type { Wake } from "../wake/hub.ts";
import { performAlone } from "./batch.ts";
import { operatorId } from "./call.ts";
import { checked } from "./check.ts";

/** What the server's operator may ask of a workspace: none of these seals or opens anything that was entrusted to the server. */
type OperatorOperation = Extract<
  OperationName,
  | "brake.set"
  | "brand.set"
  | "figures.posts"
  | "figures.read"
  | "invitation.create"
  | "keywords.push"
  | "member.remove"
  | "member.sign_out"
  | "people.list"
>;

/** Asks as who may everything in a workspace; throws the refusal. */
export type AskAsOperator = <N extends OperatorOperation>(
  workspaceId: string,
  name: N,
  args: OperationArgs<N>,
) => Promise<OperationResult<N>>;

interface Around {
  readonly pool: Pool;
  readonly now: () => Date;
  readonly wake: Wake;
  readonly publicUrl: () => string;
}

const deviceIn = (workspaceId: string): SignedInDevice => ({
  workspaceId,
  id: "operator",
  member: { id: operatorId, name: "", role: "admin", level: 3 },
  levels: usualLevelRules,
});

/**
 * Does operations for who runs the server: with the form, the rights and the handlers of those that devices ask for, in the log of decisions as
 * `operator.` and their name, by nobody.
 */
export function createAskAsOperator({ pool, now, wake, publicUrl }: Around): AskAsOperator {
  return async (workspaceId, name, args) => {
    const ask = checked(deviceIn(workspaceId), { id: randomUUID(), name, args });
    if (ask instanceof FanswerError) throw ask;
    const moved = new Set<number>();
    const shutOut = new Set<string>();
    const answer = await transaction(pool, (client) => {
      moved.clear();
      shutOut.clear();
      const given = {
        ...{ client, workspaceId, at: now(), publicUrl: publicUrl() },
        models: { keys: createKeyring(randomBytes(32)), allowedHosts: [] },
        moved: (revision: number) => void moved.add(revision),
        shutOut: (memberId: string) => void shutOut.add(memberId),
      };
      return performAlone(given, ask);
    });
    if (moved.size > 0) wake.moved(workspaceId, Math.max(...moved));
    for (const memberId of shutOut) wake.shutOut(workspaceId, memberId);
    return answer as OperationResult<typeof name>;
  };
}
