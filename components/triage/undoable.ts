import { i18n } from "#i18n";
import { overruleText } from "../../lib/i18n/overrule-text.ts";
import { dismissReasons } from "../../lib/schema/lifecycle.ts";
import type { Mention } from "../../lib/schema/mention.ts";
import { othersOpinion } from "../../lib/schema/opinions.ts";
import { routes } from "../../lib/schema/triage.ts";
import type { BulkActions, PanelActions, PostActions, Takes } from "./actions.ts";
import type { useDoing } from "./use-doing.ts";

type Doing = ReturnType<typeof useDoing>;
const assigneeOf = (mention: Mention) => mention.assignee?.id ?? null;

/** The panel's actions for one post, each of which says what it did and how to take it back; none rejects. */
export function undoable(actions: PanelActions, doing: Doing): PostActions & Takes {
  const { take } = doing;
  const decisions = undoableDecisions(actions, doing);
  return {
    ...actions,
    ...undoableReview(actions, doing),
    ...undoableNotes(actions, doing),
    ...decisions,
    next: () => take(actions.next, actions.giveBack),
    take: (mention) => take(() => actions.take(mention).then(() => mention.id), actions.giveBack),
    answerOpinion: opinionAnswer(actions, doing, decisions),
  };
}

/** A reviewer's word. It stands: what was sent to its author cannot be called back. */
function undoableReview(actions: PanelActions, { word }: Doing) {
  return {
    approve: (mention) => word(actions.approve(mention), i18n.t("review.approvedNow")),
    sendBack: (mention, reason) =>
      word(actions.sendBack(mention, reason), i18n.t("review.sentBackNow", { reason: i18n.t(`review.reason.${reason}`) })),
    suggest: (mention, edit) => word(actions.suggest(mention, edit), i18n.t("review.suggestedNow")),
    end: (mention, ending) => word(actions.end(mention, ending), i18n.t(`look.ended.${ending}`)),
  } satisfies Partial<PostActions>;
}

/** What is noted on a post without deciding it: whose it is, which other it belongs to, what a score is instead. */
function undoableNotes(actions: PanelActions, { act }: Doing) {
  return {
    assign(mention, memberId) {
      const text = memberId === null ? i18n.t("panel.unassignedNow") : i18n.t("panel.assigned");
      return act(
        () => actions.assign(mention, memberId),
        text,
        () => actions.assign(mention, assigneeOf(mention)),
      );
    },
    merge: (mention, intoId) =>
      act(
        () => actions.merge(mention, intoId),
        i18n.t("panel.mergedNow"),
        () => actions.reopen(mention),
      ),
    overrule(mention, field, value) {
      const before = mention.overrules.find((overrule) => overrule.field === field)?.value ?? null;
      const text = value === null ? i18n.t("overrule.taken") : i18n.t("overrule.done", { what: overruleText({ field, value }) });
      return act(
        () => actions.overrule(mention, field, value),
        text,
        () => actions.overrule(mention, field, before),
        false,
      );
    },
  } satisfies Partial<PostActions>;
}

type Decisions = Pick<PostActions, "reopen" | "route" | "dismiss">;

/** Where a post goes. */
function undoableDecisions(actions: PanelActions, { act }: Doing): Decisions {
  return {
    reopen(mention) {
      const reason = dismissReasons.find((each) => each === mention.note);
      return act(() => actions.reopen(mention), i18n.t("panel.broughtBack"), reason ? () => actions.dismiss(mention, reason) : null);
    },
    route: (mention, to) =>
      act(
        () => actions.route(mention, to),
        i18n.t("panel.routed", { route: i18n.t(`route.${to}`) }),
        () => actions.route(mention, mention.route),
      ),
    dismiss: (mention, reason) =>
      act(
        () => actions.dismiss(mention, reason),
        i18n.t("answer.dismissed", { reason: i18n.t(`dismiss.${reason}`) }),
        () => actions.reopen(mention),
      ),
  };
}

/** Does what a newcomer would do with a post, or declines it. */
function opinionAnswer(actions: PanelActions, { act }: Doing, decisions: Decisions): PostActions["answerOpinion"] {
  return async (mention, isAgreed) => {
    const opinion = othersOpinion(mention);
    if (opinion === null) return;
    const { wish, value } = opinion;
    if (!isAgreed) {
      return act(
        () => actions.decline(mention, wish, true),
        i18n.t("opinion.declined"),
        () => actions.decline(mention, wish, false),
      );
    }
    if (wish === "reopen") return decisions.reopen(mention);
    if (wish === "route") return decisions.route(mention, routes.find((each) => each === value) ?? "first_line");
    return decisions.dismiss(mention, dismissReasons.find((each) => each === value) ?? "no_answer_needed");
  };
}

/** The same for many posts. */
export function undoableForMany(actions: PanelActions, { many }: Doing): BulkActions {
  return {
    routeAll: (mentions, to) =>
      many(
        mentions.filter(({ route }) => route !== to),
        (mention) => actions.route(mention, to),
        (mention) => actions.route(mention, mention.route),
      ),
    assignAll: (mentions, memberId) =>
      many(
        mentions,
        (mention) => actions.assign(mention, memberId),
        (mention) => actions.assign(mention, assigneeOf(mention)),
      ),
    dismissAll: (mentions, reason) => many(mentions, (mention) => actions.dismiss(mention, reason), actions.reopen),
    async mergeAll([into, ...rest]) {
      if (into) await many(rest, (mention) => actions.merge(mention, into.id), actions.reopen);
    },
  };
}
