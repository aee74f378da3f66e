import { FanswerError } from "../../lib/schema/errors.ts";
import type { OperationName } from "../../lib/schema/operations.ts";
import { hashOf } from "../ids.ts";
import { beginOperations, dropOperations, finishOperations, finishWithMentions, storedOperations } from "../store/operations.ts";
import { all } from "../store/statement.ts";
import { type Ask, type Shared, Shown } from "./call.ts";
import { firsts } from "./grouping.ts";

/** A result as the wire has it, or the error of a refusal. */
export type Answer = unknown;

type Answers = ReadonlyMap<Ask, Answer>;

/** Whose answers are not kept: they hold a secret that is nowhere stored (a repeat makes the same thing again, with a new one), or only show what is there. */
const unstored: ReadonlySet<OperationName> = new Set([
  "invitation.create",
  "integration.list",
  "delivery.list",
  "mention.history",
  "member.list",
]);
const isStored = ({ name }: Ask): boolean => !unstored.has(name);

const bodyHash = ({ name, args }: Ask): Buffer => hashOf(JSON.stringify([name, args]));
const joined = (device: string, operation: string): string => `${device} ${operation}`;
const keyOf = ({ device, operationId }: Ask): string => joined(device.id, operationId);
const keys = (asks: readonly Ask[]) => [asks.map(({ device }) => device.id), asks.map(({ operationId }) => operationId)] as const;

/** Those that have not taken effect before, each once; they are marked as begun. */
export async function begin({ client, workspaceId, at }: Shared, asks: readonly Ask[]): Promise<Ask[]> {
  const stored = firsts(asks.filter(isStored), keyOf);
  if (stored.size === 0) return [...asks];
  const given = [...stored.values()];
  const rows = await all(client, beginOperations, workspaceId, ...keys(given), given.map(bodyHash), at);
  const begun = new Set(rows.map(({ device_id, operation_id }) => stored.get(joined(device_id, operation_id))));
  return asks.filter((ask) => !isStored(ask) || begun.has(ask));
}

/**
 * Gives what asks with these outcomes are answered. Stores the answers of those that took effect, and forgets those that were refused,
 * so that they may be tried again.
 */
export async function finish(
  { client, workspaceId }: Shared,
  asks: readonly Ask[],
  outcomes: readonly unknown[],
): Promise<Map<Ask, Answer>> {
  const answers = new Map<Ask, Answer>(asks.map((ask, place) => [ask, outcomes[place]]));
  const shown = asks.filter((ask) => answers.get(ask) instanceof Shown);
  if (shown.length > 0) {
    const mentions = shown.map((ask) => (answers.get(ask) as Shown).mentionId);
    const byKey = firsts(shown, keyOf);
    for (const row of await all(client, finishWithMentions, workspaceId, ...keys(shown), mentions)) {
      const ask = byKey.get(joined(row.device_id, row.operation_id));
      if (ask) answers.set(ask, row.result);
    }
  }
  const others = asks.filter((ask) => isStored(ask) && !shown.includes(ask));
  const [refused, done] = [true, false].map((isRefused) => others.filter((ask) => answers.get(ask) instanceof FanswerError === isRefused));
  if (done?.length)
    await all(
      client,
      finishOperations,
      workspaceId,
      ...keys(done),
      done.map((ask) => JSON.stringify(answers.get(ask))),
    );
  if (refused?.length) await all(client, dropOperations, workspaceId, ...keys(refused));
  return answers;
}

/** What was answered to operations that took effect before, or in `answers` a moment ago. */
export async function recall({ client, workspaceId }: Shared, asks: readonly Ask[], answers: Answers): Promise<Answers> {
  if (asks.length === 0) return new Map();
  const rows = await all(client, storedOperations, workspaceId, ...keys(asks));
  const before = new Map(rows.map((row) => [joined(row.device_id, row.operation_id), row]));
  const now = new Map([...answers.keys()].map((ask) => [keyOf(ask), ask]));
  const recalled = asks.map((ask) => {
    const twin = now.get(keyOf(ask));
    const row = before.get(keyOf(ask));
    const hash = twin ? bodyHash(twin) : row?.body_hash;
    const isSame = hash !== undefined && bodyHash(ask).equals(hash);
    return [ask, isSame ? (twin ? answers.get(twin) : row?.result) : new FanswerError("operation_reused")] as const;
  });
  return new Map(recalled);
}
