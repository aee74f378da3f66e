import { useEffect, useState } from "preact/hooks";
import { readErrorText } from "../../lib/i18n/asked-error-text.ts";
import { errorCode } from "../../lib/i18n/error-text.ts";

/** What `read` gives, until it has what was `known` before, and why it could not; read again when `moved` is another. */
export function useRead<T>(read: () => Promise<T>, moved: unknown = null, known: T | null = null) {
  const [value, setValue] = useState(known);
  const [problem, setProblem] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again when what it follows from moved
  useEffect(() => {
    setProblem(null);
    read().then(setValue, (thrown: unknown) => setProblem(readErrorText(errorCode(thrown))));
  }, [read, moved]);
  return { value, problem };
}
