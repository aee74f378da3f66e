import type { PeopleActions } from "../../../components/people/actions.ts";
import { FanswerError } from "../../../lib/schema/errors.ts";
import { type MemberPage, type MemberQuery, type MemberRow, membersPerPage } from "../../../lib/schema/people.ts";
import { can } from "../../../lib/schema/roles.ts";
import { ada, at, linh, noor, sam } from "../samples.ts";

/** A member as who manages people sees them. */
export function row(parts: Partial<MemberRow> = {}): MemberRow {
  return {
    ...noor,
    standing: "active",
    levelReason: null,
    evidence: null,
    languages: ["en", "he"],
    joinedAt: at(-60 * 24 * 90),
    seenOn: "2026-03-02",
    devices: 2,
    claims: 1,
    answered: 14,
    sentBack: 2,
    topics: [],
    away: null,
    ...parts,
  };
}

export const rows: readonly MemberRow[] = [
  row({ ...ada, claims: 0, answered: 3, sentBack: 0, devices: 1 }),
  row({ ...linh, levelReason: "Helped at the launch and knows every earbud", languages: ["vi", "en"], seenOn: "2026-02-28" }),
  row(),
  row({ ...sam, standing: "paused", claims: 0, seenOn: "2025-11-20", devices: 0 }),
];

/** What a community of these members answers, as the server would; what is done to a member holds. */
export function community(start: readonly MemberRow[], parts: Partial<PeopleActions> = {}): PeopleActions {
  let all = [...start];
  const put = async (id: string, change: Partial<MemberRow>): Promise<MemberRow> => {
    const before = all.find((each) => each.id === id);
    if (!before) throw new FanswerError("not_found");
    const after = { ...before, ...change };
    all = all.map((each) => (each.id === id ? after : each));
    return after;
  };
  const list = async ({ search, role, standing, from }: MemberQuery): Promise<MemberPage> => {
    const fitting = all.filter(
      (each) =>
        each.name.toLowerCase().includes(search.toLowerCase()) &&
        (role ?? each.role) === each.role &&
        (standing ?? each.standing) === each.standing,
    );
    const admins = all.filter((each) => can(each, "managePeople") && each.standing === "active").length;
    return { members: fitting.slice(from, from + membersPerPage), total: fitting.length, admins };
  };
  return {
    list,
    setRole: (id, role) => put(id, { role }),
    setLevel: (id, level, reason) => put(id, { level, levelReason: reason }),
    pause: (id) => put(id, { standing: "paused", claims: 0 }),
    resume: (id) => put(id, { standing: "active" }),
    inviteAgain: async (id) => {
      const { role } = await put(id, {});
      return { link: `https://fanswer.example/join#again-${id}`, code: `again-${id}`, role, expiresAt: "2026-03-09T12:00:00.000Z" };
    },
    copy: async () => {},
    signOut: (id) => put(id, { devices: 0, claims: 0 }),
    remove: async (id) => {
      await put(id, {});
      all = all.filter((each) => each.id !== id);
    },
    ...parts,
  };
}

export const peopleActions = (parts: Partial<PeopleActions> = {}): PeopleActions => community(rows, parts);

/** Many members, for pages. */
export const crowd = (count: number): MemberRow[] =>
  Array.from({ length: count }, (_, at) => row({ id: `m-${at}`, name: `Member ${String(at + 1).padStart(5, "0")}` }));
