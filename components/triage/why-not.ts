import { i18n } from "#i18n";
import { oneLine, personName } from "../../lib/i18n/mention-text.ts";
import type { Mention } from "../../lib/schema/mention.ts";
import { othersOpinion } from "../../lib/schema/opinions.ts";
import type { Member } from "../../lib/schema/workspace.ts";
import { isLive, liveClaim } from "../../lib/state/clock.ts";
import { canReview } from "../../lib/state/reviews.ts";
import type { RowKey } from "./keys.ts";

/** Whom one line of staff hands on to. */
export const lineAfter = { community: "first_line", first_line: "second_line", second_line: null } as const;

interface Around {
  readonly me: Member;
  /** The server's time. */
  readonly nowMs: number;
  readonly isOffline: boolean;
  /** Posts that may be the same case. */
  readonly duplicates: number;
}

const reviewing: ReadonlySet<RowKey> = new Set(["approve", "sendBack", "edit"]);

/** What stands in the way of doing this to the row, as a sentence; null when nothing does. */
export function whyNot(key: RowKey, row: Mention, { me, nowMs, isOffline, duplicates }: Around): string | null {
  if (reviewing.has(key)) {
    if (!canReview(row, me)) return key !== "edit" && othersOpinion(row) ? null : i18n.t("panel.noDraft");
    return isOffline ? i18n.t("offline.review") : null;
  }
  if (key === "overrule") return null;
  if (!isLive(row)) return i18n.t("panel.closed");
  if (key === "escalate" && lineAfter[row.route] === null) return i18n.t("panel.lastLine");
  if (key === "merge" && duplicates === 0) return i18n.t("panel.noDuplicates");
  return key === "take" ? whyNotTaken(liveClaim(row, nowMs)?.holder, me, isOffline) : null;
}

function whyNotTaken(holder: { readonly id: string; readonly name: string } | undefined, me: Member, isOffline: boolean): string | null {
  if (holder?.id === me.id) return null;
  if (holder) return i18n.t("state.other", { who: oneLine(personName(holder), 40) });
  return isOffline ? i18n.t("offline.take") : null;
}
