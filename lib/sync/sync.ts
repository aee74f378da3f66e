import * as v from "valibot";
import { asFanswerError, type ErrorCode, FanswerError } from "../schema/errors.ts";
import { Mention } from "../schema/mention.ts";
import { isOperationName, type OperationArgs, type OperationName, type OperationResult, operations } from "../schema/operations.ts";
import { limits, type Operation, type OperationOutcome, protocolVersion } from "../schema/wire.ts";
import { type Applied, applyAnswer, type ResultRow } from "../store/apply.ts";
import { type Batch, takeBatch } from "../store/batch.ts";
import type { Store } from "../store/database.ts";
import { endAccount, isEnd } from "../store/ending.ts";
import { deleteMeta, getMeta, readLanguages, setMeta, swapTokens } from "../store/meta.ts";
import { setAside } from "../store/outbox.ts";
import { askUnreadAgain } from "../store/unread.ts";
import { backoffMs } from "./backoff.ts";
import { DirectQueue, unreadResults } from "./direct.ts";
import { readAnswer, SyncEnvelope } from "./read-answer.ts";
import { post } from "./transport.ts";

export interface SyncOptions {
  readonly store: Store;
  readonly fetch: typeof globalThis.fetch;
  readonly nowMs: () => number;
  readonly random: () => number;
  /** A fresh UUID. */
  readonly newId: () => string;
  /** Version of the extension. */
  readonly version: string;
  /** What the browser says that the member reads, as BCP-47 tags. */
  readonly languages: () => readonly string[];
  /** Told after every answer that moved something. */
  readonly onMoved: (moved: Applied) => void;
  /** Told when the server begins to let this device in no more, or lets it in again. */
  readonly onDoor: () => void;
}

export interface Sync {
  /**
   * Pushes what waits and pulls what moved; one run at a time, a call during a run makes one more. After a failure
   * it waits, unless `urgent`. Never rejects: what went wrong is in the store.
   */
  run(options?: { readonly urgent?: boolean }): Promise<void>;
  /** Sends one operation after those that wait, under `id` or a fresh one, and gives its result, or throws a `FanswerError`. */
  ask<N extends OperationName>(name: N, args: OperationArgs<N>, id?: string): Promise<OperationResult<N>>;
}

/** Requests that failed so may go through later. */
const passing = new Set<ErrorCode>(["server_failed", "server_unreachable", "internal"]);
/** Refusals of a whole request that one operation in it may be the reason for. */
const wholesale = new Set<ErrorCode>(["malformed", "too_large"]);

/** An answer whose lists are not read yet, and how far this device's clock is off. */
interface Answered {
  readonly envelope: v.InferOutput<typeof SyncEnvelope>;
  readonly skewMs: number;
}

export function createSync(options: SyncOptions): Sync {
  const { store, nowMs } = options;
  const direct = new DirectQueue();
  /** How many operations go into the next request. */
  let room: number = limits.operations;
  let running: Promise<void> | null = null;
  /** Which run was asked for and has not begun yet. */
  let asked: "nothing" | "patient" | "urgent" = "nothing";

  function run({ urgent = false } = {}): Promise<void> {
    if (asked !== "urgent") asked = urgent ? "urgent" : "patient";
    running ??= loop().finally(() => {
      running = null;
    });
    return running;
  }

  async function loop(): Promise<void> {
    while (asked !== "nothing" || !direct.isEmpty) {
      const isUrgent = asked === "urgent" || !direct.isEmpty;
      asked = "nothing";
      await pass(isUrgent).catch((thrown) => direct.miss(asFanswerError(thrown), false));
    }
  }

  async function pass(isUrgent: boolean, mayGoBack = true): Promise<void> {
    const trouble = await getMeta(store, "trouble");
    if (trouble && !isUrgent && nowMs() < trouble.retryAtMs) return;
    try {
      await askUnreadAgain(store, options.version, nowMs());
      while (await exchange());
      await deleteMeta(store, "trouble");
      if (trouble?.code === "member_paused") options.onDoor();
    } catch (thrown) {
      const error = asFanswerError(thrown);
      // Neither token may be known now: then the later one is used again.
      if (error.code === "unauthorized" && (await swapTokens(store)) && mayGoBack) return pass(isUrgent, false);
      direct.miss(error, passing.has(error.code));
      if (await isOver(error.code)) return options.onDoor();
      const failures = (trouble?.failures ?? 0) + 1;
      const retryAtMs = nowMs() + backoffMs(failures, options.random, await getMeta(store, "spreadMs"));
      await setMeta(store, "trouble", { code: error.code, failures, retryAtMs });
      if (error.code === "member_paused" && trouble?.code !== error.code) options.onDoor();
    }
  }

  /** Whether the server ended the account of this device, which then forgets what it mirrored. */
  async function isOver(code: ErrorCode): Promise<boolean> {
    const account = await getMeta(store, "account");
    return isEnd(code) && account !== undefined && (await endAccount(store, account.token, code, nowMs()));
  }

  /** One request and its answer; true when there is more to send or to fetch. */
  async function exchange(): Promise<boolean> {
    const batch = await takeBatch(store, room, nowMs());
    if (!batch) {
      direct.miss(new FanswerError("unauthorized"), false);
      return false;
    }
    const extra = batch.rest ? [] : direct.operations().slice(0, room - batch.operations.length);
    const answer = await request(batch, [...batch.operations, ...extra]).catch((thrown) => lessen(thrown, batch, extra));
    if (answer === null) return true;
    room = Math.min(limits.operations, 2 * room);
    const isAllAnswered = await take(batch, extra, answer);
    if (!isAllAnswered) throw new FanswerError("server_failed");
    return answer.envelope.more || batch.rest || (await getMeta(store, "cursor")) === undefined;
  }

  /** Takes an answer in; true when it holds the last word on everything that was sent. */
  async function take(batch: Batch, extra: ReturnType<DirectQueue["operations"]>, { envelope, skewMs }: Answered): Promise<boolean> {
    const { results, changes, presence, unread } = readAnswer(envelope);
    const answered = new Map(results.map((outcome) => [outcome.id, outcome]));
    const outcomes = batch.operations.flatMap(({ id }) => answered.get(id) ?? []).filter(isFinal);
    const failed = batch.operations.map(({ id }) => id).filter((id) => hasFailed(answered.get(id)));
    const rows = [...batch.operations, ...extra].flatMap((operation) => resultRow(operation, answered.get(operation.id)));
    const places = [...unread, ...unreadResults(extra, answered)];
    const { token } = batch.account;
    const response = { ...envelope, changes, presence };
    const seen = { places, version: options.version, nowMs: nowMs() };
    options.onMoved(await applyAnswer(store, { token, response, outcomes, failed, rows, skewMs, unread: seen }));
    direct.settle(extra, answered);
    return outcomes.length === batch.operations.length;
  }

  async function request({ account, since, refill }: Batch, sent: readonly Operation[]): Promise<Answered> {
    const languages = await readLanguages(store, options.languages());
    const body = { protocol: protocolVersion, since, refill, languages, operations: sent };
    const beganMs = nowMs();
    const envelope = await post(options.fetch, { url: `${account.server}/v1/sync`, token: account.token, body, reply: SyncEnvelope });
    return { envelope, skewMs: Math.round(Date.parse(envelope.now) - (beganMs + nowMs()) / 2) };
  }

  /** A request that is refused as a whole is sent in halves, until the one operation is found for which it is; that one goes aside. */
  async function lessen(thrown: unknown, batch: Batch, extra: readonly Operation[]): Promise<null> {
    const error = asFanswerError(thrown);
    const count = batch.operations.length + extra.length;
    if (!wholesale.has(error.code) || count === 0) throw thrown;
    room = Math.ceil(count / 2);
    if (count > 1) return null;
    // Without it the request is taken, or it is not for the operation.
    await request(batch, []);
    for (const { id } of batch.operations) await setAside(store, id, error.code);
    direct.refuse(extra, error);
    return null;
  }

  function ask<N extends OperationName>(name: N, args: OperationArgs<N>, id = options.newId()): Promise<OperationResult<N>> {
    const answer = direct.add(id, name, args);
    void run({ urgent: true });
    return answer;
  }

  return { run, ask };
}

/** The server could not do it: no answer, or a fault of its own. Its database being away is no such thing. */
const hasFailed = (outcome: OperationOutcome | undefined): boolean =>
  outcome === undefined || (!outcome.ok && outcome.error.code === "internal");

const isFinal = (outcome: OperationOutcome): boolean => outcome.ok || !(hasFailed(outcome) || outcome.error.code === "server_failed");

/** The result as a row of the mirror, when it is one. A server's odd result is left to the change that follows. */
function resultRow({ name }: Operation, outcome: OperationOutcome | undefined): ResultRow[] {
  if (!outcome?.ok || !isOperationName(name) || operations[name].result !== Mention) return [];
  const parsed = v.safeParse(Mention, outcome.value);
  return parsed.success ? [{ kind: "mention", value: parsed.output }] : [];
}
