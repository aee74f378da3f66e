import type { AnswerDeps, OpenAnswering } from "./actions.ts";
import { openAnswer } from "./control.ts";

/** Answering in an extension page: the reply goes to the clipboard, and its posting is the member's word. */
export function answerByCopy(ask: AnswerDeps["ask"], page: Document, clipboard: Pick<Clipboard, "writeText">): OpenAnswering {
  return (mentionId, signal) =>
    openAnswer(mentionId, {
      ask,
      nowMs: Date.now,
      isVisible: () => page.visibilityState === "visible",
      place: (_card, reply) => clipboard.writeText(reply),
      signal,
    });
}
