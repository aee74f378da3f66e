import { useEffect, useState } from "preact/hooks";
import { readErrorText } from "../../lib/i18n/asked-error-text.ts";
import { errorCode } from "../../lib/i18n/error-text.ts";
import type { PeriodFigures, PeriodQuery } from "../../lib/schema/period-figures.ts";
import type { PeriodActions } from "./actions.ts";

/** The figures that answer a question: those that were kept until the server's are there, and why they are not. Read again when `moved` is another. */
export function usePeriod({ kept, read }: PeriodActions, query: PeriodQuery, moved: unknown) {
  const key = `${query.period} ${query.by}`;
  const [found, setFound] = useState<{ readonly key: string; readonly figures: PeriodFigures } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is the question
  useEffect(() => {
    let isOver = false;
    setProblem(null);
    read(query).then(
      (figures) => isOver || setFound({ key, figures }),
      (thrown: unknown) => isOver || setProblem(readErrorText(errorCode(thrown))),
    );
    return () => {
      isOver = true;
    };
  }, [key, moved]);
  return { figures: found?.key === key ? found.figures : kept(query), problem };
}
