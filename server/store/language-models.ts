import type { KnowledgeItem } from "../../lib/schema/workspace.ts";
import { itemJson } from "./lists.ts";
import { statement } from "./statement.ts";

interface ModelRow {
  readonly address: string;
  readonly model: string;
  readonly sealed_key: Buffer | null;
}

export const languageModelOf = statement<[string], ModelRow>(
  "model.of",
  "SELECT address, model, sealed_key FROM language_models WHERE workspace_id = $1",
);

/** workspace, address, model, sealed key, at */
export const putModel = statement<[string, string, string, Buffer | null, Date]>(
  "model.put",
  `INSERT INTO language_models (workspace_id, address, model, sealed_key, updated_at) VALUES ($1, $2, $3, $4, $5)
   ON CONFLICT (workspace_id) DO UPDATE SET address = excluded.address, model = excluded.model, sealed_key = excluded.sealed_key,
     updated_at = excluded.updated_at`,
);

/** workspace, sealed key, the sealed key that was read. Does nothing when another one was entered meanwhile. */
export const sealModelKey = statement<[string, Buffer, Buffer]>(
  "model.seal_key",
  "UPDATE language_models SET sealed_key = $2 WHERE workspace_id = $1 AND sealed_key = $3",
);

export const dropModel = statement<[string]>("model.drop", "DELETE FROM language_models WHERE workspace_id = $1");

/** workspace, ids */
export const itemsOf = statement<[string, readonly string[]], { item: KnowledgeItem }>(
  "knowledge.of",
  `SELECT ${itemJson} AS item FROM knowledge i WHERE i.workspace_id = $1 AND i.item_id = ANY ($2) AND NOT i.removed`,
);
