import { i18n } from "#i18n";
import type { Mention } from "../../lib/schema/mention.ts";
import { isLive } from "../../lib/state/clock.ts";
import type { Drift, StoreState } from "../../lib/state/store-state.ts";
import { Notice } from "../ui/notice.tsx";
import { DriftNotes } from "./drift-notes.tsx";

interface BoardNotesProps {
  isOffline: boolean;
  mentions: readonly Mention[];
  drifts: readonly Drift[];
  unread: StoreState["unread"]["value"];
}

/** What one must know of the whole queue: no connection, rougher scores, sites that are read badly. */
export function BoardNotes({ isOffline, mentions, drifts, unread }: BoardNotesProps) {
  return (
    <>
      {isOffline && <Notice>{i18n.t("offline.panel")}</Notice>}
      {isRulesOnly(mentions) && <Notice tone="danger">{i18n.t("panel.rulesOnly")}</Notice>}
      <DriftNotes drifts={drifts} unread={unread} />
    </>
  );
}

/** The latest post that waits was scored without the model: it is missing or damaged here or on the server. */
function isRulesOnly(mentions: readonly Mention[]): boolean {
  const latest = mentions.filter(isLive).reduce<Mention | null>((a, b) => (a && a.firstSeenAt > b.firstSeenAt ? a : b), null);
  return latest?.triage.reasons.some(({ code }) => code === "rules_only") ?? false;
}
