import { useEffect, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { historyText } from "../../lib/i18n/history-text.ts";
import { timeText } from "../../lib/i18n/moment-text.ts";
import type { HistoryEntry } from "../../lib/schema/mention.ts";

interface HistoryProps {
  mentionId: string;
  /** Rises with every change, so that the history is asked for anew. */
  revision: number;
  ask: (mentionId: string) => Promise<HistoryEntry[]>;
}

/** What was done to a post and by whom. Without a connection there is none, and nothing is said of it. */
export function History({ mentionId, revision, ask }: HistoryProps) {
  const [entries, setEntries] = useState<readonly HistoryEntry[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new revision may mean a new entry
  useEffect(() => {
    let isWanted = true;
    ask(mentionId).then(
      (found) => isWanted && setEntries(found),
      () => {},
    );
    return () => {
      isWanted = false;
    };
  }, [mentionId, revision]);
  if (entries.length === 0) return null;
  return (
    <section>
      <h3>{i18n.t("panel.history")}</h3>
      <ol class="history">
        {entries.map((entry) => (
          <li key={`${entry.at} ${entry.action}`}>
            <span>{historyText(entry)}</span> <span class="quiet">{timeText(entry.at)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
