import { i18n } from "#i18n";
import { dismissReasons } from "../schema/lifecycle.ts";
import type { Opinion } from "../schema/mention.ts";
import { routes } from "../schema/triage.ts";

/** What one newcomer would do with a post, as a sentence: `One says: not for us (spam)`. */
export function opinionText({ wish, value }: Opinion): string {
  if (wish === "reopen") return i18n.t("opinion.reopen");
  if (wish === "route") return i18n.t("opinion.route", { route: i18n.t(`route.${routes.find((each) => each === value) ?? "first_line"}`) });
  return i18n.t("opinion.dismiss", { reason: i18n.t(`dismiss.${dismissReasons.find((each) => each === value) ?? "no_answer_needed"}`) });
}
