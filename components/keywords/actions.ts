import type { KeywordList, KeywordListHead, ListVersion } from "../../lib/schema/keywords.ts";
import type { MessageArgs } from "../../lib/schema/messages.ts";

/** What is asked about the versions of a list. Each rejects with why not. */
export interface VersionActions {
  /** The latest first. */
  list(listId: string): Promise<readonly ListVersion[]>;
  read(listId: string, version: number): Promise<KeywordList>;
  /** Pushes a former version once more. */
  restore(args: MessageArgs<"keywords.restore">): Promise<KeywordListHead>;
}
