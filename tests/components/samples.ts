import { signal } from "@preact/signals";
import type { Answering } from "../../components/composer/actions.ts";
import { type Flow, noFlow } from "../../components/composer/flow.ts";
import type { Calibration } from "../../lib/schema/calibration.ts";
import { defaultClock } from "../../lib/schema/clock.ts";
import type { OwnDevice } from "../../lib/schema/invitations.ts";
import type { KeywordList } from "../../lib/schema/keywords.ts";
import { type Mention, mentionId } from "../../lib/schema/mention.ts";
import type { CardState, Session } from "../../lib/schema/messages.ts";
import type { Triage } from "../../lib/schema/triage.ts";
import { defaultTriageSettings } from "../../lib/schema/triage-defaults.ts";
import { untouched } from "../../lib/schema/untouched.ts";
import type { KnowledgeItem, Member, Workspace } from "../../lib/schema/workspace.ts";
import { badgeState } from "../../lib/state/badge.ts";
import type { Drift, LiveState, Outbox } from "../../lib/state/store-state.ts";
import type { PresenceRow } from "../../lib/store/presence.ts";
import type { Unread } from "../../lib/store/unread.ts";

/** Invented people and posts for tests and the gallery. The time is always noon. */
export const noonMs = Date.parse("2026-03-02T12:00:00.000Z");
export const at = (minutes: number) => new Date(noonMs + minutes * 60_000).toISOString();

export const noor: Member = { id: "m-noor", name: "Noor Vale", role: "advocate", level: 1 };
export const linh: Member = { id: "m-linh", name: "Linh Aster", role: "advocate", level: 2 };
export const sam: Member = { id: "m-sam", name: "Sam Brook", role: "staff", level: 3 };
export const ada: Member = { id: "m-ada", name: "Ada Thorn", role: "admin", level: 3 };
export const acme: Workspace = {
  id: "w-acme",
  name: "Acme Friends",
  disclosure: "I'm an Acme customer",
  clock: defaultClock,
  triage: defaultTriageSettings,
  calibration: null,
};

export const calm: Triage = {
  lang: "en",
  sentiment: -0.2,
  sentimentLabel: "neutral",
  anger: 0.08,
  urgency: 0.3,
  technical: 0.41,
  complaint: 0.2,
  threat: 0,
  hazard: "none",
  danger: 0,
  answerability: 1,
  kind: "question",
  reach: 2,
  priority: 64,
  route: "community",
  reasons: [
    { code: "request", words: ["pairing"], value: null },
    { code: "unanswered", words: [], value: 0 },
    { code: "reach", words: [], value: 2134 },
  ],
};

export const angry: Triage = {
  ...calm,
  sentiment: -0.86,
  sentimentLabel: "negative",
  anger: 0.83,
  urgency: 0.7,
  technical: 0.2,
  complaint: 0.9,
  kind: "complaint",
  reach: 3,
  priority: 91,
  route: "first_line",
  reasons: [
    { code: "anger", words: ["third time", "ridiculous"], value: 0.83 },
    { code: "complaint", words: ["refund"], value: 0.9 },
    { code: "waiting", words: [], value: 95 },
  ],
};

/** Corrected by one of staff, and what staff said of others before. */
export const corrected: Pick<Mention, "triage" | "overrules"> = {
  triage: { ...angry, anger: 0.3, priority: 68 },
  overrules: [
    { field: "anger", value: 0.3, was: 0.83, by: { id: sam.id, name: sam.name }, at: at(-3) },
    { field: "urgency", value: 1, was: 0.7, by: { id: sam.id, name: sam.name }, at: at(-2) },
  ],
};
export const calibration: Calibration = {
  at: at(-600),
  tallies: {
    danger: { right: 22, answered: 9, wrong: 3, missed: 1 },
    anger: { right: 86, answered: 51, wrong: 14, missed: 3 },
    threat: { right: 6, answered: 2, wrong: 1, missed: 0 },
    technical: { right: 41, answered: 30, wrong: 4, missed: 1 },
  },
};

let count = 0;
export function mention(parts: Partial<Mention> = {}): Mention {
  const postId = parts.postId ?? String(1900000000000000000n + BigInt(++count));
  return {
    id: mentionId("x", postId),
    site: "x",
    postId,
    permalink: `https://x.com/dana_k/status/${postId}`,
    author: { handle: "dana_k", name: "Dana Kestrel", verified: false },
    excerpt: "My Acme earbuds won't finish pairing after the new firmware. Tried resetting twice, the left one just blinks. Any ideas?",
    partial: false,
    lang: "en",
    postedAt: at(-48),
    firstSeenAt: at(-40),
    dueAt: at(72),
    labels: ["Acme"],
    triage: calm,
    status: "open",
    route: "community",
    ...untouched,
    revision: 1,
    ...parts,
  };
}

export const heldBy = (member: Member, minutes = 8.7, renewals = 0): Pick<Mention, "status" | "claim"> => ({
  status: "claimed",
  claim: { holder: { id: member.id, name: member.name }, fence: 3, expiresAt: at(minutes), renewals },
});

const suggestion = (id: string, title: string, text: string, words: string[]): CardState["suggestions"][number] => ({
  source: id,
  title,
  text,
  words,
  isFounded: true,
});

export const suggestions = [
  suggestion(
    "k-1",
    "Pairing after an update",
    "Hi Dana, hold the power button for ten seconds until it blinks twice, then put both earbuds back in the case for a minute. They pair again by themselves.",
    ["pairing", "firmware"],
  ),
  suggestion(
    "k-2",
    "One earbud stays silent",
    "Hi Dana, clean the gold contacts of the left earbud with a dry cloth, then close the case for a minute.",
    ["left"],
  ),
  suggestion("k-3", "Where the manual is", "Hi Dana, the steps for {product} are here: {link}", []),
];

export function cardState(parts: { mention?: Partial<Mention>; me?: Member } & Partial<Omit<CardState, "mention" | "me">> = {}): CardState {
  const { mention: mentionParts, me = noor, ...rest } = parts;
  const whole = mention(mentionParts);
  return {
    mention: whole,
    me,
    workspace: acme,
    suggestions,
    isSearching: false,
    others: [],
    languageModel: null,
    unsentDraft: null,
    waiting: 0,
    isOffline: false,
    skewMs: 0,
    badge: badgeState(whole, me, noonMs, 0),
    ...rest,
  };
}

/** The one in the hand, and another. */
export const ownDevices = [
  { id: "5d1cf5a0-7be3-4b4b-9a25-7d4a2c0f1e01", label: "Chrome · macOS", addedAt: at(-60 * 24 * 40), seenOn: "2026-03-02", isThis: true },
  { id: "5d1cf5a0-7be3-4b4b-9a25-7d4a2c0f1e02", label: "Firefox · Linux", addedAt: at(-60 * 24 * 3), seenOn: "2026-03-01", isThis: false },
] as const satisfies readonly OwnDevice[];

const nothing = async () => {};

/** An answering that stands still in this state. */
export function still(parts: Partial<Flow>): Answering {
  return {
    flow: signal({ ...noFlow, ...parts }),
    refresh: nothing,
    take: nothing,
    giveBack: nothing,
    renew: nothing,
    type: () => {},
    suggest: () => {},
    takeSuggestion: () => {},
    find: async () => [],
    pick: nothing,
    propose: async () => false,
    reject: nothing,
    askModel: nothing,
    confirmModelDraft: () => {},
    backToOwnText: () => {},
    keepDisclosure: nothing,
    flush: nothing,
    sendForReview: nothing,
    acceptEdit: nothing,
    mend: () => {},
    place: nothing,
    confirm: nothing,
    askPosted: () => {},
    dismiss: nothing,
    handToStaff: nothing,
    undo: nothing,
    withdraw: nothing,
  };
}

export const session = (member: Member | null): Session => ({
  server: "https://fanswer.example",
  consented: member !== null,
  sharing: "all",
  member,
  workspace: member && acme,
});

export const keywordList: KeywordList = {
  id: "l-1",
  name: "Acme",
  version: 4,
  updatedAt: at(-300),
  entries: [
    { id: "e-1", text: "@acme", label: "Acme", mustNear: [], mustNotNear: [] },
    { id: "e-2", text: "acme earbud*", label: null, mustNear: [], mustNotNear: [] },
    { id: "e-3", text: "acme", label: null, mustNear: ["earbuds", "charger", "firmware"], mustNotNear: ["cartoon", "comics"] },
    { id: "e-4", text: "acme.example", label: "Website", mustNear: [], mustNotNear: [] },
  ],
};

/** A store that stands still at noon; the signals can be moved by a test. */
export function storeState(
  parts: {
    member?: Member | null;
    workspace?: Partial<Workspace>;
    mentions?: readonly Mention[];
    outbox?: Partial<Outbox>;
    drifts?: readonly Drift[];
    unread?: Unread;
    lists?: readonly KeywordList[];
    presence?: readonly PresenceRow[];
    passed?: number;
    left?: string;
  } = {},
) {
  return {
    session: signal<Session | null>(sessionOf(parts)),
    left: signal<string | null>(parts.left ?? null),
    mentions: signal<readonly Mention[]>(parts.mentions ?? []),
    presence: signal<readonly PresenceRow[]>(parts.presence ?? []),
    passed: signal(parts.passed ?? 0),
    lists: signal<readonly KeywordList[]>(parts.lists ?? [keywordList]),
    outbox: signal<Outbox>({ waiting: 0, setAside: [], problem: null, ...parts.outbox }),
    drifts: signal<readonly Drift[]>(parts.drifts ?? []),
    unread: signal<Unread | null>(parts.unread ?? null),
    peopleMoved: signal(0),
    nowMs: signal(noonMs),
  } satisfies Omit<LiveState, "read">;
}

function sessionOf({ member = noor, workspace }: { member?: Member | null; workspace?: Partial<Workspace> }): Session {
  const joined = session(member);
  return workspace && joined.workspace ? { ...joined, workspace: { ...joined.workspace, ...workspace } } : joined;
}

export const knowledgeItems: readonly KnowledgeItem[] = [
  {
    id: "k-1",
    lang: "en",
    title: "Pairing after an update",
    topics: ["pairing", "firmware"],
    answer: "Hi {author}, hold the power button for ten seconds until it blinks twice, then put both earbuds back in the case: {link}",
    link: "https://help.acme.example/pairing",
  },
  {
    id: "k-2",
    lang: "en",
    title: "Somebody says something kind",
    topics: ["love"],
    answer: "Good to hear, {author}.",
    link: null,
    kinds: ["praise"],
  },
  {
    id: "k-3",
    lang: "he",
    title: "האוזניות לא מתחברות",
    topics: ["חיבור"],
    answer: "שלום {author}, החזיקו את הכפתור עשר שניות: {link}",
    link: null,
  },
];
