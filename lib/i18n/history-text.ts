import { i18n } from "#i18n";
import { dismissReasons } from "../schema/lifecycle.ts";
import type { HistoryEntry } from "../schema/mention.ts";
import { reviewReasons } from "../schema/reviewing.ts";
import { wrongEndings, wrongReasons } from "../schema/second-look.ts";
import { routes } from "../schema/triage.ts";
import { isolate } from "./isolate.ts";
import { oneLine, personName } from "./mention-text.ts";

const routeText = (route: unknown): string => {
  const known = routes.find((each) => each === route);
  return known ? i18n.t(`route.${known}`) : "";
};

function proposalText(action: string, { reason, route }: HistoryEntry["detail"]): string {
  if (action === "opinion.reopen") return i18n.t("panel.bringBack");
  if (action === "opinion.route") return routeText(route);
  const known = dismissReasons.find((each) => each === reason);
  return known ? i18n.t(`dismiss.${known}`) : "";
}

/** One entry of a post's history as a sentence; of an action that is not known here, its own name. */
export function historyText({ who, action, detail }: HistoryEntry): string {
  const by = { who: who === null ? i18n.t("history.server") : oneLine(personName({ name: who }), 40) };
  switch (action) {
    case "mention.route":
      return i18n.t("history.route", { ...by, route: routeText(detail.route) });
    case "mention.dismiss": {
      const reason = dismissReasons.find((each) => each === detail.reason);
      return i18n.t("history.dismiss", { ...by, reason: reason ? i18n.t(`dismiss.${reason}`) : "" });
    }
    case "mention.reopen":
      return i18n.t("history.reopen", by);
    case "opinion.dismiss":
    case "opinion.route":
    case "opinion.reopen":
      return i18n.t("history.proposed", { ...by, what: proposalText(action, detail) });
    case "opinion.withdrawn":
      return i18n.t("history.withdrawn", by);
    case "opinion.decline":
      return i18n.t(detail.declined === "true" ? "history.declined" : "history.undeclined", by);
    case "member.take_back":
      return i18n.t("history.tookBack", by);
    case "take_back.undo":
      return i18n.t("history.tookBackUndone", by);
    case "mention.assign":
      return i18n.t("history.assign", by);
    case "mention.merge":
      return i18n.t("history.merge", by);
    case "reply.posted":
      return i18n.t("history.answered", by);
    case "review.request":
      return i18n.t("history.reviewRequest", by);
    case "review.approve":
      return i18n.t("history.reviewApprove", by);
    case "review.reject": {
      const reason = reviewReasons.find((each) => each === detail.reason);
      return i18n.t("history.reviewReject", { ...by, reason: reason ? i18n.t(`review.reason.${reason}`) : "" });
    }
    case "review.suggest":
      return i18n.t("history.reviewSuggest", by);
    case "review.accept":
      return i18n.t("history.reviewAccept", by);
    case "second_look.say": {
      const reason = wrongReasons.find((each) => each === detail.reason);
      return reason ? i18n.t("history.lookWrong", { ...by, reason: i18n.t(`look.reason.${reason}`) }) : i18n.t("history.lookSay", by);
    }
    case "second_look.end": {
      const ending = wrongEndings.find((each) => each === detail.ending);
      return i18n.t("history.lookEnd", { ...by, what: ending ? i18n.t(`look.ended.${ending}`) : "" });
    }
    case "rule.review_waited":
      return i18n.t("history.ruleReviewWaited");
    case "rule.triage":
      return i18n.t("history.ruleTriage", { route: routeText(detail.route) });
    case "rule.unclaimed":
      return i18n.t("history.ruleUnclaimed");
    case "rule.follow_up":
      return i18n.t("history.ruleFollowUp", { route: routeText(detail.route) });
    case "rule.own_handle":
      return i18n.t("history.ruleOwnHandle");
    case "desk.closed":
      return i18n.t("history.deskClosed", { desk: oneLine(String(detail.desk ?? ""), 40) });
    default:
      return `${isolate(by.who)}: ${isolate(action)}`;
  }
}
