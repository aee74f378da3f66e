import { i18n } from "#i18n";
import type { Leave } from "./leaving.ts";

/** What is said when a member let go of a post. */
export function leaveText(leave: Leave): string {
  if (leave === "claim.release") return i18n.t("answer.given");
  return leave === "mention.dismiss" ? i18n.t("answer.dismissedHint") : i18n.t("answer.handedOver");
}
