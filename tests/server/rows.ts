import { usualLevelRules } from "../../lib/schema/level-rules.ts";
import type { Member } from "../../lib/schema/workspace.ts";
import type { SignedInDevice } from "../../server/door.ts";
import type { MentionRow } from "../../server/store/mentions.ts";
import { calm } from "./support.ts";

/** When nothing else is said: the time of the clock that tests start at. */
export const rowAt = new Date("2026-03-02T10:00:00.000Z");

/** A post that waits for the community, as its transaction has locked it. */
export function mentionRow(changed: Partial<MentionRow> = {}): MentionRow {
  return {
    mention_id: "x:1",
    site: "x",
    post_id: "1",
    reported_by: "m-ann",
    permalink: "https://x.com/someone/status/1",
    author: { handle: "someone", name: "Some One", verified: false },
    excerpt: "Does the acme app work on tablets?",
    partial: false,
    lang: "en",
    posted_at: new Date("2026-03-02T09:30:00.000Z"),
    first_seen_at: rowAt,
    labels: ["Acme"],
    counts: { replies: 0, reposts: 0, likes: 1, views: 40 },
    triage: calm,
    scored: null,
    overrules: [],
    priority: 10,
    status: "open",
    route: "community",
    routed_by_person: false,
    note: null,
    note_by: null,
    fence: 0,
    holder: null,
    claim_expires_at: null,
    claim_seen_at: null,
    renewals: 0,
    merged_into: null,
    follow_up: null,
    ...changed,
  };
}

export function deviceOf(member: Partial<Member> = {}): SignedInDevice {
  return {
    workspaceId: "w1",
    id: "d1",
    member: { id: "m-ann", name: "Ann", role: "advocate", level: 1, ...member },
    levels: usualLevelRules,
  };
}
