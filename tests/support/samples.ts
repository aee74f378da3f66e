import { defaultClock } from "../../lib/schema/clock.ts";
import type { Hit, KeywordList } from "../../lib/schema/keywords.ts";
import type { Mention, Sighting } from "../../lib/schema/mention.ts";
import type { Post } from "../../lib/schema/post.ts";
import type { Triage } from "../../lib/schema/triage.ts";
import { defaultTriageSettings } from "../../lib/schema/triage-defaults.ts";
import { untouched } from "../../lib/schema/untouched.ts";
import type { Member, Workspace } from "../../lib/schema/workspace.ts";
import type { Account } from "../../lib/store/meta.ts";

/** Noon of the invented day on which every test happens, epoch ms. */
export const noonMs = Date.parse("2026-03-02T12:00:00.000Z");
export const iso = (ms: number) => new Date(ms).toISOString();

export const workspace: Workspace = {
  id: "acme",
  name: "Acme",
  disclosure: "I'm an Acme customer",
  clock: defaultClock,
  triage: defaultTriageSettings,
  calibration: null,
};
export const dana: Member = { id: "m-dana", name: "Dana", role: "advocate", level: 1 };
export const linh: Member = { id: "m-linh", name: "Linh", role: "staff", level: 0 };

export function account(member: Member = dana): Account {
  return { server: "https://acme.example", token: `token-of-${member.id}`.padEnd(43, "x"), deviceId: `d-${member.id}`, member, workspace };
}

export const triaged: Triage = {
  lang: "en",
  sentiment: 0,
  sentimentLabel: "neutral",
  anger: 0,
  urgency: 0,
  technical: 0,
  complaint: 0,
  threat: 0,
  hazard: "none",
  danger: 0,
  answerability: 1,
  kind: "question",
  reach: 1,
  priority: 50,
  route: "community",
  reasons: [],
};

export const hit: Hit = { entryId: "e1", label: "acme", start: 0, end: 4, form: "exact", context: [] };
const counts = { replies: 0, reposts: 0, likes: 2, views: 40 };

export function sighting(postId: string, change: Partial<Sighting> = {}): Sighting {
  return {
    site: "x",
    postId,
    permalink: `https://x.com/nilu/status/${postId}`,
    lang: "en",
    postedAt: iso(noonMs - 600_000),
    isReply: false,
    partial: false,
    counts,
    author: { handle: "nilu", name: "Nilu", verified: false },
    excerpt: "Acme earbuds: how does pairing work?",
    hits: [hit],
    triage: triaged,
    ...change,
  };
}

export function mention(postId: string, change: Partial<Mention> = {}): Mention {
  const { counts: _counts, hits: _hits, isReply: _isReply, ...seen } = sighting(postId);
  return {
    ...seen,
    id: `x:${postId}`,
    firstSeenAt: iso(noonMs),
    dueAt: iso(noonMs + 110 * 60_000),
    labels: ["acme"],
    status: "open",
    route: "community",
    ...untouched,
    revision: 1,
    ...change,
  };
}

/** Held by `member` for ten minutes from noon. */
export function claimed(postId: string, member: Member, change: Partial<Mention> = {}): Mention {
  const claim = { holder: { id: member.id, name: member.name }, fence: 1, expiresAt: iso(noonMs + 600_000), renewals: 0 };
  return mention(postId, { status: "claimed", claim, ...change });
}

export function post(id: string | null, change: Partial<Post> = {}): Post {
  return {
    site: "x",
    id,
    permalink: id === null ? null : `https://x.com/nilu/status/${id}`,
    author: { handle: "nilu", name: "Nilu", verified: false },
    text: "Acme earbuds: how does pairing work?",
    partial: false,
    lang: "en",
    postedAt: iso(noonMs - 600_000),
    isReply: false,
    quoted: null,
    counts,
    protected: false,
    promoted: false,
    ...change,
  };
}

export const list: KeywordList = {
  id: "main",
  name: "Main",
  version: 1,
  entries: [{ id: "e1", text: "acme", label: null, mustNear: [], mustNotNear: [] }],
  updatedAt: iso(noonMs),
};
