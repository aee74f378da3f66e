import { noteDecisions } from "../audit/note.ts";
import type { Queryable } from "../store/statement.ts";

/** What a rule did to one mention; the id of the line tells it from others of the same instant. */
interface RuleNote {
  readonly entryId: string;
  readonly mentionId: string;
  readonly detail?: Readonly<Record<string, unknown>>;
}

interface Where {
  readonly client: Queryable;
  readonly workspaceId: string;
  readonly at: Date;
}

/** Leaves a line in the log for each mention that a rule of the server moved, as people's decisions do. Belongs into the transaction that moved them. */
export const noteRule = (where: Where, action: string, notes: readonly RuleNote[]): Promise<void> =>
  noteDecisions(
    where,
    notes.map(({ entryId, mentionId, detail = {} }) => ({ id: entryId, member: null, action, subject: mentionId, detail })),
  );
