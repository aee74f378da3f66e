/** The closed list of error codes. What each says to do stands in `error-sentences.ts`. */
export const errorCodes = [
  "unauthorized",
  "signed_out",
  "member_paused",
  "member_removed",
  "forbidden",
  "invitation_invalid",
  "invitation_unreadable",
  "invitation_unsafe",
  "sign_on_first",
  "sign_on_invalid",
  "sign_on_over",
  "sign_on_refused",
  "consent_needed",
  "already_joined",
  "communities_full",
  "malformed",
  "too_many",
  "unknown_operation",
  "too_large",
  "full",
  "protocol_old",
  "protocol_new",
  "operation_reused",
  "not_found",
  "move_not_allowed",
  "lease_held",
  "lease_lost",
  "claim_limit",
  "community_stopped",
  "last_admin",
  "name_taken",
  "queue_empty",
  "list_stale",
  "settings_stale",
  "keyword_invalid",
  "server_unreachable",
  "server_failed",
  "draft_refused",
  "near_copy",
  "draft_stale",
  "review_needed",
  "review_stale",
  "model_missing",
  "model_failed",
  "model_refused",
  "address_refused",
  "link_refused",
  "no_keyword",
  "own_post",
  "short_link",
  "site_unsupported",
  "post_not_found",
  "composer_not_found",
  "composer_not_empty",
  "insert_failed",
  "extension_reloaded",
  "internal",
] as const;

/** Why a server lets somebody in no more whom it knows. */
export const shutOutCodes = ["signed_out", "member_paused", "member_removed"] as const satisfies readonly (typeof errorCodes)[number][];
export type ShutOutCode = (typeof shutOutCodes)[number];

export type ErrorCode = (typeof errorCodes)[number];

/** The only error that crosses a boundary of ours. `detail` names the place (a field, a line), never personal data. */
export class FanswerError extends Error {
  readonly code: ErrorCode;
  readonly detail: string | null;
  /** From when on it may be tried again, where that is known. */
  readonly again: Date | null;

  constructor(code: ErrorCode, detail: string | null = null, options: ErrorOptions & { readonly again?: Date | null } = {}) {
    super(detail === null ? code : `${code}: ${detail}`, options);
    this.name = "FanswerError";
    this.code = code;
    this.detail = detail;
    this.again = options.again ?? null;
  }
}

/** Whatever was thrown, as ours: foreign errors become `internal` (or the code given) and keep their cause. */
export function asFanswerError(thrown: unknown, code: ErrorCode = "internal"): FanswerError {
  if (thrown instanceof FanswerError) return thrown;
  return new FanswerError(code, null, { cause: thrown });
}
