import { FanswerError } from "../../lib/schema/errors.ts";
import { isRefusal } from "../../lib/suggest/checks.ts";
import type { AnswerDeps, Answering } from "./actions.ts";
import { type AnswerCore, openCore } from "./answer-core.ts";
import { type DraftText, draftActions, modelActions, openDraft } from "./drafting.ts";
import { isUnread, leaveOf } from "./flow.ts";
import { keepHold } from "./keep-hold.ts";
import { takeBack } from "./leaving.ts";
import { postingActions } from "./posting.ts";

/** Begins with one mention and lives until `deps.signal` aborts. */
export function openAnswer(mentionId: string, deps: AnswerDeps): Answering {
  const core = openCore(mentionId, deps);
  const draft = openDraft(core);
  keepHold(core);
  void core.refresh();
  return {
    flow: core.flow,
    refresh: core.refresh,
    ...holdActions(core, draft),
    ...leaveActions(core),
    ...draftActions(core, draft),
    ...modelActions(core, draft),
    ...reviewActions(core, draft),
    ...postingActions(core, draft),
  };
}

/** Taking the post, keeping it for longer, and giving it back. */
function holdActions({ mentionId, deps, held, during }: AnswerCore, { saver }: DraftText) {
  return {
    take: () => during("take", () => deps.ask("claim.take", { mentionId })),
    giveBack: () => during("give", () => saver.flush().then(() => deps.ask("claim.release", held())), "given"),
    renew: () => during("renew", () => deps.ask("claim.renew", held()), "renewed"),
  } satisfies Partial<Answering>;
}

/** Letting go of the post with nothing published, and taking that back. */
function leaveActions({ mentionId, deps, flow, during }: AnswerCore) {
  return {
    dismiss: (reason) => during("dismiss", () => deps.ask("mention.dismiss", { mentionId, reason }), "dismissed"),
    handToStaff: (note) => during("route", () => deps.ask("mention.route", { mentionId, route: "first_line", note }), "handed_over"),
    withdraw: (wish) =>
      during("undo", () => takeBack(deps.ask, wish === "route" ? "mention.route" : "mention.dismiss", mentionId), "undone"),
    async undo() {
      const leave = leaveOf(flow.value.said);
      if (leave !== null) await during("undo", () => takeBack(deps.ask, leave, mentionId), "undone");
    },
  } satisfies Partial<Answering>;
}

/** The way of a newcomer's text by those who read it first. */
function reviewActions({ mentionId, deps, flow, send, held, during }: AnswerCore, { saver, check, tie, reply }: DraftText) {
  return {
    async sendForReview() {
      if (isUnread(flow.value)) return;
      await during("review", async () => {
        await saver.flush();
        if (!(await check())) throw new FanswerError("draft_refused");
        // Words that nobody but the member set are read like the rest.
        const text = tie()?.isOwn ? reply() : flow.value.text;
        await deps.ask("review.request", { ...held(), text });
        if (text !== flow.value.text) send({ type: "typed", text });
        send({ type: "saved", text });
      });
    },
    acceptEdit: (text) =>
      during("review", async () => {
        if ((await deps.ask("draft.check", { mentionId, text })).some(isRefusal)) throw new FanswerError("draft_refused");
        await deps.ask("review.accept", { ...held(), text });
        send({ type: "accepted", text });
      }),
    mend: () => send({ type: "mend" }),
  } satisfies Partial<Answering>;
}
