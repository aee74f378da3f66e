import * as v from "valibot";
import { FanswerError } from "../schema/errors.ts";
import { type OperationArgs, type OperationName, type OperationResult, operations } from "../schema/operations.ts";
import type { Operation, OperationOutcome } from "../schema/wire.ts";
import { issuePlace } from "./read-answer.ts";

/** How often an operation that got no answer is sent, always under its one id. */
const attempts = 2;

interface Asked {
  readonly operation: Operation & { readonly name: OperationName };
  readonly resolve: (value: never) => void;
  readonly reject: (error: FanswerError) => void;
  tries: number;
}

const readResult = ({ name }: Asked["operation"], value: unknown) => v.safeParse(operations[name].result as v.GenericSchema, value);

/** Where results of operations that somebody waits for cannot be read. */
export function unreadResults(sent: readonly Asked["operation"][], outcomes: ReadonlyMap<string, OperationOutcome>): string[] {
  return sent.flatMap((operation) => {
    const outcome = outcomes.get(operation.id);
    const result = outcome?.ok ? readResult(operation, outcome.value) : null;
    return result === null || result.success ? [] : [issuePlace(`result of ${operation.name}`, result.issues[0])];
  });
}

/**
 * Operations that somebody waits for. They do not survive the worker, and need not: what they did to the
 * workspace comes back with the next pull.
 */
export class DirectQueue {
  private asked: Asked[] = [];

  get isEmpty(): boolean {
    return this.asked.length === 0;
  }

  /** Resolves with the operation's result, or rejects with the server's code or why there was none. */
  add<N extends OperationName>(id: string, name: N, args: OperationArgs<N>): Promise<OperationResult<N>> {
    return new Promise((resolve, reject) => {
      this.asked.push({ operation: { id, name, args }, resolve: resolve as (value: never) => void, reject, tries: 0 });
    });
  }

  operations(): Asked["operation"][] {
    return this.asked.map(({ operation }) => operation);
  }

  /** Gives those who wait their answers; what was sent and not answered has failed. */
  settle(sent: readonly Operation[], outcomes: ReadonlyMap<string, OperationOutcome>): void {
    for (const asked of this.asked.filter(({ operation }) => sent.includes(operation))) {
      const outcome = outcomes.get(asked.operation.id);
      if (outcome?.ok) this.answer(asked, outcome.value);
      else this.giveUp(asked, new FanswerError(outcome?.error.code ?? "server_failed"));
    }
  }

  /** Rejects these operations, which the server does not take; the others stay. */
  refuse(sent: readonly Operation[], error: FanswerError): void {
    for (const asked of this.asked.filter(({ operation }) => sent.includes(operation))) this.giveUp(asked, error);
  }

  /** A request failed: everybody gets another try when `again` allows it, or is given up with `error`. */
  miss(error: FanswerError, again: boolean): void {
    for (const asked of [...this.asked]) {
      asked.tries += 1;
      if (!again || asked.tries >= attempts) this.giveUp(asked, error);
    }
  }

  private answer(asked: Asked, value: unknown): void {
    const result = readResult(asked.operation, value);
    if (result.success) {
      this.remove(asked);
      asked.resolve(result.output as never);
      // The server has done it; what came of it only a later version can read.
    } else this.giveUp(asked, new FanswerError("protocol_old", asked.operation.name));
  }

  private giveUp(asked: Asked, error: FanswerError): void {
    this.remove(asked);
    asked.reject(error);
  }

  private remove(asked: Asked): void {
    this.asked = this.asked.filter((each) => each !== asked);
  }
}
