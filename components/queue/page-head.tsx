import type { ComponentChildren } from "preact";
import type { Workspace } from "../../lib/schema/workspace.ts";
import type { Outbox } from "../../lib/state/store-state.ts";
import { CommunityMark } from "../ui/brand-mark.tsx";
import { Connection } from "./connection.tsx";

interface PageHeadProps {
  workspace: Pick<Workspace, "name" | "brand"> | null;
  outbox: Outbox;
  children?: ComponentChildren;
}

/** The head of popup and side panel: whose community this is, how the connection stands, and what else the surface offers. */
export function PageHead({ workspace, outbox, children }: PageHeadProps) {
  return (
    <header class="page-head">
      <CommunityMark mark={workspace?.brand?.mark} />
      <h1 class="line-cut" dir="auto">
        {workspace?.name}
      </h1>
      <span class="grow" />
      <Connection outbox={outbox} />
      {children}
    </header>
  );
}
