import { FanswerError } from "../../lib/schema/errors.ts";
import { auditEntry, type OperationName, operationRow } from "../../lib/schema/operations.ts";
import { noteDecisions } from "../audit/note.ts";
import { grouped } from "../grouping.ts";
import type { Counting, PaceKeeper } from "../pace/pace.ts";
import { lockMembers } from "../store/members.ts";
import { holdMentions } from "../store/mentions.ts";
import { all } from "../store/statement.ts";
import { type Ask, type Handler, type ManyHandler, nextRevision, type OperationCall, operatorId, type Shared, stored } from "./call.ts";
import { handlers, manyHandlers } from "./handlers.ts";
import { answerTwins, each, keepAnswers, type OperationAnswer, recallAnswers } from "./once.ts";
import { doingOf, type PacedAsk } from "./paced.ts";
import { reportedId } from "./report.ts";
import { keepVerdicts } from "./verdicts.ts";

/** The mentions that an operation names. */
function mentionsOf(ask: Ask): string[] {
  if (ask.name === "mention.report") return [reportedId(ask as Ask<"mention.report">)];
  const { args } = ask;
  return [...("mentionId" in args ? [args.mentionId] : []), ...("intoId" in args ? [args.intoId] : [])];
}

/** Whose place, or room for claims, an operation is about. */
function membersOf({ name, args, device }: Ask): string[] {
  return [
    ...(operationRow(name).onOneself ? [device.member.id] : []),
    ...("memberId" in args && args.memberId !== null ? [args.memberId] : []),
  ];
}

/**
 * Whether these operations cannot wait for each other in a ring although no mention is locked ahead for them. "claim.next" names no mention and skips
 * locked ones. All others must be of one name, whose handler locks all their mentions in one statement, in order; and no claim may be done before
 * them, as when a device asks for a claim and then for something else.
 */
function needNoLocksAhead(asks: readonly Ask[]): boolean {
  const others = asks.filter(({ name }) => name !== "claim.next");
  const [name, ...more] = new Set(others.map((ask) => ask.name));
  if (name === undefined) return true;
  const isFirst = others.length === asks.length || new Set(asks.map(({ device }) => device.id)).size === asks.length;
  return more.length === 0 && name in manyHandlers && isFirst;
}

/**
 * Takes the locks that operations of a batch need, in one order: members who claim or whose place changes, then mentions. The counter comes after them. So
 * two servers at work on the same rows wait for each other and not in a ring.
 */
function lockAll({ client, workspaceId, later }: Shared, asks: readonly Ask[]): void {
  const members = new Set(asks.flatMap(membersOf));
  if (members.size > 0) later(all(client, lockMembers, workspaceId, [...members]));
  if (asks.length === 1 || needNoLocksAhead(asks)) return;
  const named = asks.flatMap(mentionsOf);
  if (named.length > 0) later(all(client, holdMentions, workspaceId, [...new Set(named)]));
}

async function performOne(shared: Shared, ask: Ask): Promise<unknown> {
  const { device, operationId, name, args } = ask;
  const raise = async () => {
    const revision = await nextRevision(shared.client, shared.workspaceId);
    shared.moved(revision);
    return revision;
  };
  const noteAs = (action: string) => void shared.actions.set(ask, action);
  const call: OperationCall = { ...shared, device, operationId, raise, noteAs };
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

/** Takes what may run together next: of every device the operations of this name that stand first in its queue, so that each device's order is kept. */
function takeRun(queues: Map<string, Ask[]>, name: OperationName): Ask[] {
  const run: Ask[] = [];
  for (const [device, queue] of queues) {
    const end = queue.findIndex((ask) => ask.name !== name);
    run.push(...queue.splice(0, end === -1 ? queue.length : end));
    if (queue.length === 0) queues.delete(device);
  }
  return run;
}

/**
 * The name of the operations to be done next: any that stands first in a device's queue. "claim.next" comes last, as it takes whatever mention is free
 * and never waits for a locked one: the others lock the mentions that they name first.
 */
function next(queues: ReadonlyMap<string, readonly Ask[]>): OperationName | undefined {
  const names = [...queues.values()].map(([head]) => head?.name);
  return names.find((name) => name !== "claim.next") ?? names[0];
}

/** Does all operations; gives those that were not refused. Answers that the database has yet to write come through `shared.later`. */
async function performAll(shared: Shared, asks: readonly Ask[]): Promise<Ask[]> {
  const queues = grouped(asks, ({ device }) => device.id);
  const done: Ask[] = [];
  const tell = (answers: Iterable<readonly [Ask, OperationAnswer]>) => {
    for (const [ask, answer] of answers) if (answer !== stored) shared.answered(ask, answer);
  };
  for (let name = next(queues); name !== undefined; name = next(queues)) {
    const run = takeRun(queues, name);
    const results = await perform(shared, run, name);
    const outcomes = run.map((ask, place) => [ask, results[place]] as const);
    for (const [ask, outcome] of outcomes) if (!(outcome instanceof FanswerError)) done.push(ask);
    tell(outcomes);
    shared.later(keepAnswers(shared, outcomes).then(tell));
  }
  return done;
}

function audit({ client, workspaceId, at, later, actions }: Shared, asks: readonly Ask[]): void {
  const found = asks.flatMap((ask) => {
    const { device, operationId, name, args } = ask;
    const entry = auditEntry(name, args);
    if (!entry) return [];
    const done = actions.get(ask) ?? name;
    const [member, action] = device.member.id === operatorId ? [null, `operator.${done}`] : [device.member.id, done];
    return [{ id: operationId, member, action, ...entry }];
  });
  later(noteDecisions({ client, workspaceId, at }, found));
}

/** Does one operation that is neither counted nor kept for a repeat, as those of the server's operator; throws its refusal. */
export async function performAlone(given: Omit<Shared, "later" | "answered" | "actions">, ask: Ask): Promise<unknown> {
  const underWay: Promise<unknown>[] = [];
  const later = (work: Promise<unknown>) => void underWay.push(work);
  const shared: Shared = { ...given, later, actions: new Map(), answered: () => {} };
  lockAll(shared, [ask]);
  const answer = await performOne(shared, ask);
  if (!(answer instanceof FanswerError)) audit(shared, [ask]);
  for (const work of underWay) await work;
  if (answer instanceof FanswerError) throw answer;
  return answer;
}

interface How {
  /** Some of the operations may have taken effect before. */
  readonly mayRepeat: boolean;
  readonly pace: PaceKeeper;
  /** Ends the transaction once everything is under way. */
  readonly commit: () => void;
}

interface Done {
  /** In the order of the asks. */
  readonly answers: OperationAnswer[];
  /** To be called when the transaction is committed. */
  readonly keep: () => void;
}

/** Those that are within their members' limits; the others are answered with the refusal. */
function letThrough(shared: Shared, counting: Counting<PacedAsk>, wanted: readonly PacedAsk[]): Ask[] {
  for (const [{ ask }, error] of counting.refused) shared.answered(ask, error);
  return wanted.filter((doing) => !counting.refused.has(doing)).map(({ ask }) => ask);
}

/**
 * Does operations of one workspace in one transaction: what each does and the answer to it are stored together, or neither.
 * Throws when the database does: nothing has happened then. Repeats and members over their limits are rare: it throws RunAgain when one is among
 * them, and looks for them when it `mayRepeat`.
 */
export async function performBatch(
  given: Omit<Shared, "later" | "answered" | "actions">,
  asks: readonly Ask[],
  { mayRepeat, pace, commit }: How,
): Promise<Done> {
  const underWay: Promise<unknown>[] = [];
  const later = (work: Promise<unknown>) => {
    work.catch(() => {});
    underWay.push(work);
  };
  // In their order: what follows a statement that failed fails too, and only the first says why.
  const settle = async () => {
    for (const work of underWay) await work;
  };
  const answers = new Map<Ask, OperationAnswer>();
  const shared: Shared = { ...given, later, actions: new Map(), answered: (ask, answer) => answers.set(ask, answer) };
  let counting: Counting<PacedAsk> | null = null;
  try {
    const before = mayRepeat ? await recallAnswers(shared, asks) : new Map<Ask, OperationAnswer>();
    const fresh = asks.filter((ask) => !before.has(ask));
    const wanted = each(fresh).map(doingOf);
    counting = await pace.count(shared.client, wanted, mayRepeat);
    const begun = letThrough(shared, counting, wanted);
    lockAll(shared, begun);
    const done = await performAll(shared, begun);
    await keepVerdicts(shared, done);
    audit(shared, done);
    await counting.checked;
    commit();
    await settle();
    const twins = answerTwins(
      fresh.filter((ask) => !answers.has(ask)),
      answers,
    );
    return { answers: asks.map((ask) => [before, answers, twins].find((known) => known.has(ask))?.get(ask)), keep: counting.keep };
  } catch (thrown) {
    counting?.putBack();
    await settle();
    throw thrown;
  }
}
