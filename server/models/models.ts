import { createLimiter, type Limiter } from "../limiter.ts";
import { type Complete, type CompleteOptions, createComplete } from "./complete.ts";

/** What the drafts of language models need. */
export interface Models {
  readonly complete: Complete;
  /** Seals the keys. */
  readonly secret: Buffer;
  /** Hosts that a workspace may name although they are not public. */
  readonly allowedHosts: readonly string[];
  /** Drafts asked for, by member. */
  readonly asked: Limiter;
}

interface ModelsOptions extends Partial<CompleteOptions> {
  readonly allowedHosts: readonly string[];
  readonly secret: Buffer;
  readonly now: () => Date;
  /** A member's. */
  readonly draftsPerMinute?: number;
}

/** Language models may stand on public hosts, and on those that the operator allowed. */
export function createModels(options: ModelsOptions): Models {
  const { allowedHosts, secret, now, draftsPerMinute = 10, timeoutMs = 60_000, silenceMs = 20_000 } = options;
  const complete = createComplete({ allowedHosts, timeoutMs, silenceMs });
  return { complete, secret, allowedHosts, asked: createLimiter(draftsPerMinute, now) };
}
