import * as v from "valibot";
import { asFanswerError, type ErrorCode, FanswerError } from "../schema/errors.ts";
import { isOperationName, type OperationArgs, type OperationName, type OperationResult, operations } from "../schema/operations.ts";
import { limits, type Operation, type OperationOutcome, protocolVersion, SyncResponse } from "../schema/wire.ts";
import { applyAnswer, type Moved, type ResultRow } from "../store/apply.ts";
import type { Store } from "../store/database.ts";
import { deleteMeta, getMeta, setMeta } from "../store/meta.ts";
import { type Batch, takeBatch } from "../store/outbox.ts";
import { backoffMs } from "./backoff.ts";
import { DirectQueue } from "./direct.ts";
import { post } from "./transport.ts";

export interface SyncOptions {
  readonly store: Store;
  readonly fetch: typeof globalThis.fetch;
  readonly nowMs: () => number;
  readonly random: () => number;
  /** A fresh UUID. */
  readonly newId: () => string;
  /** Told after every answer that moved something. */
  readonly onMoved: (moved: Moved) => void;
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

/** The server could not do these now; it is asked again later. */
const passing = new Set<ErrorCode>(["server_failed", "server_unreachable", "internal"]);

export function createSync(options: SyncOptions): Sync {
  const { store, nowMs } = options;
  const direct = new DirectQueue();
  let running: Promise<void> | null = null;
  /** What was asked for and no pass has begun for. */
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

  async function pass(isUrgent: boolean): Promise<void> {
    const trouble = await getMeta(store, "trouble");
    if (trouble && !isUrgent && nowMs() < trouble.retryAtMs) return;
    try {
      while (await exchange());
      await deleteMeta(store, "trouble");
    } catch (thrown) {
      const error = asFanswerError(thrown);
      direct.miss(error, passing.has(error.code));
      const failures = (trouble?.failures ?? 0) + 1;
      await setMeta(store, "trouble", { code: error.code, failures, retryAtMs: nowMs() + backoffMs(failures, options.random) });
    }
  }

  /** One request and its answer; true when there is more to send or to fetch. */
  async function exchange(): Promise<boolean> {
    const batch = await takeBatch(store);
    if (!batch) {
      direct.miss(new FanswerError("unauthorized"), false);
      return false;
    }
    const extra = batch.rest ? [] : direct.operations().slice(0, limits.operations - batch.operations.length);
    const sent = [...batch.operations, ...extra];
    const { response, skewMs } = await request(batch, sent);
    const answered = new Map(response.results.map((outcome) => [outcome.id, outcome]));
    const outcomes = batch.operations.flatMap(({ id }) => answered.get(id) ?? []).filter(isFinal);
    const rows = sent.flatMap((operation) => resultRow(operation, answered.get(operation.id)));
    options.onMoved(await applyAnswer(store, { token: batch.account.token, response, outcomes, rows, skewMs }));
    direct.settle(extra, answered);
    if (outcomes.length < batch.operations.length) throw new FanswerError("server_failed");
    return response.more || batch.rest || (await getMeta(store, "cursor")) === undefined;
  }

  async function request({ account, since }: Batch, sent: readonly Operation[]) {
    const body = { protocol: protocolVersion, since, operations: sent };
    const beganMs = nowMs();
    const response = await post(options.fetch, { url: `${account.server}/v1/sync`, token: account.token, body, reply: SyncResponse });
    return { response, skewMs: Math.round(Date.parse(response.now) - (beganMs + nowMs()) / 2) };
  }

  function ask<N extends OperationName>(name: N, args: OperationArgs<N>, id = options.newId()): Promise<OperationResult<N>> {
    const answer = direct.add(id, name, args);
    void run({ urgent: true });
    return answer;
  }

  return { run, ask };
}

function isFinal(outcome: OperationOutcome): boolean {
  return outcome.ok || !passing.has(outcome.error.code);
}

/** Operations whose result is another row of the mirror than a mention, or none. */
const resultKinds: { readonly [N in OperationName]?: ResultRow["kind"] | null } = {
  "keywords.push": null,
  "keywords.part": null,
  "answering.set": "workspace",
  "model.read": null,
  "model.set": null,
  "model.remove": null,
  "suggestion.reject": null,
  "knowledge.save": null,
  "knowledge.remove": null,
  "invitation.create": null,
};

/** The result as a row of the mirror, when it is one. A server's odd result is left to the change that follows. */
function resultRow({ name }: Operation, outcome: OperationOutcome | undefined): ResultRow[] {
  if (!outcome?.ok || !isOperationName(name)) return [];
  const kind = Object.hasOwn(resultKinds, name) ? resultKinds[name] : "mention";
  const parsed = v.safeParse(operations[name].result, outcome.value);
  return kind && parsed.success ? [{ kind, value: parsed.output } as ResultRow] : [];
}
