import { useState } from "preact/hooks";
import { errorCode } from "../../lib/i18n/error-text.ts";
import type { ErrorCode } from "../../lib/schema/errors.ts";

/** Sending edits to the workspace: whether it is under way, and what came of the last time. */
export function usePushing() {
  const [pushing, setPushing] = useState(false);
  const [problem, setProblem] = useState<ErrorCode | null>(null);
  const [pushed, setPushed] = useState<string | null>(null);
  return {
    pushing,
    problem,
    pushed,
    /** What was wrong is said no longer: the edits are others now. */
    forgive: () => setProblem(null),
    /** `work` gives the sentence that says it was done. Never rejects. */
    async push(work: () => Promise<string>) {
      setPushing(true);
      try {
        setPushed(await work());
      } catch (thrown) {
        setProblem(errorCode(thrown));
      }
      setPushing(false);
    },
  };
}
