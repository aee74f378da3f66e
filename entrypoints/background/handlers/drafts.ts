import {
  checkDraft,
  findAnswers,
  insertReply,
  keepWritten,
  pickAnswer,
  reportReply,
  writeDraft,
} from "../../../lib/background/answers/drafts.ts";
import { keepOwnDisclosure } from "../../../lib/background/answers/speaking.ts";
import { act, requireAccount, type WorkerContext } from "../../../lib/background/context.ts";
import type { Handlers } from "../../../lib/messaging/answer.ts";
import { dropText } from "../../../lib/store/kept.ts";

type Names =
  | ("draft.save" | "draft.check" | "draft.write" | "text.keep" | "text.drop" | "disclosure.keep")
  | ("knowledge.find" | "knowledge.pick" | "reply.posted" | "reply.insert");

/** What a member writes, and its way onto the site. */
export function draftHandlers(context: WorkerContext): Pick<Handlers, Names> {
  return {
    async "draft.save"(args, call) {
      await keepWritten(context, args);
      return act(context, "draft.save", args, call);
    },
    async "text.keep"(args) {
      await requireAccount(context);
      return keepWritten(context, args);
    },
    async "text.drop"({ mentionId }) {
      await dropText(context.store, mentionId);
      return null;
    },
    "draft.check": ({ mentionId, text }) => checkDraft(context, mentionId, text),
    "knowledge.find": (args) => findAnswers(context, args),
    "knowledge.pick": (args) => pickAnswer(context, args),
    "draft.write": ({ mentionId, fence }) => writeDraft(context, mentionId, fence),
    "reply.posted": (args, call) => reportReply(context, args, call),
    async "disclosure.keep"({ lang, line }) {
      await keepOwnDisclosure(context, lang, line);
      return null;
    },
    "reply.insert": (args, caller) => insertReply(context, args, caller),
  };
}
