import { i18n } from "#i18n";
import { oneLine, personName } from "../../lib/i18n/mention-text.ts";
import type { CardState } from "../../lib/schema/messages.ts";
import { ownOpinion } from "../../lib/schema/opinions.ts";
import { can } from "../../lib/schema/roles.ts";
import { type Flow, isHolding, leaveOf, type Said } from "./flow.ts";
import { leaveText, ownOpinionText } from "./leave-text.ts";
import { thanksText } from "./thanks-text.ts";

/** How the member gets the reply onto the site: into its reply box, or by copying. */
export type Way = "place" | "copy";

/** The one sentence that says where the member is now; empty while the controls say it by themselves. Also read aloud. */
export function flowSentence(flow: Flow, way: Way): string {
  const { card } = flow;
  if (card === null) return "";
  if (flow.said !== null) return saidSentence(flow.said, card);
  if (flow.step === "placed") return placedSentence(flow, way);
  if (flow.step === "confirm") return i18n.t("composer.didYouPost");
  if (flow.step === "done") return doneSentence(card);
  if (flow.step === "lost") return lostSentence(flow);
  return isHolding(flow.step) ? "" : restSentence(card);
}

function saidSentence(said: Said, { mention }: CardState): string {
  const leave = leaveOf(said);
  if (leave !== null) return leaveText(leave, ownOpinion(mention));
  return said === "renewed" ? i18n.t("answer.renewed") : i18n.t("answer.undone");
}

function placedSentence(flow: Flow, way: Way): string {
  if (flow.problem === "insert_failed") return i18n.t("composer.pasteIt");
  return way === "copy" ? i18n.t("composer.copied") : i18n.t("composer.placed");
}

function doneSentence({ mention, waiting }: CardState): string {
  const thanks = thanksText(mention);
  return waiting > 0 ? `${thanks} ${i18n.t("composer.doneNotSent")}` : thanks;
}

function lostSentence({ loss }: Flow): string {
  const { why, who } = loss ?? { why: "time", who: null };
  if (why === "time") return i18n.t("answer.ranOut");
  if (why === "taken") return i18n.t("answer.lostTo", { who: oneLine(who ?? "", 40) });
  if (why === "answered" && who !== null) return i18n.t("answer.lost.answeredBy", { who: oneLine(who, 40) });
  if (why === "staff" && who !== null) return i18n.t("answer.lost.staffBy", { who: oneLine(who, 40) });
  return i18n.t(`answer.lost.${why}`);
}

/** Nothing for the member to do, and why. */
function restSentence({ mention, badge, me }: CardState): string {
  const own = ownOpinion(mention);
  if (own) return ownOpinionText(own);
  if (mention.status === "gone") return i18n.t("answer.goneHint");
  if (badge.state === "answered") {
    return mention.reply
      ? i18n.t("answer.answeredBy", { who: oneLine(personName(mention.reply.author), 40) })
      : i18n.t("answer.answeredAlready");
  }
  if (badge.state === "dismissed") return i18n.t("answer.dismissedHint");
  if (badge.state === "other") return i18n.t("answer.otherHint");
  return badge.state === "staff" && !can(me, "triage") ? i18n.t("answer.staffHint") : "";
}
