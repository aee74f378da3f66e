import type { ReadonlySignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import type { CommunitiesHere } from "../../lib/state/communities.ts";
import { type CommunityActions, CommunityBar } from "./community-bar.tsx";

interface InCommunityProps {
  here: ReadonlySignal<CommunitiesHere | null>;
  /** Which one the page shows. */
  community: string;
  actions: CommunityActions;
  isWayIn?: boolean;
  children: ComponentChildren;
}

/** A page for one community, below the choice among several. Nothing of the page is carried over when another one is chosen; the choice keeps the focus. */
export function InCommunity({ here, community, actions, isWayIn = false, children }: InCommunityProps) {
  return (
    <>
      <CommunityBar here={here} actions={actions} isWayIn={isWayIn} />
      <Fresh key={community}>{children}</Fresh>
    </>
  );
}

const Fresh = ({ children }: { children: ComponentChildren }) => <>{children}</>;
