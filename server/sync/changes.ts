import type { Pool } from "pg";
import { mostHeld } from "../../lib/schema/limits.ts";
import { can } from "../../lib/schema/roles.ts";
import { type Cursor, limits } from "../../lib/schema/wire.ts";
import type { Entry, SignedInDevice } from "../door.ts";
import { type Delta, deltaOf, deltaOfPlace, topOf, walkOf } from "../store/delta.ts";
import { one } from "../store/statement.ts";
import { type Course, courseOf } from "./course.ts";

/** What a device asks for. */
export interface Asked {
  readonly since: Cursor | null;
  readonly languages: readonly string[];
  readonly refill: boolean;
}

/** A page of changes as a SyncResponse has them; `changes` and `presence` are the insides of JSON arrays, as the database wrote them. */
export interface Page {
  readonly cursor: Cursor;
  readonly more: boolean;
  readonly startOver?: true;
  readonly beyond?: boolean;
  readonly changes: string;
  readonly presence: string;
}

const joined = (...parts: readonly string[]) => parts.filter((part) => part !== "").join(",");

const asking = ({ workspaceId, member }: SignedInDevice) => ({
  ...{ workspaceId, memberId: member.id, isStaff: can(member, "triage") },
  seesPeople: can(member, "seePeople") || can(member, "pauseNewcomers"),
});

async function withTop(pool: Pool, { device }: Entry, { languages }: Asked, page: Page): Promise<Page> {
  const { changes, beyond } = await one(pool, topOf, { ...asking(device), languages, most: mostHeld.queue, mostClosed: mostHeld.closed });
  return { ...page, changes: joined(page.changes, changes), beyond };
}

const pageOf = ({ epoch, revision, more, changes, presence }: Delta): Page => ({ cursor: { epoch, revision }, more, changes, presence });

/** What a device gets whose member's role has no posts on it: a role that reads figures only, or one that this server does not know. */
async function placeFor(pool: Pool, { device, position }: Entry, course: Exclude<Course, { kind: "start_over" }>): Promise<Page> {
  const since = course.kind === "delta" ? course.since : course.kind === "walk" ? 0 : position.counter;
  return { ...pageOf(await one(pool, deltaOfPlace, { ...asking(device), since, most: limits.changes })), beyond: false };
}

/** The next page for a device. `isCurrent`: the entry's position holds still, as nothing was done since it was read. */
export async function changesFor(pool: Pool, entry: Entry, asked: Asked, isCurrent: boolean): Promise<Page> {
  const { epoch } = entry.position;
  const wanted = { ...asking(entry.device), most: limits.changes };
  const course = courseOf(asked.since, entry.position);
  if (course.kind !== "start_over" && !can(entry.device.member, "readPosts")) return placeFor(pool, entry, course);
  switch (course.kind) {
    case "start_over":
      return { cursor: { epoch, revision: 0 }, more: true, startOver: true, changes: "", presence: "" };
    case "walk": {
      const { since, until } = course;
      const page = pageOf(await one(pool, walkOf, { ...wanted, since, until }));
      if (page.more) return { ...page, cursor: { ...page.cursor, until } };
      return withTop(pool, entry, asked, { ...page, more: until < entry.position.counter });
    }
    default: {
      const since = course.kind === "delta" ? course.since : entry.position.counter;
      const nothing: Page = { cursor: { epoch, revision: since }, more: false, changes: "", presence: "" };
      const isStill = course.kind === "nothing" && isCurrent;
      const page = isStill ? nothing : pageOf(await one(pool, deltaOf, { ...wanted, since }));
      return asked.refill && !page.more ? withTop(pool, entry, asked, page) : page;
    }
  }
}
