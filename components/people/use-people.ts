import { useEffect, useRef, useState } from "preact/hooks";
import { errorCode } from "../../lib/i18n/error-text.ts";
import type { ErrorCode } from "../../lib/schema/errors.ts";
import type { MemberPage, MemberQuery, MemberRow } from "../../lib/schema/people.ts";
import { useSettled } from "../keywords/use-settled.ts";
import type { PeopleActions } from "./actions.ts";
import { changed, everybody, inPlace, stepsOf, withoutMember } from "./query.ts";

/** While one types, the server is asked after this long without a letter. */
const settleMs = 250;

/**
 * A page of members as the server last told of it; null until it has. Of two questions only the later one's answer counts. `moved` is another number whenever
 * this device heard that a member changed, by whomever.
 */
export function usePeople(list: PeopleActions["list"], moved = 0) {
  const [query, setQuery] = useState(everybody);
  const [page, setPage] = useState<MemberPage | null>(null);
  const [problem, setProblem] = useState<ErrorCode | null>(null);
  const turn = useRef(0);
  const { role, standing, order, from } = query;
  const search = useSettled(query.search, settleMs);
  const asked: MemberQuery = { search, role, standing, order, from };
  const load = async () => {
    turn.current += 1;
    const own = turn.current;
    setProblem(null);
    try {
      const answer = await list(asked);
      if (own === turn.current) setPage(answer);
    } catch (thrown) {
      if (own === turn.current) setProblem(errorCode(thrown));
    }
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the parts of the question; the page's actions are the same as long as it is open
  useEffect(() => void load(), [search, role, standing, order, from]);
  /** Somebody changed a member: the rows as they are now, each at its place as long as the same people stand there. */
  const refresh = async () => {
    const own = turn.current;
    const answer = await list(asked).catch(() => null);
    if (answer && own === turn.current) setPage((now) => inPlace(now, answer));
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is told of members moves it
  useEffect(() => {
    if (page !== null) void refresh();
  }, [moved]);
  /** How many there are now, and how many manage people; the rows stay where they are. */
  const recount = async () => {
    const own = turn.current;
    const counts = await list(asked).catch(() => null);
    if (counts && own === turn.current) setPage((now) => now && { ...now, total: counts.total, admins: counts.admins });
  };
  return {
    ...{ query, page, problem, load },
    ask: (change: Partial<MemberQuery>) => setQuery((now) => changed(now, change)),
    /** Somebody is now so; they keep their place in the list. */
    put(row: MemberRow) {
      setPage((now) => now && { ...now, members: now.members.map((each) => (each.id === row.id ? row : each)) });
      void recount();
    },
    /** Somebody is a member no more. A page that is empty by it gives way to the one before. */
    drop(memberId: string) {
      setPage((now) => now && withoutMember(now, memberId));
      if (page?.members.length === 1 && from > 0) setQuery((now) => ({ ...now, from: stepsOf(from, page).before ?? 0 }));
      else void recount();
    },
  };
}
