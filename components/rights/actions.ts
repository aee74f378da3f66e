import type { AuditPage, AuditQuery, AuditState } from "../../lib/schema/audit.ts";
import type { AuthorHeld, AuthorRef, DataRequest, Erased, Receipt } from "../../lib/schema/erasure.ts";

/** What the pages on the log, and on what is kept of people, ask for. Each rejects with why not. */
export interface RightsActions {
  listAudit(query: AuditQuery): Promise<AuditPage>;
  checkAudit(): Promise<AuditState>;
  lookAtAuthor(author: AuthorRef): Promise<AuthorHeld>;
  eraseAuthor(author: AuthorRef & { readonly isListed: boolean }): Promise<Erased>;
  listRequests(): Promise<{ readonly requests: readonly DataRequest[]; readonly notice: string }>;
  settleRequest(id: string): Promise<unknown>;
  listErasures(): Promise<{ readonly receipts: readonly Receipt[] }>;
}
