import { i18n } from "#i18n";
import type { Mention } from "../schema/mention.ts";

/** What a second reader found wrong with the reply; empty while nothing was. */
export function wrongText({ secondLook: look }: Pick<Mention, "secondLook">): string {
  const reason = look?.found?.reason;
  return reason ? i18n.t("look.found", { reason: i18n.t(`look.reason.${reason}`) }) : "";
}
