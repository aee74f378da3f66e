import { useEffect, useRef, useState } from "preact/hooks";
import { readErrorText } from "../../lib/i18n/asked-error-text.ts";
import { errorCode } from "../../lib/i18n/error-text.ts";

interface Place {
  readonly at: string;
  readonly mentionId: string;
}

/** A part of a list, and whether there is more behind it. */
interface Listed<T> {
  readonly items: readonly T[];
  readonly isMore: boolean;
}

interface Shown<T, K> extends Listed<T> {
  readonly kind: K | null;
}

/** A list of one's own, begun with the `first` of all kinds; others come as they are asked for. Of two questions only the later one's answer counts. */
export function useList<T extends Place, K = never>(first: Listed<T>, ask: (kind: K | null, after: Place | null) => Promise<Listed<T>>) {
  const [{ kind, items, isMore }, setShown] = useState<Shown<T, K>>({ kind: null, ...first });
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const turn = useRef(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rows are what was read anew
  useEffect(() => setShown((now) => (now.kind === null ? { kind: null, ...first } : now)), [first.items]);
  const load = async (of: K | null, before: readonly T[]) => {
    turn.current += 1;
    const own = turn.current;
    setBusy(true);
    setProblem(null);
    try {
      const last = before.at(-1);
      const page = await ask(of, last ? { at: last.at, mentionId: last.mentionId } : null);
      if (own === turn.current) setShown({ kind: of, items: [...before, ...page.items], isMore: page.isMore });
    } catch (thrown) {
      if (own === turn.current) setProblem(readErrorText(errorCode(thrown)));
    }
    if (own === turn.current) setBusy(false);
  };
  return {
    ...{ kind, items, isMore, isBusy, problem },
    keepTo: (next: K | null) => void load(next, []),
    more: () => void (isBusy || load(kind, items)),
  };
}
