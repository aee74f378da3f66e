import type { ComponentChildren } from "preact";
import type { Outbox } from "../../lib/state/store-state.ts";
import { Mark } from "../ui/mark.tsx";
import { Connection } from "./connection.tsx";

/** The head of popup and side panel: whose community this is, how the connection stands, and what else the surface offers. */
export function PageHead({ name, outbox, children }: { name: string; outbox: Outbox; children?: ComponentChildren }) {
  return (
    <header class="page-head">
      <Mark />
      <h1 class="line-cut" dir="auto">
        {name}
      </h1>
      <span class="grow" />
      <Connection outbox={outbox} />
      {children}
    </header>
  );
}
