import { type MemberPage, type MemberQuery, membersPerPage } from "../../lib/schema/people.ts";

/** Everybody, by name, from the first on. */
export const everybody: MemberQuery = { search: "", role: null, standing: null, order: "name", from: 0 };

/** Another question begins at its first page; a step in the list keeps the question. */
export function changed(query: MemberQuery, change: Partial<MemberQuery>): MemberQuery {
  return { ...query, from: 0, ...change };
}

/** Which members a page shows, counted from 1, and where the pages beside it begin; null where there is none. */
export function stepsOf(from: number, { members, total }: Pick<MemberPage, "members" | "total">) {
  const to = from + members.length;
  return {
    first: members.length === 0 ? from : from + 1,
    last: to,
    before: from > 0 ? Math.max(0, from - membersPerPage) : null,
    after: to < total && members.length > 0 ? to : null,
  };
}

/** The page without somebody who is a member no more. */
export function withoutMember(page: MemberPage, memberId: string): MemberPage {
  const members = page.members.filter(({ id }) => id !== memberId);
  return { ...page, members, total: page.total - (page.members.length - members.length) };
}

/** A newer answer: where the same people are on the page, nobody moves under the pointer. */
export function inPlace(now: MemberPage | null, answer: MemberPage): MemberPage {
  const rows = new Map(answer.members.map((row) => [row.id, row]));
  const kept = (now?.members ?? []).flatMap(({ id }) => rows.get(id) ?? []);
  return kept.length === answer.members.length ? { ...answer, members: kept } : answer;
}
