import type { Target } from "../../lib/schema/integration.ts";
import type { Outbound } from "../egress/outbound.ts";
import { chatwoot } from "./chatwoot.ts";
import type { Desk } from "./desk.ts";
import { zammad } from "./zammad.ts";
import { zendesk } from "./zendesk.ts";

/** The help desk behind a target. */
export function deskOf(call: Outbound, target: Exclude<Target, { kind: "webhook" | "chat" }>, key: string): Desk {
  switch (target.kind) {
    case "zendesk":
      return zendesk(call, target, key);
    case "chatwoot":
      return chatwoot(call, target, key);
    case "zammad":
      return zammad(call, target, key);
  }
}
