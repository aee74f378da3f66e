import { useEffect, useRef, useState } from "preact/hooks";
import { type ListDifference, listDifference } from "../../lib/detect/lists/list-difference.ts";
import { askedErrorText } from "../../lib/i18n/asked-error-text.ts";
import { errorCode } from "../../lib/i18n/error-text.ts";
import type { KeywordList, ListVersion } from "../../lib/schema/keywords.ts";
import type { VersionActions } from "./actions.ts";

interface Compared {
  readonly from: number;
  readonly to: number;
  /** Null while it is worked out. */
  readonly difference: ListDifference | null;
}

/** The versions of a list: asked for once it is opened and anew when somebody pushed, two of them compared, one gone back to. */
export function useVersions(list: KeywordList, actions: VersionActions) {
  const [known, setKnown] = useState<readonly ListVersion[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [compared, setCompared] = useState<Compared | null>(null);
  const [isBusy, setBusy] = useState(false);
  /** The version that was gone back to. */
  const [done, setDone] = useState<number | null>(null);
  const isOpen = useRef(false);
  /** Only the last comparison that was asked for is shown. */
  const turn = useRef(0);
  const tried = async <T>(work: () => Promise<T>): Promise<T | null> => {
    setProblem(null);
    try {
      return await work();
    } catch (thrown) {
      setProblem(askedErrorText(errorCode(thrown)));
      return null;
    }
  };
  const read = async () => {
    const found = await tried(() => actions.list(list.id));
    if (found !== null) setKnown(found);
  };
  const open = async () => {
    isOpen.current = true;
    await read();
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a newer version adds one to them
  useEffect(() => {
    if (isOpen.current) void read();
  }, [list.version]);
  const stateAt = async (version: number) => (version === list.version ? list : actions.read(list.id, version));
  const compare = async (from: number, to: number) => {
    const mine = ++turn.current;
    setCompared({ from, to, difference: null });
    const both = await tried(() => Promise.all([stateAt(from), stateAt(to)]));
    if (mine === turn.current) setCompared(both && { from, to, difference: listDifference(both[0], both[1]) });
  };
  const restore = async (version: number) => {
    setBusy(true);
    setDone(null);
    const head = await tried(() => actions.restore({ listId: list.id, baseVersion: list.version, version }));
    setBusy(false);
    if (head !== null) setDone(version);
    if (head !== null) setCompared(null);
  };
  return { known, problem, compared, isBusy, done, open, compare: (from: number, to: number) => void compare(from, to), restore };
}
