import { errorCode } from "../../lib/i18n/error-text.ts";
import type { ErrorCode } from "../../lib/schema/errors.ts";
import type { Mention } from "../../lib/schema/mention.ts";

/** For which posts it was done, when the same was to be done to many one after the other. */
export interface Progress {
  readonly done: readonly Mention[];
  /** Why it stopped; null when all are done. */
  readonly problem: ErrorCode | null;
}

/** Does the same to one mention after the other, until one fails. */
export async function eachInTurn(mentions: readonly Mention[], work: (mention: Mention) => Promise<void>): Promise<Progress> {
  const done: Mention[] = [];
  for (const mention of mentions) {
    try {
      await work(mention);
    } catch (thrown) {
      return { done, problem: errorCode(thrown) };
    }
    done.push(mention);
  }
  return { done, problem: null };
}
