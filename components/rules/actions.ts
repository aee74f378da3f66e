import type { OperationArgs } from "../../lib/schema/operations.ts";
import type { LanguageModel } from "../../lib/schema/workspace.ts";

/** What the form asks of the background; all reject with why not. */
export interface ModelActions {
  readModel(): Promise<LanguageModel | null>;
  setModel(args: OperationArgs<"model.set">): Promise<LanguageModel | null>;
  removeModel(): Promise<unknown>;
}
