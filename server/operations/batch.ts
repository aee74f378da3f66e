import { FanswerError } from "../../lib/schema/errors.ts";
import type { OperationName } from "../../lib/schema/operations.ts";
import { lockMembers } from "../store/members.ts";
import { lockMentions } from "../store/mentions.ts";
import { addToAuditLog } from "../store/operations.ts";
import { all } from "../store/statement.ts";
import { auditEntry } from "./audit.ts";
import { type Answer, type Ask, type Call, type Handler, type ManyHandler, nextRevision, type Shared } from "./call.ts";
import { grouped } from "./grouping.ts";
import { handlers, manyHandlers } from "./handlers.ts";
import { begin, finish, recall } from "./once.ts";
import { reportedId } from "./report.ts";

type AnyAnswer = Answer<OperationName>;

function mentionOf(ask: Ask): string | null {
  if (ask.name === "mention.report") return reportedId(ask as Ask<"mention.report">);
  return "mentionId" in ask.args ? ask.args.mentionId : null;
}

/**
 * Takes the locks that operations of a batch need, in one order: members who claim, then mentions. The counter comes after them. So
 * two servers at work on the same rows wait for each other and not in a ring.
 */
async function lockAll({ client, workspaceId }: Shared, asks: readonly Ask[]): Promise<void> {
  const claiming = asks.filter(({ name }) => name === "claim.next" || name === "claim.take");
  if (claiming.length > 0) await all(client, lockMembers, workspaceId, [...new Set(claiming.map(({ device }) => device.member.id))]);
  const named = asks.flatMap((ask) => mentionOf(ask) ?? []);
  if (named.length > 0 && asks.length > 1) await all(client, lockMentions, workspaceId, [...new Set(named)]);
}

async function performOne(shared: Shared, { device, operationId, name, args }: Ask): Promise<AnyAnswer> {
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

/** Does operations of one name. */
async function perform(shared: Shared, asks: readonly Ask[], name: OperationName): Promise<readonly AnyAnswer[]> {
  const many = (manyHandlers as Partial<Record<OperationName, ManyHandler<OperationName>>>)[name];
  if (many) return many(shared, asks);
  const answers: AnyAnswer[] = [];
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

async function performAll(shared: Shared, asks: readonly Ask[]): Promise<Map<Ask, AnyAnswer>> {
  const queues = grouped(asks, ({ device }) => device.id);
  const answers = new Map<Ask, AnyAnswer>();
  for (let [queue] = queues.values(); queue?.[0]; [queue] = queues.values()) {
    const { name } = queue[0];
    const run = takeRun(queues, name);
    const given = await perform(shared, run, name);
    for (const [place, ask] of run.entries()) answers.set(ask, given[place] as AnyAnswer);
  }
  return answers;
}

async function audit({ client, workspaceId, at }: Shared, answers: ReadonlyMap<Ask, AnyAnswer>): Promise<void> {
  for (const [{ device, operationId, name, args }, answer] of answers) {
    const entry = answer instanceof FanswerError ? null : auditEntry(name, args);
    if (entry === null) continue;
    await all(client, addToAuditLog, workspaceId, at, operationId, device.member.id, name, entry.subject, JSON.stringify(entry.detail));
  }
}

/**
 * Does operations of one workspace in one transaction: what each does and the answer to it are stored together, or neither.
 * Gives the answers in their order. Throws when the database does: nothing has happened then.
 */
export async function performBatch(shared: Shared, asks: readonly Ask[]): Promise<AnyAnswer[]> {
  const begun = await begin(shared, asks);
  await lockAll(shared, begun);
  const answers = await performAll(shared, begun);
  await audit(shared, answers);
  await finish(shared, answers);
  const others = asks.filter((ask) => !answers.has(ask));
  const recalled = await recall(shared, others, answers);
  return asks.map((ask) => (answers.has(ask) ? answers : recalled).get(ask) as AnyAnswer);
}
