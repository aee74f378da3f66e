import type { ItemFigures } from "../../lib/schema/item-figures.ts";
import type { DeclineReason } from "../../lib/schema/proposals.ts";
import type { WaitingProposal } from "../../lib/schema/waiting-proposals.ts";
import type { KnowledgeItem } from "../../lib/schema/workspace.ts";
import type { UnassistedPost } from "../../lib/suggest/asked-often.ts";

/** What is done about the proposals of members. Each rejects with why not. */
export interface ProposalActions {
  list(): Promise<readonly WaitingProposal[]>;
  accept(proposalId: string, item: KnowledgeItem): Promise<unknown>;
  decline(proposalId: string, reason: DeclineReason, note: string): Promise<unknown>;
}

/** What the page asks of the background; both reject with why not. */
export interface KnowledgeActions {
  saveItems(items: readonly KnowledgeItem[]): Promise<unknown>;
  removeItem(itemId: string): Promise<unknown>;
  readonly proposals: ProposalActions;
  /** The posts of the last 30 days that were answered without an answer on record. */
  readUnassisted(): Promise<readonly UnassistedPost[]>;
  /** Whose they are, how often used and liked. */
  readItemFigures(): Promise<readonly ItemFigures[]>;
  /** Downloads a file with this name and text. */
  save(name: string, text: string): void;
  newId(): string;
}
