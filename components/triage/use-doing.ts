import { i18n } from "#i18n";
import { errorText } from "../../lib/i18n/error-text.ts";
import { type ErrorCode, FanswerError } from "../../lib/schema/errors.ts";
import type { Mention } from "../../lib/schema/mention.ts";
import { useToast } from "../ui/toast.tsx";
import { eachInTurn, type Progress } from "./many.ts";

type Work = () => Promise<void>;

interface Around {
  readonly isOffline: boolean;
  /** Before something is done to a post by which it may leave its place. */
  readonly onAct: () => void;
}

/** What needs the server at once, and what is said without one. */
const orOffline = (sentence: () => string) => (code: ErrorCode) => (code === "server_unreachable" ? sentence() : errorText(code));

/** What is said of work on many, some of which may not have been done. */
function manyText(all: readonly Mention[], { done, problem }: Progress, later: (text: string) => string): string {
  if (problem === null) return later(i18n.t("panel.doneMany", done.length));
  return i18n.t("panel.doneSome", { done: done.length, all: all.length, why: errorText(problem) });
}

/** Ways to do something: each says what was done and how to take it back, that it waits, or why not. None rejects. */
export function useDoing({ isOffline, onAct }: Around) {
  const { toast, say, run, back } = useToast();
  const later = (text: string) => (isOffline ? `${text} ${i18n.t("offline.later")}` : text);
  return {
    toast,
    say,
    /** What waits while there is no connection; `isMove`: the post may leave its place by it. */
    act(work: Work, text: string, undo: Work | null, isMove = true): Promise<void> {
      if (isMove) onAct();
      return run(work(), { text: later(text), ...(undo && { undo: back(undo) }) });
    },
    /** The same for many; what was done before one failed can be taken back. */
    async many(
      all: readonly Mention[],
      work: (mention: Mention) => Promise<void>,
      undo: (mention: Mention) => Promise<void>,
    ): Promise<void> {
      onAct();
      const progress = await eachInTurn(all, work);
      const { done, problem } = progress;
      const undoAll = back(async () => {
        const undone = await eachInTurn(done, undo);
        if (undone.problem !== null) throw new FanswerError(undone.problem);
      });
      say({ text: manyText(all, progress, later), ...(done.length > 0 && { undo: undoAll }), ...(problem !== null && { failed: true }) });
    },
    /** Takes a post; gives its id, null when it did not work. */
    async take(work: () => Promise<string>, giveBack: (mentionId: string) => Promise<void>): Promise<string | null> {
      onAct();
      let id: string | null = null;
      const taking = async () => {
        id = await work();
      };
      const undo = async () => {
        if (id !== null) await giveBack(id);
      };
      await run(
        taking(),
        { text: i18n.t("state.yours"), undo: back(undo) },
        orOffline(() => i18n.t("offline.take")),
      );
      return id;
    },
    /** Gives a reviewer's verdict on a draft, which needs the server at once and cannot be taken back. */
    word: (work: Promise<void>, text: string): Promise<void> =>
      run(
        work,
        { text },
        orOffline(() => i18n.t("offline.review")),
      ),
  };
}
