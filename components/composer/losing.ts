import { personName } from "../../lib/i18n/mention-text.ts";
import { brakeFor } from "../../lib/schema/brake.ts";
import type { ErrorCode } from "../../lib/schema/errors.ts";
import type { CardState } from "../../lib/schema/messages.ts";

/** How a member lost a post that they were writing on. */
export interface Loss {
  readonly why:
    | "time"
    | "silence"
    | "taken"
    | "answered"
    | "staff"
    | "dismissed"
    | "merged"
    | "gone"
    | "removed"
    | "stopped"
    | "signed_out"
    | "left";
  /** Name of who did it, where that is known. */
  readonly who: string | null;
}

const loss = (why: Loss["why"], who: string | null = null): Loss => ({ why, who });

/** What became of a post that its holder no longer holds: `before` as they held it, `now` as it is. `nowMs`: the device's time. */
export function lossOf(before: CardState | null, { mention, me, badge, skewMs, workspace }: CardState, nowMs: number): Loss {
  if (mention.status === "gone") return loss("gone");
  if (mention.status === "answered")
    return loss("answered", mention.reply && mention.reply.author.id !== me.id ? personName(mention.reply.author) : null);
  if (mention.status === "dismissed") return loss(mention.mergedInto === null ? "dismissed" : "merged");
  const holder = badge.state === "other" ? mention.claim?.holder : undefined;
  if (holder && holder.id !== me.id) return loss("taken", personName(holder));
  // Whom it was given to is told to staff alone.
  if (before && before.mention.route !== mention.route) return loss("staff", mention.assignee && personName(mention.assignee));
  if (brakeFor(me, workspace) !== null) return loss("stopped");
  const endMs = Date.parse(before?.mention.claim?.expiresAt ?? "");
  return loss(nowMs + skewMs >= endMs ? "time" : "silence");
}

const codes: { readonly [C in ErrorCode]?: Loss["why"] } = {
  community_stopped: "stopped",
  not_found: "removed",
  unauthorized: "signed_out",
  consent_needed: "left",
};

/** The loss that a refusal tells of; null when it tells of none. */
export function lossBy(code: ErrorCode): Loss | null {
  const why = codes[code];
  return why === undefined ? null : loss(why);
}
