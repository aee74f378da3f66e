import { FanswerError } from "../../lib/schema/errors.ts";
import type { OperationName } from "../../lib/schema/operations.ts";
import { lockMembers } from "../store/members.ts";
import { lockMentions } from "../store/mentions.ts";
import { addToAuditLog } from "../store/operations.ts";
import { all } from "../store/statement.ts";
import { auditEntry } from "./audit.ts";
import { type Ask, type Call, type Handler, type ManyHandler, nextRevision, type Shared } from "./call.ts";
import { grouped } from "./grouping.ts";
import { handlers, manyHandlers } from "./handlers.ts";
import { type Answer, answerTwins, each, finish, recall } from "./once.ts";
import { reportedId } from "./report.ts";

/** Which mentions an operation is about, as far as it says so itself. */
function mentionsOf(ask: Ask): string[] {
  if (ask.name === "mention.report") return [reportedId(ask as Ask<"mention.report">)];
  const { args } = ask;
  return [...("mentionId" in args ? [args.mentionId] : []), ...("intoId" in args ? [args.intoId] : [])];
}

import { keepVerdicts } from "./verdicts.ts";

/**
 * Takes the locks that operations of a batch need, in one order: members who claim, then mentions. The counter comes after them. So
 * two servers at work on the same rows wait for each other and not in a ring.
 */
async function lockAll({ client, workspaceId }: Shared, asks: readonly Ask[]): Promise<void> {
  const claiming = asks.filter(({ name }) => name === "claim.next" || name === "claim.take");
  if (claiming.length > 0) await all(client, lockMembers, workspaceId, [...new Set(claiming.map(({ device }) => device.member.id))]);
  // Those that are done together lock their mentions in order themselves.
  const isUniform = new Set(asks.map(({ name }) => name)).size === 1 && asks[0] && asks[0].name in manyHandlers;
  if (asks.length === 1 || isUniform) return;
  const named = asks.flatMap(mentionsOf);
  if (named.length > 0) await all(client, lockMentions, workspaceId, [...new Set(named)]);
}

async function performOne(shared: Shared, { device, operationId, name, args }: Ask): Promise<unknown> {
  const raise = async () => {
    const revision = await nextRevision(shared.client, shared.workspaceId);
    shared.moved(revision);
    return revision;
  };
  const call: Call = { ...shared, device, operationId, raise };
  try {
    // The table ties each name to its arguments; the compiler cannot follow that through a variable name.
    return await (handlers as Record<OperationName, Handler<OperationName>>)[name](call, args);
  } catch (thrown) {
    if (thrown instanceof FanswerError) return thrown;
    throw thrown;
  }
}

/** Does operations of one name; the answers may be refusals, or mentions still to be shown. */
async function perform(shared: Shared, asks: readonly Ask[], name: OperationName): Promise<readonly unknown[]> {
  const many = (manyHandlers as Partial<Record<OperationName, ManyHandler<OperationName>>>)[name];
  if (many) return many(shared, asks);
  const answers: unknown[] = [];
  for (const ask of asks) answers.push(await performOne(shared, ask));
  return answers;
}

/** Takes what may run together next: of every device the operations at its head that have this name, so that each keeps its order. */
function takeRun(queues: Map<string, Ask[]>, name: OperationName): Ask[] {
  const run: Ask[] = [];
  for (const [device, queue] of queues) {
    const end = queue.findIndex((ask) => ask.name !== name);
    run.push(...queue.splice(0, end === -1 ? queue.length : end));
    if (queue.length === 0) queues.delete(device);
  }
  return run;
}

async function performAll(shared: Shared, asks: readonly Ask[]): Promise<Map<Ask, Answer>> {
  const queues = grouped(asks, ({ device }) => device.id);
  const answers = new Map<Ask, Answer>();
  for (let [queue] = queues.values(); queue?.[0]; [queue] = queues.values()) {
    const { name } = queue[0];
    const run = takeRun(queues, name);
    for (const entry of await finish(shared, run, await perform(shared, run, name))) answers.set(...entry);
  }
  return answers;
}

async function audit({ client, workspaceId, at }: Shared, answers: ReadonlyMap<Ask, Answer>): Promise<void> {
  const entries = [...answers].flatMap(([{ device, operationId, name, args }, answer]) => {
    const entry = answer instanceof FanswerError ? null : auditEntry(name, args);
    return entry ? [[operationId, device.member.id, name, entry.subject, JSON.stringify(entry.detail)] as const] : [];
  });
  if (entries.length === 0) return;
  const column = (place: 0 | 1 | 2 | 3 | 4) => entries.map((entry) => entry[place]);
  await all(client, addToAuditLog, workspaceId, at, column(0), column(1), column(2), column(3), column(4));
}

/**
 * Does operations of one workspace in one transaction: what each does and the answer to it are stored together, or neither.
 * Gives the answers in their order. Throws when the database does: nothing has happened then. Repeats are rare: it throws
 * RunAgain when one is among them, and looks for them when it `mayRepeat`.
 */
export async function performBatch(shared: Shared, asks: readonly Ask[], mayRepeat: boolean): Promise<Answer[]> {
  const before = mayRepeat ? await recall(shared, asks) : new Map<Ask, Answer>();
  const fresh = asks.filter((ask) => !before.has(ask));
  const begun = each(fresh);
  await lockAll(shared, begun);
  const answers = await performAll(shared, begun);
  for (const [ask, answer] of answers) if (!(answer instanceof FanswerError)) await keepVerdicts(shared, ask);
  await audit(shared, answers);
  const twins = answerTwins(
    fresh.filter((ask) => !answers.has(ask)),
    answers,
  );
  return asks.map((ask) => [before, answers, twins].find((known) => known.has(ask))?.get(ask));
}
