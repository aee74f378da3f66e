import type { MentionMark } from "../schema/mark.ts";
import type { Mention } from "../schema/mention.ts";
import type { BadgeState } from "../schema/messages.ts";
import { ownOpinion } from "../schema/opinions.ts";
import { waitsFrom } from "../schema/triage.ts";
import type { Member } from "../schema/workspace.ts";
import { liveClaim } from "./clock.ts";

/**
 * What the badge of a mention shows to `me`. `nowMs` is the device's time and `skewMs` what it lacks to the
 * server's; `untilMs` comes out in the device's time. While reviewers read
 * no clock runs for the author.
 */
export function badgeState(
  mention: MentionMark &
    Partial<Pick<Mention, "draft" | "opinions">> & { readonly triage?: Pick<Mention["triage"], "kind" | "answerability"> },
  me: Pick<Member, "id">,
  nowMs: number,
  skewMs: number,
): BadgeState {
  const badge = (state: BadgeState["state"], until: string | null = null, who: string | null = null): BadgeState => ({
    mentionId: mention.id,
    state,
    who,
    untilMs: until === null ? null : Date.parse(until) - skewMs,
  });
  if (mention.status === "answered") return badge("answered");
  if (mention.status === "dismissed" || mention.status === "gone") return badge("dismissed");
  const claim = liveClaim(mention, nowMs + skewMs);
  if (claim?.holder.id === me.id) return badge("yours", mention.draft?.status === "in_review" ? null : claim.expiresAt);
  if (claim) return badge("other", null, claim.holder.name);
  const own = ownOpinion(mention);
  // The member proposed something for it, so for them it is done with.
  if (own) return badge(own.wish === "route" ? "staff" : "dismissed");
  if (mention.route !== "community") return badge("staff", mention.dueAt);
  if (mention.triage?.kind === "praise") return { ...badge("needs_answer", mention.dueAt), isPraise: true };
  return (mention.triage?.answerability ?? 1) < waitsFrom ? badge("quiet") : badge("needs_answer", mention.dueAt);
}
