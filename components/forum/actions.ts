import type { Forum, ForumChange } from "../../lib/schema/forum.ts";

/** What the server is asked. Each rejects with why not. */
export interface ForumActions {
  read(): Promise<Forum | null>;
  save(change: ForumChange): Promise<Forum>;
  /** Has what is new at the forum taken over within a minute. */
  refresh(): Promise<Forum>;
  remove(): Promise<unknown>;
}
