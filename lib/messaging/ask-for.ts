import { ask } from "./ask.ts";

/** Asks for one community, whatever the member works for by then: what a card or page began stays with it. */
export function askFor(community: string): typeof ask {
  return (name, args) => ask(name, args, community);
}
