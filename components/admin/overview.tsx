import { useEffect, useMemo, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { countText } from "../../lib/i18n/figures-text.ts";
import type { AdminPart } from "../../lib/schema/admin-parts.ts";
import type { Figures } from "../../lib/schema/figures.ts";
import type { PeriodQuery } from "../../lib/schema/period-figures.ts";
import type { KnowledgeItem } from "../../lib/schema/workspace.ts";
import type { Drift } from "../../lib/state/store-state.ts";
import { askedOften, type UnassistedPost } from "../../lib/suggest/asked-often.ts";
import { AsOf } from "../figures/as-of.tsx";
import { answeredView, communityView, within2hView } from "../figures/day-views.tsx";
import { FigureFrame } from "../figures/figure-frame.tsx";
import { usePeriod } from "../figures/use-period.ts";
import type { AdminActions } from "./actions.ts";
import { useNow } from "./use-now.ts";
import { wantsOf } from "./wants.ts";
import { WantsList } from "./wants-list.tsx";

const lists: PeriodQuery = { period: "month", by: "list" };
const languages: PeriodQuery = { period: "month", by: "language" };

const answers = { answering: answeredView, fast: within2hView, who: communityView };

interface OverviewProps {
  actions: Pick<AdminActions, "periods" | "readFigures" | "readUnassisted" | "save">;
  drifts: readonly Drift[];
  items: readonly KnowledgeItem[];
  parts: readonly AdminPart[];
  /** Why the last sync failed. */
  away: string | null;
}

/** Are we answering, how fast, who does it; and what wants the admin. */
export function Overview({ actions, drifts, items, parts, away }: OverviewProps) {
  const { figures: byList, problem } = usePeriod(actions.periods, lists, away);
  const { figures: byLanguage } = usePeriod(actions.periods, languages, away);
  const now = useNow(actions.readFigures);
  const gaps = useGaps(actions, items);
  return (
    <div class="stack overview">
      <AsOf figures={byList} problem={problem} />
      {now && <Now figures={now} />}
      {byList !== null && byList.now.seen > 0 && (
        <div class="overview-three">
          {(["answering", "fast", "who"] as const).map((question) => (
            <section key={question} class="stack">
              <h2>{i18n.t(`figures.part.${question}`)}</h2>
              <FigureFrame {...answers[question](byList)} onSave={actions.save} />
            </section>
          ))}
        </div>
      )}
      {byList && <WantsList wants={wantsOf({ now, byList, byLanguage, drifts, gaps })} parts={parts} />}
    </div>
  );
}

/** What is asked often and has no answer on record, by what this device knows. */
function useGaps({ readUnassisted }: OverviewProps["actions"], items: readonly KnowledgeItem[]) {
  const [posts, setPosts] = useState<readonly UnassistedPost[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once, when the page opens
  useEffect(() => void readUnassisted().then(setPosts), []);
  return useMemo(() => askedOften(posts, items), [posts, items]);
}

/** Where the posts stand now, in a line. */
function Now({ figures: { waiting, late, onIt, withStaff } }: { figures: Figures }) {
  return (
    <dl class="numbers">
      <Figure name={i18n.t("admin.waiting")} value={waiting} note={late === 0 ? i18n.t("admin.noneLate") : i18n.t("admin.lateOf", late)} />
      <Figure name={i18n.t("admin.onIt")} value={onIt} />
      <Figure name={i18n.t("admin.withStaff")} value={withStaff} />
    </dl>
  );
}

function Figure({ name, value, note }: { name: string; value: number; note?: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd class="figure">{countText(value)}</dd>
      {note && <dd class="quiet">{note}</dd>}
    </div>
  );
}
