import type { ReadonlySignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { i18n } from "#i18n";
import type { CommunitiesHere } from "../../lib/state/communities.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";

export interface CommunityActions {
  /** Works for this one from now on, on all pages. */
  choose(community: string): void;
  /** Takes one off this device in which the member is no more. */
  forget(community: string): void;
  joinAnother(): void;
}

interface CommunityBarProps {
  here: ReadonlySignal<CommunitiesHere | null>;
  actions: CommunityActions;
  /** Whether one more can be joined from here. */
  isWayIn?: boolean;
}

/** For which community the page is, where the member has several to choose from; it stays while the page below it changes. */
export function CommunityBar({ here, actions, isWayIn = false }: CommunityBarProps) {
  const now = here.value;
  const left = useLeft(now);
  if (now === null) return null;
  const { all, chosen } = now;
  const isOver = all.find((each) => each.id === chosen)?.isOver ?? false;
  const hasChoice = all.length > 1 || (all.length === 1 && all[0]?.id !== chosen);
  if (!hasChoice && !(isWayIn && all.length > 0) && left === null) return null;
  return (
    <div class="community-bar stack">
      <div role="status">{left !== null && <Notice>{i18n.t("popup.left", { workspace: left })}</Notice>}</div>
      <div class="row">
        {hasChoice && (
          <>
            <span class="quiet" aria-hidden="true">
              {i18n.t("community.for")}
            </span>
            <select
              class="input grow"
              aria-label={i18n.t("community.for")}
              value={chosen}
              onChange={(event) => actions.choose(event.currentTarget.value)}
            >
              {all.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </>
        )}
        {hasChoice && isOver && <Button onClick={() => actions.forget(chosen)}>{i18n.t("community.forget")}</Button>}
        {isWayIn && all.length > 0 && <Button onClick={actions.joinAnother}>{i18n.t("community.joinAnother")}</Button>}
      </div>
    </div>
  );
}

/** The name of the community that was chosen and is not there any more, until another one is chosen. */
function useLeft(now: CommunitiesHere | null): string | null {
  const before = useRef<CommunitiesHere | null>(null);
  const left = useRef<string | null>(null);
  if (now !== null && before.current !== now) {
    const was = before.current;
    if (was !== null && was.chosen !== now.chosen) {
      const gone = now.all.every(({ id }) => id !== was.chosen);
      left.current = (gone && was.all.find(({ id }) => id === was.chosen)?.name) || null;
    }
    before.current = now;
  }
  return left.current;
}
