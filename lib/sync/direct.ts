import * as v from "valibot";
import { FanswerError } from "../schema/errors.ts";
import { type OperationArgs, type OperationName, type OperationResult, operations } from "../schema/operations.ts";
import type { Operation, OperationOutcome } from "../schema/wire.ts";

/** How often an operation that got no answer is sent, always under its one id. */
const attempts = 2;

interface Asked {
  readonly operation: Operation & { readonly name: OperationName };
  readonly resolve: (value: never) => void;
  readonly reject: (error: FanswerError) => void;
  tries: number;
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

  /** A request failed: everybody gets another try when `again` allows it, or is given up with `error`. */
  miss(error: FanswerError, again: boolean): void {
    for (const asked of [...this.asked]) {
      asked.tries += 1;
      if (!again || asked.tries >= attempts) this.giveUp(asked, error);
    }
  }

  private answer(asked: Asked, value: unknown): void {
    const result = v.safeParse(operations[asked.operation.name].result, value);
    if (result.success) {
      this.remove(asked);
      asked.resolve(result.output as never);
    } else this.giveUp(asked, new FanswerError("server_failed", asked.operation.name));
  }

  private giveUp(asked: Asked, error: FanswerError): void {
    this.remove(asked);
    asked.reject(error);
  }

  private remove(asked: Asked): void {
    this.asked = this.asked.filter((each) => each !== asked);
  }
}
