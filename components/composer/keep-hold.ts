import { errorCode } from "../../lib/i18n/error-text.ts";
import { lease } from "../../lib/schema/lifecycle.ts";
import type { AnswerCore } from "./answer-core.ts";
import { isHolding } from "./flow.ts";

/** Tells the server at every beat that the member is still there, for as long as they hold the post and have it before them. */
export function keepHold({ deps, flow, fence, held, refresh }: AnswerCore): void {
  const beat = async () => {
    if (!isHolding(flow.value.step) || !deps.isVisible()) return;
    try {
      if (fence() !== null) await deps.ask("claim.heartbeat", held());
      else await refresh();
    } catch (thrown) {
      if (errorCode(thrown) === "lease_lost" || errorCode(thrown) === "move_not_allowed") await refresh();
    }
  };
  const timer = setInterval(beat, lease.heartbeatMs);
  deps.signal.addEventListener("abort", () => clearInterval(timer), { once: true });
}
