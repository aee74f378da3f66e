import { i18n } from "#i18n";
import type { Opinion } from "../../lib/schema/mention.ts";
import type { Leave } from "./leaving.ts";

/** What is said when a member let go of a post; `own`: what they did is a proposal still. */
export function leaveText(leave: Leave, own: Opinion | null = null): string {
  if (leave === "claim.release") return i18n.t("answer.given");
  if (own) return ownOpinionText(own);
  return leave === "mention.dismiss" ? i18n.t("answer.dismissedHint") : i18n.t("answer.handedOver");
}

/** That the member's word is heard, and what comes of it. */
export function ownOpinionText({ wish }: Opinion): string {
  return i18n.t(`opinion.own.${wish}`);
}
