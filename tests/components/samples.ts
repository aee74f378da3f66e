import { signal } from "@preact/signals";
import type { AdminActions } from "../../components/admin/admin.tsx";
import type { Answering } from "../../components/composer/control.ts";
import { type Flow, noFlow } from "../../components/composer/flow.ts";
import type { IntegrationActions } from "../../components/integrations/integrations.tsx";
import { type FilterMemory, filterMemory } from "../../components/triage/filter.ts";
import type { PanelActions } from "../../components/triage/panel.tsx";
import { defaultClock } from "../../lib/schema/clock.ts";
import type { Delivery, Integration } from "../../lib/schema/integration.ts";
import type { KeywordList } from "../../lib/schema/keywords.ts";
import { type Mention, mentionId } from "../../lib/schema/mention.ts";
import type { CardState, Session } from "../../lib/schema/messages.ts";
import type { Triage } from "../../lib/schema/triage.ts";
import type { Member, Workspace } from "../../lib/schema/workspace.ts";
import { badgeState } from "../../lib/state/badge.ts";
import type { Drift, Outbox, StoreState } from "../../lib/state/store-state.ts";

/** Invented people and posts for tests and the gallery. The time is always noon. */
export const noonMs = Date.parse("2026-03-02T12:00:00.000Z");
export const at = (minutes: number) => new Date(noonMs + minutes * 60_000).toISOString();

export const noor: Member = { id: "m-noor", name: "Noor Vale", role: "advocate", level: 1 };
export const linh: Member = { id: "m-linh", name: "Linh Aster", role: "advocate", level: 2 };
export const sam: Member = { id: "m-sam", name: "Sam Brook", role: "staff", level: 3 };
export const ada: Member = { id: "m-ada", name: "Ada Thorn", role: "admin", level: 3 };
export const acme: Workspace = { id: "w-acme", name: "Acme Friends", disclosure: "I'm an Acme customer", clock: defaultClock };

const calm: Triage = {
  lang: "en",
  sentiment: -0.2,
  sentimentLabel: "neutral",
  anger: 0.08,
  urgency: 0.3,
  technical: 0.41,
  complaint: 0.2,
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
    claim: null,
    draft: null,
    reply: null,
    note: null,
    assignee: null,
    mergedInto: null,
    followUp: null,
    revision: 1,
    ...parts,
  };
}

export const heldBy = (member: Member, minutes = 8.7, renewals = 0): Pick<Mention, "status" | "claim"> => ({
  status: "claimed",
  claim: { holder: { id: member.id, name: member.name }, fence: 3, expiresAt: at(minutes), renewals },
});

const suggestion = (id: string, title: string, text: string, words: string[]): CardState["suggestions"][number] => ({
  item: { id, lang: "en", title, topics: [], answer: text, link: null },
  text,
  words,
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
    unsentDraft: null,
    waiting: 0,
    skewMs: 0,
    badge: badgeState(whole, me, noonMs, 0),
    ...rest,
  };
}

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
    backToOwnText: () => {},
    flush: nothing,
    place: nothing,
    confirm: nothing,
    askPosted: () => {},
    dismiss: nothing,
    handToStaff: nothing,
    undo: nothing,
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
    lists?: readonly KeywordList[];
  } = {},
) {
  return {
    session: signal<Session | null>(sessionOf(parts)),
    mentions: signal<readonly Mention[]>(parts.mentions ?? []),
    lists: signal<readonly KeywordList[]>(parts.lists ?? [keywordList]),
    outbox: signal<Outbox>({ waiting: 0, setAside: [], problem: null, ...parts.outbox }),
    drifts: signal<readonly Drift[]>(parts.drifts ?? []),
    nowMs: signal(noonMs),
  } satisfies StoreState;
}

function sessionOf({ member = noor, workspace }: { member?: Member | null; workspace?: Partial<Workspace> }): Session {
  const joined = session(member);
  return workspace && joined.workspace ? { ...joined, workspace: { ...joined.workspace, ...workspace } } : joined;
}

/** A side panel's actions that do nothing; `parts` says what is different. */
export function panelActions(parts: Partial<PanelActions> = {}): PanelActions {
  const done = async () => {};
  return {
    take: done,
    route: done,
    dismiss: done,
    reopen: done,
    assign: done,
    merge: done,
    next: async () => "x:next",
    members: async () => [sam, { ...ada, role: "staff" }, linh],
    history: async () => [],
    openAnswering: () => still({ card: cardState({ mention: heldBy(sam), me: sam }), step: "write", text: "Hi" }),
    openPost: () => {},
    retry: () => {},
    discard: () => {},
    ...parts,
  };
}

/** Remembers a filter as long as the test runs. */
export function noMemory(): FilterMemory {
  return filterMemory({ getItem: () => null, setItem: () => {} });
}

/** An admin page's actions that do nothing; `parts` says what is different. */
export function adminActions(parts: Partial<AdminActions> = {}): AdminActions {
  return {
    push: async () => keywordList,
    invite: async (role) => ({
      link: "https://fanswer.example/join#4f9a-b7c2-e810",
      code: "4f9a-b7c2-e810",
      role,
      expiresAt: at(60 * 24 * 7),
    }),
    copy: async () => {},
    save: () => {},
    newId: () => "0b6f3f5e-6a51-4b5a-9c5e-0f4f6e1f7a10",
    saveClock: async (clock) => ({ ...acme, clock }),
    integrations: integrationActions(),
    ...parts,
  };
}

export const zendesk: Integration = {
  id: "7f1de1f0-30a6-4a43-9f3c-5e1c9f7a2b11",
  name: "Our Zendesk",
  target: { kind: "zendesk", address: "https://acme.zendesk.example", user: "fanswer@acme.example" },
  events: [],
  enabled: true,
  hook: "/v1/hooks/acmedemo0000-3c1f",
  problem: "auth",
  pausedUntil: at(5),
  waiting: 3,
  failed: 1,
};

export const deliveries: Delivery[] = [
  {
    id: "d3",
    event: "escalated",
    mentionId: "x:3",
    state: "waiting",
    attempts: 2,
    at: at(-2),
    triedAt: at(-1),
    nextAt: at(5),
    problem: "auth",
    status: 401,
  },
  {
    id: "d2",
    event: "answered",
    mentionId: "x:1",
    state: "failed",
    attempts: 12,
    at: at(-3000),
    triedAt: at(-60),
    nextAt: null,
    problem: "refused",
    status: 422,
  },
  {
    id: "d1",
    event: "escalated",
    mentionId: "x:1",
    state: "done",
    attempts: 1,
    at: at(-3100),
    triedAt: at(-3100),
    nextAt: null,
    problem: null,
    status: null,
  },
];

export function integrationActions(parts: Partial<IntegrationActions> = {}): IntegrationActions {
  return {
    list: async () => [zendesk],
    save: async () => [zendesk],
    remove: async () => [],
    test: async () => deliveries,
    log: async () => deliveries,
    replay: async () => deliveries,
    ...parts,
  };
}
