import { availableParallelism } from "node:os";
import type { Pool } from "pg";
import { FanswerError } from "../../lib/schema/errors.ts";
import type { OperationOutcome } from "../../lib/schema/wire.ts";
import { coalescer } from "../coalescer.ts";
import type { SignedInDevice } from "../door.ts";
import { createKeywords } from "../keywords.ts";
import { errorFields, type Log } from "../log.ts";
import type { Models } from "../models/models.ts";
import { createLimiter } from "../pace/limiter.ts";
import type { PaceKeeper } from "../pace/pace.ts";
import { isAway, isPassing, transaction } from "../store/pool.ts";
import type { Wake } from "../wake/hub.ts";
import { createLookAhead } from "./ahead.ts";
import { performBatch } from "./batch.ts";
import type { Ask } from "./call.ts";
import { checked } from "./check.ts";
import { checkRefused, type OperationAnswer } from "./once.ts";
import { refuseEarly } from "./paced.ts";
import { toWireError, wireError } from "./wire-error.ts";

/** Runs operations of a device and says how each went, in their order; never throws. A refused one has changed nothing and may be sent again. */
export type Operate = (device: SignedInDevice, raws: readonly unknown[]) => Promise<OperationOutcome[]>;

interface Tools {
  readonly pool: Pool;
  readonly now: () => Date;
  readonly log: Log;
  readonly wake: Wake;
  readonly publicUrl: () => string;
  readonly models: Models;
  readonly pace: PaceKeeper;
}

/** Batches at once. On a machine that also runs the database more than this are no faster: see docs/decisions/0030. */
const bounds = { largest: 64, atOnce: Math.min(16, 2 * availableParallelism()) } as const;

const idOf = (raw: unknown): string =>
  typeof raw === "object" && raw !== null && "id" in raw && typeof raw.id === "string" ? raw.id.slice(0, 100) : "";

/** Operations that many devices ask of one workspace at the same time share a transaction; see the coalescer. */
export function createOperate({ pool, now, log, wake, publicUrl, models, pace }: Tools, { largest, atOnce } = bounds): Operate {
  async function together(workspaceId: string, asks: readonly Ask[]): Promise<OperationAnswer[]> {
    let last = 0;
    const shutOut = new Set<string>();
    const moved = (revision: number) => {
      last = Math.max(last, revision);
    };
    const { answers, keep } = await transaction(pool, (client, attempt, commit) => {
      last = 0;
      shutOut.clear();
      const given = {
        client,
        workspaceId,
        at: now(),
        publicUrl: publicUrl(),
        models,
        moved,
        shutOut: (memberId: string) => void shutOut.add(memberId),
      };
      return performBatch(given, asks, { mayRepeat: attempt > 1, pace, commit });
    });
    keep();
    if (last > 0) wake.moved(workspaceId, last);
    for (const memberId of shutOut) wake.shutOut(workspaceId, memberId);
    const refused = refusedOf(asks, answers);
    if (refused.size === 0) return answers;
    const known = await transaction(pool, (client) => checkRefused({ client, workspaceId, at: now() }, refused));
    return asks.map((ask, place) => (known.has(ask) ? known.get(ask) : answers[place]));
  }

  const refusal = (thrown: unknown) => new FanswerError(toWireError(thrown, log).code);

  /** If one operation fails the whole batch is rolled back, and each is tried again alone. When the database is away all of them fail. */
  async function run(_turn: string, asks: readonly Ask[]): Promise<OperationAnswer[]> {
    const workspaceId = asks[0]?.device.workspaceId ?? "";
    try {
      return await together(workspaceId, asks);
    } catch (thrown) {
      if (isAway(thrown)) {
        const error = refusal(thrown);
        return asks.map(() => error);
      }
      if (asks.length > 1) log("warn", "batch_failed", { operations: asks.length, ...errorFields(thrown) });
      const answers: OperationAnswer[] = [];
      for (const ask of asks) answers.push(asks.length === 1 ? fail(ask, thrown) : await alone(workspaceId, ask));
      return answers;
    }
  }

  const alone = (workspaceId: string, ask: Ask): Promise<OperationAnswer> =>
    together(workspaceId, [ask]).then(
      ([answer]) => answer,
      (thrown: unknown) => fail(ask, thrown),
    );

  const fail = ({ device }: Ask, thrown: unknown): FanswerError => {
    if (!isPassing(thrown)) offenders.count(device.id);
    return refusal(thrown);
  };

  /** Devices whose operation failed alone as well. For a minute their operations are done in batches apart, so that they slow nobody else down. */
  const offenders = createLimiter(1, now);
  const turnOf = ({ device }: Ask): string => (offenders.isFull(device.id) ? `${device.workspaceId} ${device.id}` : device.workspaceId);

  const submit = coalescer(run, { largest, atOnce });
  const lookAhead = createLookAhead(pool, now, createKeywords(pool), models.keys);

  const answerTo = async (asked: Ask | FanswerError): Promise<OperationAnswer> =>
    asked instanceof FanswerError ? asked : submit(turnOf(asked), asked);

  return async (device, raws) => {
    const asked = raws.map((raw) => checked(device, raw));
    const early = await refuseEarly({ pool, pace, now }, asked);
    const ready = (
      await lookAhead(
        device.workspaceId,
        asked.filter((each) => !early.has(each)),
      )
    ).values();
    const answers = asked.map((each) => (early.has(each) ? early.get(each) : answerTo(ready.next().value ?? each)));
    return Promise.all(answers.map(async (answer, place) => outcomeOf(idOf(raws[place]), await answer)));
  };
}

const outcomeOf = (id: string, answer: OperationAnswer): OperationOutcome =>
  answer instanceof FanswerError ? { id, ok: false, error: wireError(answer) } : { id, ok: true, value: answer };

/** The operations that were refused, each with its error. */
const refusedOf = (asks: readonly Ask[], answers: readonly OperationAnswer[]): ReadonlyMap<Ask, FanswerError> =>
  new Map(asks.flatMap((ask, place) => (answers[place] instanceof FanswerError ? [[ask, answers[place]] as const] : [])));
