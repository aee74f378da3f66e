import { asFanswerError, type ErrorCode, FanswerError } from "../../lib/schema/errors.ts";
import type { CardState } from "../../lib/schema/messages.ts";
import type { Answering } from "./actions.ts";
import type { AnswerCore } from "./answer-core.ts";
import type { DraftText } from "./drafting.ts";
import { isUnread } from "./flow.ts";

/** The last steps: the reply is placed, the member posts it on the site, and that is seen or said. */
export function postingActions(core: AnswerCore, { saver, check, reply }: DraftText) {
  const { deps, flow, send, fail, held, during } = core;
  const posted = (text: string, url: string | null, proof: "seen" | "confirmed") =>
    during("posted", async () => {
      await deps.ask("reply.posted", { ...held(), text, url, proof });
      send({ type: "posted" });
    });
  const watcher = watchOne(core, posted);
  return {
    async place() {
      const { card, busy } = flow.value;
      if (card === null || busy !== null || isUnread(flow.value)) return;
      send({ type: "busy", busy: "place" });
      await saver.flush();
      const text = reply();
      let problem: ErrorCode | null = null;
      try {
        if (!(await check())) throw new FanswerError("draft_refused");
        await permitted(core, text);
        await deps.place(card, text, deps.signal);
      } catch (thrown) {
        const { code, detail } = asFanswerError(thrown);
        // Without a detail the text went to the clipboard instead, and the member can paste it.
        if (code !== "insert_failed" || detail !== null) return fail(thrown);
        problem = code;
      }
      send({ type: "placed", problem });
      void watcher.watch(card, text);
    },
    async confirm(isPosted, url) {
      watcher.stop();
      if (isPosted) await posted(reply(), url, "confirmed");
      else send({ type: "edit_again" });
    },
    askPosted: () => send({ type: "ask_posted" }),
  } satisfies Partial<Answering>;
}

/** What is said by a server that is away, or of before it could be asked: the device's own checks decide then, and the report is judged. */
const silent: readonly ErrorCode[] = ["server_unreachable", "server_failed", "unknown_operation"];

/** Asks the server whether this may be placed; throws what it refuses it for. */
async function permitted({ deps, held }: AnswerCore, text: string): Promise<void> {
  try {
    await deps.ask("reply.place", { ...held(), text });
  } catch (thrown) {
    if (!silent.includes(asFanswerError(thrown).code)) throw thrown;
  }
}

/** Resolves when nothing is under way that the member waits for: what is done meanwhile would be dropped, and a proof comes once. */
function untilIdle(flow: AnswerCore["flow"]): Promise<void> {
  return new Promise((resolve) => {
    const stop = flow.subscribe(({ busy }) => {
      if (busy !== null) return;
      resolve();
      // While it is still subscribing there is nothing to stop yet.
      queueMicrotask(() => stop());
    });
  });
}

/** Waits for the proof of the latest placing only: a new placing, or the member's own word, ends the wait. */
function watchOne({ deps, flow, send }: AnswerCore, posted: (text: string, url: string | null, proof: "seen") => Promise<void>) {
  let watching = new AbortController();
  deps.signal.addEventListener("abort", () => watching.abort(), { once: true });
  return {
    stop: () => watching.abort(),
    async watch(card: CardState, text: string) {
      if (!deps.watch) return;
      watching.abort();
      watching = new AbortController();
      const { signal } = watching;
      const seen = await deps.watch(card, text, signal).catch(() => null);
      await untilIdle(flow);
      if (signal.aborted) return;
      if (seen) await posted(seen.text, seen.url, "seen");
      else send({ type: "ask_posted" });
    },
  };
}
