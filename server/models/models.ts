import type { Limiter } from "../limiter.ts";
import type { Complete } from "./complete.ts";

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
