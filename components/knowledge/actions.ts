import type { KnowledgeItem } from "../../lib/schema/workspace.ts";

/** What the page asks of the background; both reject with why not. */
export interface KnowledgeActions {
  saveItems(items: readonly KnowledgeItem[]): Promise<unknown>;
  removeItem(itemId: string): Promise<unknown>;
  /** Downloads a file with this name and text. */
  save(name: string, text: string): void;
  newId(): string;
}
