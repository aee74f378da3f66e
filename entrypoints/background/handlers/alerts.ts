import { serverNowMs, type WorkerContext } from "../../../lib/background/context.ts";
import type { Handlers } from "../../../lib/messaging/answer.ts";
import { getMeta } from "../../../lib/store/meta.ts";
import { board } from "../notices.ts";

const hourMs = 3_600_000;

/** How this device tells its member of things. */
export function alertHandlers(context: WorkerContext): Pick<Handlers, "alerts.state"> {
  return {
    async "alerts.state"() {
      const last = (await getMeta(context.store, "alerts"))?.last ?? null;
      const isLate = last !== null && Math.abs((await serverNowMs(context)) - last.atMs) < hourMs;
      return { isAllowed: await board.isAllowed(), last: isLate ? last.kind : null };
    },
  };
}
