import * as v from "valibot";
import { CallError } from "../egress/outbound.ts";
import type { Api } from "./desk.ts";

const States = v.array(v.object({ name: v.string(), state_type: v.optional(v.string()), active: v.optional(v.boolean(), true) }));
type States = v.InferOutput<typeof States>;

/** Types of states in which nobody works on a ticket any more. */
const closedTypes: ReadonlySet<string> = new Set(["closed", "merged", "removed"]);
/** What Zammad comes with, whose names say their type. */
const shipped: ReadonlySet<string> = new Set(["new", "open", "pending reminder", "pending close", ...closedTypes]);

interface ZammadStates {
  /** Whether a ticket in the state of this name is done with. */
  isClosed(name: string): Promise<boolean>;
  /** Has `put` move a ticket to the state for "open" or "closed", by the name that it has there. */
  named(to: "open" | "closed", put: (state: string) => Promise<void>): Promise<void>;
}

/** Admins of a Zammad name its states as they like; what counts is a state's type. */
export function zammadStates(api: Api): ZammadStates {
  let known: Promise<States> | null = null;
  /** Asked once and only for names of their own; none when the token may not ask. */
  const read = () => {
    known ??= api("GET", "/api/v1/ticket_states?expand=true", States).catch((thrown: unknown) => {
      if (thrown instanceof CallError && (thrown.problem === "auth" || thrown.problem === "not_found")) return [];
      known = null;
      throw thrown;
    });
    return known;
  };
  return {
    async isClosed(name) {
      if (shipped.has(name)) return closedTypes.has(name);
      const type = (await read()).find((state) => state.name === name)?.state_type;
      // Without the types the names must do: "closed successful" is what such states are usually called.
      return type === undefined ? /^(?:closed|merged|removed)\b/i.test(name) : closedTypes.has(type);
    },
    async named(to, put) {
      try {
        await put(to);
      } catch (thrown) {
        if (!(thrown instanceof CallError) || thrown.problem !== "refused") throw thrown;
        const own = (await read()).find(({ name, state_type, active }) => active && state_type === to && name !== to);
        if (own === undefined) throw thrown;
        await put(own.name);
      }
    },
  };
}
