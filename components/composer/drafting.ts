import { isRefusal } from "../../lib/suggest/checks.ts";
import { disclosureOf } from "../../lib/suggest/disclosure.ts";
import { withDisclosure } from "../../lib/suggest/length.ts";
import type { Answering } from "./actions.ts";
import type { AnswerCore } from "./answer-core.ts";
import { autosave } from "./autosave.ts";
import { shown } from "./offering.ts";

/** The text in the box: kept safe and looked at in every pause of the typing. */
export function openDraft(core: AnswerCore) {
  const { mentionId, deps, flow, send, fail, refresh, fence, held } = core;
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
  /** Asks what is to be said about the text; true when nothing stands in the way of placing it. */
  const check = async (): Promise<boolean> => {
    const { text, checked } = flow.value;
    if (checked?.text !== text) send({ type: "checked", text, problems: await deps.ask("draft.check", { mentionId, text }) });
    return !flow.value.checked?.problems.some(isRefusal);
  };
  const checker = autosave(async () => {
    if (flow.value.text.trim() !== "") await check().catch(fail);
  }, deps.signal);
  /** What is said of the tie to the brand. */
  const tie = () => flow.value.card && disclosureOf(flow.value.card, flow.value.text);
  return {
    saver,
    check,
    checker,
    tie,
    /** The text with the tie to the brand. */ reply: () => withDisclosure(flow.value.text, tie()?.line ?? ""),
  };
}
export type DraftText = ReturnType<typeof openDraft>;

/** What a member does to the text in the box, by typing or by taking what others wrote. */
export function draftActions({ mentionId, deps, flow, send, fail, refresh }: AnswerCore, { saver, checker, tie }: DraftText) {
  return {
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
    find: (words) =>
      deps.ask("knowledge.find", { mentionId, words }).catch((thrown) => {
        fail(thrown);
        return null;
      }),
    async pick(suggestion, from, to) {
      send({ type: "picked", suggestion, from, to });
      checker.touch();
      await deps.ask("knowledge.pick", { mentionId, itemId: suggestion.source }).catch(fail);
    },
    propose: (item) =>
      deps.ask("knowledge.propose", { mentionId, item }).then(
        ({ isKnown }) => isKnown,
        (thrown) => {
          fail(thrown);
          return null;
        },
      ),
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
    async keepDisclosure(line) {
      const lang = tie()?.lang ?? null;
      if (lang === null) return;
      await deps.ask("disclosure.keep", { lang, line }).catch(fail);
      await refresh();
      checker.touch();
    },
    flush: saver.flush,
  } satisfies Partial<Answering>;
}

/** The draft of a language model: asked for, and read before it may be placed as it is. */
export function modelActions({ deps, flow, send, fail, refresh, held }: AnswerCore, { saver, checker }: DraftText) {
  return {
    async askModel() {
      const { text: over, busy } = flow.value;
      if (busy !== null) return;
      send({ type: "busy", busy: "model_draft" });
      try {
        await saver.flush();
        const { text } = await deps.ask("draft.write", held());
        send({ type: "model_draft", text, over });
        send({ type: "finished", said: null });
        checker.touch();
      } catch (thrown) {
        fail(thrown);
        await refresh();
      }
    },
    confirmModelDraft() {
      send({ type: "model_draft_read" });
      saver.touch();
    },
  } satisfies Partial<Answering>;
}
