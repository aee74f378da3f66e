import { i18n } from "#i18n";
import { overruleText } from "../../lib/i18n/overrule-text.ts";
import type { dismissReasons } from "../../lib/schema/lifecycle.ts";
import type { Mention } from "../../lib/schema/mention.ts";
import type { Route } from "../../lib/schema/triage.ts";
import { type Done, useToast } from "../ui/toast.tsx";
import type { PanelActions } from "./panel.tsx";

/** What can be done with many at once; each is one operation of its own, and one undo takes all back. */
export interface BulkActions {
  routeAll(mentions: readonly Mention[], to: Route): Promise<void>;
  assignAll(mentions: readonly Mention[], memberId: string | null): Promise<void>;
  dismissAll(mentions: readonly Mention[], reason: (typeof dismissReasons)[number]): Promise<void>;
  /** Into the first of them. */
  mergeAll(mentions: readonly Mention[]): Promise<void>;
}

type Undoable = Omit<PanelActions, "next"> & BulkActions & { next(): Promise<string | null> };

/** The panel's actions, each of which says what it did and how to take it back; none rejects. */
export function useUndoable(actions: PanelActions): { actions: Undoable; toast: Done | null; say: (done: Done) => void } {
  const { toast, say, run, back } = useToast();
  const each = async (mentions: readonly Mention[], work: (mention: Mention) => Promise<void>) => {
    for (const mention of mentions) await work(mention);
  };
  const many = (mentions: readonly Mention[], work: (mention: Mention) => Promise<void>, undo: (mention: Mention) => Promise<void>) =>
    run(each(mentions, work), { text: i18n.t("panel.doneMany", mentions.length), undo: back(() => each(mentions, undo)) });
  return {
    toast,
    say,
    actions: {
      ...actions,
      next: async () => {
        let id: string | null = null;
        const work = actions.next().then((taken) => {
          id = taken;
        });
        await run(work, null);
        return id;
      },
      approve: (mention) => run(actions.approve(mention), { text: i18n.t("review.approvedNow") }),
      sendBack: (mention, reason) =>
        run(actions.sendBack(mention, reason), { text: i18n.t("review.sentBackNow", { reason: i18n.t(`review.reason.${reason}`) }) }),
      suggest: (mention, edit) => run(actions.suggest(mention, edit), { text: i18n.t("review.suggestedNow") }),
      take: (mention) => run(actions.take(mention), null),
      assign: (mention, memberId) =>
        run(actions.assign(mention, memberId), {
          text: memberId === null ? i18n.t("panel.unassignedNow") : i18n.t("panel.assigned"),
          undo: back(() => actions.assign(mention, mention.assignee?.id ?? null)),
        }),
      merge: (mention, intoId) =>
        run(actions.merge(mention, intoId), { text: i18n.t("panel.mergedNow"), undo: back(() => actions.reopen(mention)) }),
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
          (mention) => actions.assign(mention, mention.assignee?.id ?? null),
        ),
      dismissAll: (mentions, reason) => many(mentions, (mention) => actions.dismiss(mention, reason), actions.reopen),
      mergeAll: ([into, ...rest]) => (into ? many(rest, (mention) => actions.merge(mention, into.id), actions.reopen) : Promise.resolve()),
      reopen: (mention) => run(actions.reopen(mention), null),
      route: (mention, to) =>
        run(actions.route(mention, to), {
          text: i18n.t("panel.routed", { route: i18n.t(`route.${to}`) }),
          undo: back(() => actions.route(mention, mention.route)),
        }),
      overrule: (mention, field, value) => {
        const before = mention.overrules.find((overrule) => overrule.field === field)?.value ?? null;
        const text = value === null ? i18n.t("overrule.taken") : i18n.t("overrule.done", { what: overruleText({ field, value }) });
        return run(actions.overrule(mention, field, value), { text, undo: back(() => actions.overrule(mention, field, before)) });
      },
      dismiss: (mention, reason) =>
        run(actions.dismiss(mention, reason), {
          text: i18n.t("answer.dismissed", { reason: i18n.t(`dismiss.${reason}`) }),
          undo: back(() => actions.reopen(mention)),
        }),
    },
  };
}
