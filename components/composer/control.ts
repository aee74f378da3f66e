import { signal } from "@preact/signals";
import { errorCode } from "../../lib/i18n/error-text.ts";
import { asFanswerError, type ErrorCode, FanswerError } from "../../lib/schema/errors.ts";
import { lease } from "../../lib/schema/lifecycle.ts";
import type { CardState } from "../../lib/schema/messages.ts";
import { isRefusal } from "../../lib/suggest/checks.ts";
import { disclosureOf } from "../../lib/suggest/disclosure.ts";
import { withDisclosure } from "../../lib/suggest/length.ts";
import type { AnswerDeps, Answering } from "./actions.ts";
import { askInOrder } from "./ask-in-order.ts";
import { autosave } from "./autosave.ts";
import { type Busy, type FlowEvent, heldFence, holdLeftMs, isHolding, isUnread, leaveOf, noFlow, type Said } from "./flow.ts";
import { takeBack } from "./leaving.ts";
import { nextFlow } from "./next-flow.ts";
import { shown } from "./offering.ts";

/** While more suggestions are looked for they are asked for again after this long. */
const lookAgainMs = 400;

/** Begins with one mention and lives until `deps.signal` aborts. */
export function openAnswer(mentionId: string, deps: AnswerDeps): Answering {
  const flow = signal(noFlow);
  const send = (event: FlowEvent) => {
    if (!deps.signal.aborted) flow.value = nextFlow(flow.value, event);
  };
  const fail = (thrown: unknown) => send({ type: "failed", code: errorCode(thrown) });
  let end: ReturnType<typeof setTimeout> | undefined;
  let again: ReturnType<typeof setTimeout> | undefined;
  const beginAsking = askInOrder();
  const load = async () => {
    const isNews = beginAsking();
    const card = await deps.ask("card.state", { mentionId, thread: [...(deps.thread?.() ?? [])] });
    if (!isNews()) return;
    send({ type: "loaded", card, nowMs: deps.nowMs() });
    await keepLost();
    // At its end a hold is over, whatever else happens.
    clearTimeout(end);
    const leftMs = holdLeftMs(card, deps.nowMs());
    if (leftMs !== null && !deps.signal.aborted) end = setTimeout(refresh, leftMs);
    clearTimeout(again);
    if (card.isLooking && !deps.signal.aborted) again = setTimeout(refresh, lookAgainMs);
  };
  const refresh = () => load().catch(fail);
  /** At the moment of a loss also what the pause in typing had not saved yet is kept. */
  async function keepLost(): Promise<void> {
    const { step, dirty, text } = flow.value;
    if (step === "lost" && dirty && text.trim() !== "") await deps.ask("text.keep", { mentionId, text }).catch(() => {});
  }
  const fence = () => flow.value.card && heldFence(flow.value.card, deps.nowMs());
  /** Throws `lease_lost` when nobody holds the post any more. */
  const held = () => {
    const claim = flow.value.card?.mention.claim;
    if (!claim) throw new FanswerError("lease_lost");
    return { mentionId, fence: claim.fence };
  };

  async function during(busy: Busy, work: () => Promise<unknown>, said: Said | null = null): Promise<void> {
    if (flow.value.busy !== null) return;
    send({ type: "busy", busy });
    try {
      await work();
      await load();
      // What was let go of stays on the post for whoever is next.
      if (leaveOf(said) !== null) await deps.ask("text.drop", { mentionId }).catch(() => {});
      send({ type: "finished", said });
    } catch (thrown) {
      fail(thrown);
      await refresh();
    }
  }

  const saver = autosave(async () => {
    if (!flow.value.dirty || fence() === null) return;
    const { text } = flow.value;
    send({ type: "saving" });
    try {
      await deps.ask("draft.save", { ...held(), text });
      // Before it is called saved it is known where, so that no line comes and goes.
      await refresh();
      send({ type: "saved", text });
    } catch (thrown) {
      fail(thrown);
    }
  }, deps.signal);

  let watching = new AbortController();
  deps.signal.addEventListener("abort", () => watching.abort(), { once: true });
  /** Waits for the proof of this placing only: a new placing, or the member's own word, ends the wait. */
  async function watch(card: CardState, text: string): Promise<void> {
    if (!deps.watch) return;
    watching.abort();
    watching = new AbortController();
    const { signal } = watching;
    const seen = await deps.watch(card, text, signal).catch(() => null);
    if (signal.aborted) return;
    if (seen) await posted(seen.text, seen.url, "seen");
    else send({ type: "ask_posted" });
  }

  /** Asks what is to be said about the text; true when nothing stands in the way of placing it. */
  async function check(): Promise<boolean> {
    const { text, checked } = flow.value;
    if (checked?.text !== text) send({ type: "checked", text, problems: await deps.ask("draft.check", { mentionId, text }) });
    return !flow.value.checked?.problems.some(isRefusal);
  }
  const checker = autosave(async () => {
    if (flow.value.text.trim() !== "") await check().catch(fail);
  }, deps.signal);

  const tie = () => flow.value.card && disclosureOf(flow.value.card, flow.value.text);
  const reply = () => withDisclosure(flow.value.text, tie()?.line ?? "");
  const posted = (text: string, url: string | null, proof: "seen" | "confirmed") =>
    during("posted", async () => {
      await deps.ask("reply.posted", { ...held(), text, url, proof });
      send({ type: "posted" });
    });

  async function place(): Promise<void> {
    const { card, busy } = flow.value;
    if (card === null || busy !== null || isUnread(flow.value)) return;
    send({ type: "busy", busy: "place" });
    await saver.flush();
    const text = reply();
    let problem: ErrorCode | null = null;
    try {
      if (!(await check())) throw new FanswerError("draft_refused");
      await deps.place(card, text, deps.signal);
    } catch (thrown) {
      const { code, detail } = asFanswerError(thrown);
      // Without a detail the text went to the clipboard instead, and the member can paste it.
      if (code !== "insert_failed" || detail !== null) return fail(thrown);
      problem = code;
    }
    send({ type: "placed", problem });
    void watch(card, text);
  }

  async function beat(): Promise<void> {
    if (!isHolding(flow.value.step) || !deps.isVisible()) return;
    try {
      if (fence() !== null) await deps.ask("claim.heartbeat", held());
      else await refresh();
    } catch (thrown) {
      if (errorCode(thrown) === "lease_lost" || errorCode(thrown) === "move_not_allowed") await refresh();
    }
  }

  const timer = setInterval(beat, lease.heartbeatMs);
  deps.signal.addEventListener("abort", () => {
    clearInterval(timer);
    clearTimeout(end);
    clearTimeout(again);
  });
  void refresh();

  return {
    flow,
    refresh,
    take: () => during("take", () => deps.ask("claim.take", { mentionId })),
    giveBack: () => during("give", () => saver.flush().then(() => deps.ask("claim.release", held())), "given"),
    renew: () => during("renew", () => deps.ask("claim.renew", held()), "renewed"),
    type(text) {
      send({ type: "typed", text });
      saver.touch();
      checker.touch();
    },
    suggest: (by) => send({ type: "suggestion", by }),
    takeSuggestion() {
      send({ type: "taken" });
      checker.touch();
    },
    async reject() {
      const source = shown(flow.value)?.source;
      if (source === undefined) return;
      send({ type: "rejected", source });
      checker.touch();
      await deps.ask("suggestion.reject", { mentionId, source }).catch(fail);
    },
    backToOwnText() {
      send({ type: "own_text" });
      checker.touch();
    },
    async askMachine() {
      const { text: over, busy } = flow.value;
      if (busy !== null) return;
      send({ type: "busy", busy: "machine" });
      try {
        await saver.flush();
        const { text } = await deps.ask("draft.write", held());
        send({ type: "machine", text, over });
        send({ type: "finished", said: null });
        checker.touch();
      } catch (thrown) {
        fail(thrown);
        await refresh();
      }
    },
    confirmMachine() {
      send({ type: "machine_read" });
      saver.touch();
    },
    async keepDisclosure(line) {
      const lang = tie()?.lang ?? null;
      if (lang === null) return;
      await deps.ask("disclosure.keep", { lang, line }).catch(fail);
      await refresh();
      checker.touch();
    },
    flush: saver.flush,
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
    place,
    async confirm(isPosted, url) {
      watching.abort();
      if (isPosted) await posted(reply(), url, "confirmed");
      else send({ type: "edit_again" });
    },
    askPosted: () => send({ type: "ask_posted" }),
    dismiss: (reason) => during("dismiss", () => deps.ask("mention.dismiss", { mentionId, reason }), "dismissed"),
    handToStaff: (note) => during("route", () => deps.ask("mention.route", { mentionId, route: "first_line", note }), "handed_over"),
    withdraw: (wish) =>
      during("undo", () => takeBack(deps.ask, wish === "route" ? "mention.route" : "mention.dismiss", mentionId), "undone"),
    async undo() {
      const leave = leaveOf(flow.value.said);
      if (leave !== null) await during("undo", () => takeBack(deps.ask, leave, mentionId), "undone");
    },
  };
}
