import { useState } from "preact/hooks";
import { errorCode } from "../../lib/i18n/error-text.ts";
import { takeErrorText } from "../../lib/i18n/take-error-text.ts";

/** One thing at a time that the member waits for, such as taking a post; with why it did not work, as a sentence. */
export function useOneThing() {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const doing = async (work: () => Promise<void>) => {
    setBusy(true);
    setProblem(null);
    try {
      await work();
    } catch (thrown) {
      setProblem(takeErrorText(errorCode(thrown)));
    }
    setBusy(false);
  };
  return { isBusy, problem, doing };
}
