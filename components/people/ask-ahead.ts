import type { MemberPage, MemberQuery } from "../../lib/schema/people.ts";
import type { PeopleActions } from "./actions.ts";
import { everybody } from "./query.ts";

/** `list` with its first page asked for already, while the page that will show it is still being built; it is given to whoever asks for that first. */
export function askAhead(list: PeopleActions["list"]): PeopleActions["list"] {
  let ahead: Promise<MemberPage> | null = list(everybody);
  // Who asks hears of it.
  ahead.catch(() => {});
  return (query: MemberQuery) => {
    const begun = ahead;
    ahead = null;
    return begun && JSON.stringify(query) === JSON.stringify(everybody) ? begun : list(query);
  };
}
