import { useEffect, useState } from "preact/hooks";
import { askedErrorText } from "../../lib/i18n/asked-error-text.ts";
import { errorCode } from "../../lib/i18n/error-text.ts";
import type { Forum } from "../../lib/schema/forum.ts";
import type { ForumActions } from "./actions.ts";

/** How often it is asked how far it is while something is taken over. */
const againMs = 5_000;

/** Something is read of the forum now, or within the next minute. */
const isUnderWay = ({ takesTopics, takesAccounts, progress }: Forum): boolean =>
  (takesTopics || takesAccounts) && (progress === null || progress.stage !== null || Date.parse(progress.nextAt) <= Date.now());

/** The forum as the server has it: undefined while that is not known, null where there is none; and why the server did not do something. */
export function useForum(actions: ForumActions) {
  const [forum, setForum] = useState<Forum | null | undefined>(undefined);
  const [problem, setProblem] = useState<string | null>(null);
  const run = async (work: Promise<Forum | null>) => {
    setProblem(null);
    try {
      setForum(await work);
    } catch (thrown) {
      setProblem(askedErrorText(errorCode(thrown)));
    }
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, when the page opens
  useEffect(() => void run(actions.read()), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again after each answer that says so
  useEffect(() => {
    if (!forum || !isUnderWay(forum)) return;
    const timer = setTimeout(() => void run(actions.read()), againMs);
    return () => clearTimeout(timer);
  }, [forum]);
  return { forum, problem, run };
}
