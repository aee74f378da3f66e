import { useEffect, useState } from "preact/hooks";
import { i18n } from "#i18n";
import type { Mention } from "../../lib/schema/mention.ts";
import type { Member } from "../../lib/schema/workspace.ts";
import { byTurn, waits } from "../../lib/state/selectors.ts";
import { WaitingList, type WaitingListProps } from "./waiting-list.tsx";

/** What `read` gives, and again whenever `moved` is another; null until it has. */
function useHeld(read: () => Promise<readonly Mention[]>, moved: unknown): readonly Mention[] | null {
  const [held, setHeld] = useState<readonly Mention[] | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again when what the popup shows moved
  useEffect(() => {
    let isCurrent = true;
    void read().then((all) => isCurrent && setHeld(all));
    return () => {
      isCurrent = false;
    };
  }, [moved]);
  return held;
}

interface WaitingHereProps extends Omit<WaitingListProps, "waiting"> {
  /** All posts on this device that the member did not pass on. */
  onRead: () => Promise<readonly Mention[]>;
  /** Another one whenever posts moved. */
  moved: unknown;
  member: Member;
  patienceMinutes: number;
}

/** All that wait on this device and that the member may take. */
export function WaitingHere({ onRead, moved, member, patienceMinutes, ...list }: WaitingHereProps) {
  const held = useHeld(onRead, moved);
  if (held === null) return <p class="quiet">{i18n.t("ui.loading")}</p>;
  const waiting = held.filter((mention) => waits(mention, member, list.nowMs)).sort(byTurn(patienceMinutes, member.profile?.topics));
  return <WaitingList {...list} waiting={waiting} />;
}
