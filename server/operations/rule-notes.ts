import { addToAuditLog } from "../store/operations.ts";
import { all, type Queryable } from "../store/statement.ts";

/** What a rule did to one mention; the id of the line tells it from others of the same instant. */
interface RuleNote {
  readonly entryId: string;
  readonly mentionId: string;
  readonly detail?: object;
}

interface Where {
  readonly client: Queryable;
  readonly workspaceId: string;
  readonly at: Date;
}

/** Leaves a line in the log for each mention that a rule of the server moved, as people's decisions do. Belongs into the transaction that moved them. */
export async function noteRule({ client, workspaceId, at }: Where, action: string, notes: readonly RuleNote[]): Promise<void> {
  if (notes.length === 0) return;
  const column = <T>(of: (note: RuleNote) => T) => notes.map(of);
  await all(client, addToAuditLog, {
    workspaceId,
    at,
    entries: column(({ entryId }) => entryId),
    members: column(() => null),
    actions: column(() => action),
    subjects: column(({ mentionId }) => mentionId),
    details: column(({ detail = {} }) => JSON.stringify(detail)),
  });
}
