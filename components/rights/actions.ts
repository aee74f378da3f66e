import type { AuditPage, AuditQuery, AuditState } from "../../lib/schema/audit.ts";

/** What the pages on the log, and on what is kept of people, ask for. Each rejects with why not. */
export interface RightsActions {
  listAudit(query: AuditQuery): Promise<AuditPage>;
  checkAudit(): Promise<AuditState>;
}
