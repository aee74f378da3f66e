import { signal } from "@preact/signals";
import type { AdminActions, InvitationActions } from "../../components/admin/actions.ts";
import type { AlertActions } from "../../components/alerts/actions.ts";
import type { BreakActions } from "../../components/break/actions.ts";
import type { ForumActions } from "../../components/forum/actions.ts";
import type { IntegrationActions } from "../../components/integrations/actions.ts";
import type { VersionActions } from "../../components/keywords/actions.ts";
import type { ListScoring } from "../../components/keywords/many-bench.tsx";
import type { PopupActions } from "../../components/queue/actions.ts";
import type { RightsActions } from "../../components/rights/actions.ts";
import type { DeviceActions, SiteActions } from "../../components/settings/actions.ts";
import type { PanelActions } from "../../components/triage/actions.ts";
import { type FilterMemory, filterMemory } from "../../components/triage/filter.ts";
import type { AuditLine } from "../../lib/schema/audit.ts";
import type { DataRequest, Receipt } from "../../lib/schema/erasure.ts";
import type { Forum } from "../../lib/schema/forum.ts";
import type { Delivery, Integration } from "../../lib/schema/integration.ts";
import type { OpenInvitation } from "../../lib/schema/invitations.ts";
import type { Invitation } from "../../lib/schema/workspace.ts";
import { periodActions } from "./figures/period-samples.ts";
import { peopleActions } from "./people/rows.ts";
import { acme, ada, at, cardState, heldBy, keywordList, linh, mention, noor, ownDevices, sam, still } from "./samples.ts";

/** A side panel's actions that do nothing; `parts` says what is different. */
export function panelActions(parts: Partial<PanelActions> = {}): PanelActions {
  const done = async () => {};
  return {
    addPost: async () => ({ mention: mention(), isNew: true }),
    tellLooking: () => {},
    approve: done,
    sendBack: done,
    suggest: done,
    end: done,
    take: done,
    route: done,
    dismiss: done,
    reopen: done,
    decline: done,
    overrule: done,
    assign: done,
    merge: done,
    next: async () => "x:next",
    giveBack: done,
    members: async () => [sam, { ...ada, role: "staff" }, linh],
    doings: async () => ({ people: [], takeBacks: [] }),
    takeBack: async () => ({ posts: 3, ids: ["7c2b0a8e-53f1-4c1d-9a51-0f4d2d6c8a77"] }),
    undoTakeBack: done,
    history: async () => [],
    openAnswering: () => still({ card: cardState({ mention: heldBy(sam), me: sam }), step: "write", text: "Hi" }),
    openPost: () => {},
    openWelcome: () => {},
    retry: () => {},
    discard: () => {},
    ...parts,
  };
}

/** Sites as they are at first; the tab in front shows none of them. */
export function siteActions(parts: Partial<SiteActions> = {}): SiteActions {
  const site = (site: "x" | "facebook") => ({ site, use: "on", isHere: false }) as const;
  return { list: async () => [site("x"), site("facebook")], use: async () => {}, ...parts };
}

/** Alerts that the browser shows, of which none was. */
export function alertActions(parts: Partial<AlertActions> = {}): AlertActions {
  return { state: async () => ({ isAllowed: true, last: null }), choose: async () => {}, allow: async () => true, ...parts };
}

export const breakActions = (parts: Partial<BreakActions> = {}): BreakActions => ({ begin: async () => {}, end: async () => {}, ...parts });

/** A popup's actions that do nothing; `parts` says what is different. */
export function popupActions(parts: Partial<PopupActions> = {}): PopupActions {
  const nothing = () => {};
  return {
    take: async () => true,
    goOn: async () => true,
    pass: async () => {},
    offerAgain: nothing,
    held: async () => [],
    Reviews: () => null,
    SecondLooks: () => null,
    Answering: () => null,
    takeBack: async () => {},
    sites: siteActions(),
    alerts: alertActions(),
    breaks: breakActions(),
    badges: { know: async () => {} },
    addPost: async () => ({ mention: mention(), isNew: true }),
    openPage: nothing,
    openPanel: nothing,
    sync: nothing,
    retry: nothing,
    discard: nothing,
    dropText: async () => {},
    keepText: async () => {},
    ...parts,
  };
}

export const invitation: Invitation = {
  link: `https://fanswer.example/join#acmefriends1-4f9ab7c2e810d3k5m6n8p0q2r7`,
  code: "acmefriends1-4f9ab7c2e810d3k5m6n8p0q2r7",
  role: "advocate",
  expiresAt: at(10),
};

/** Two that may still be used: for many, and for a further device of a member. */
export const openInvitations: readonly OpenInvitation[] = [
  {
    ...{ id: "i-1", role: "advocate", level: 1, languages: [], note: "Meet-up in March", by: { id: ada.id, name: ada.name } },
    ...{ createdAt: at(-60), expiresAt: at(60 * 24 * 30), uses: 40, used: 12, forMember: null },
  },
  {
    ...{ id: "i-2", role: "staff", level: 0, languages: [], note: "", by: null },
    ...{ createdAt: at(-90), expiresAt: at(60 * 24), uses: 1, used: 0, forMember: { id: sam.id, name: sam.name } },
  },
];

export function invitationActions(parts: Partial<InvitationActions> = {}): InvitationActions {
  return {
    make: async ({ role }) => ({ ...invitation, role, expiresAt: at(60 * 24 * 7) }),
    list: async () => openInvitations,
    revoke: async () => {},
    ...parts,
  };
}

export const acmeForum: Forum = {
  ...{ address: "https://forum.acme.example", name: "Acme Forum", leastTrust: 1, hasSecret: true, joined: 12 },
  ...{ takesTopics: true, takesAccounts: true, answers: 212, accounts: 8_214, gone: [{ id: noor.id, name: noor.name }] },
  progress: { stage: null, beganAt: at(-600), endedAt: at(-595), nextAt: at(840), problem: null, status: null },
  link: "https://fanswer.example/join/forum/acmefriends1",
};

export const forumActions = (parts: Partial<ForumActions> = {}): ForumActions => ({
  read: async () => acmeForum,
  save: async () => acmeForum,
  refresh: async () => acmeForum,
  remove: async () => null,
  ...parts,
});

export function deviceActions(parts: Partial<DeviceActions> = {}): DeviceActions {
  return {
    list: async () => ownDevices,
    signOut: async () => {},
    invite: async () => invitation,
    copy: async () => {},
    ...parts,
  };
}

/** Remembers a filter as long as the test runs. */
export function noMemory(): FilterMemory {
  return filterMemory(undefined, () => {});
}

/** Posts are scored by word lists alone. */
export const noModel: ListScoring = { settings: undefined, model: signal(null), nowMs: () => 0 };

/** A list with two former versions. */
export function versionActions(parts: Partial<VersionActions> = {}): VersionActions {
  const version = { name: "Acme", negative: false, removed: false, restored: null };
  return {
    list: async () => [
      { ...version, version: 4, size: 4, by: "Ada", at: at(-300) },
      { ...version, version: 3, size: 2, by: "Linh", at: at(-3000), restored: 1 },
      { ...version, version: 2, size: 0, by: null, at: at(-6000), removed: true },
    ],
    read: async (_, number) => ({ ...keywordList, version: number, entries: keywordList.entries.slice(0, 2) }),
    restore: async ({ listId, baseVersion }) => ({ id: listId, name: "Acme", version: baseVersion + 1, updatedAt: at(0) }),
    ...parts,
  };
}

export const auditLines: AuditLine[] = [
  {
    seq: 812,
    at: at(-2),
    who: "Ada",
    action: "brake.set",
    subject: "brake",
    detail: '{"isOn":"true","words":"Back soon"}',
    isErased: false,
  },
  { seq: 811, at: at(-9), who: null, action: "rule.unclaimed", subject: "x:1867", detail: '{"route":"first_line"}', isErased: false },
  { seq: 810, at: at(-70), who: "", action: "reply.posted", subject: "", detail: "{}", isErased: true },
  { seq: 809, at: at(-90), who: "נועה", action: "mention.dismiss", subject: "facebook:a_7", detail: '{"reason":"spam"}', isErased: false },
];

export const receipt: Receipt = {
  ...{ number: "q3m7x0c2k9pd", at: at(-3), by: "Ada", isListed: true },
  counts: { posts: 12, drafts: 3, replies: 2, log_lines: 9 },
};

export const dataRequest: DataRequest = {
  ...{ id: "r4", site: "x", author: "@noor", note: 'My profile says "fern" today.', at: at(-30) },
};

export const rightsActions = (parts: Partial<RightsActions> = {}): RightsActions => ({
  listAudit: async () => ({ lines: auditLines, next: null }),
  checkAudit: async () => ({ lines: 812, fault: null }),
  lookAtAuthor: async () => ({ site: "x", handle: "noor", posts: 12, isListed: false }),
  eraseAuthor: async () => ({ receipt, left: 0, tickets: [{ desk: "Our Zendesk", ticket: "4711" }] }),
  listRequests: async () => ({ requests: [dataRequest], notice: "https://fanswer.example/notice/acmefriends1" }),
  settleRequest: async () => null,
  listErasures: async () => ({ receipts: [receipt] }),
  ...parts,
});

/** An admin page's actions that do nothing; `parts` says what is different. */
export function adminActions(parts: Partial<AdminActions> = {}): AdminActions {
  return {
    push: async () => keywordList,
    removeList: async () => keywordList,
    versions: versionActions(),
    pushRules: async () => acme,
    invitations: invitationActions(),
    copy: async () => {},
    save: () => {},
    saveItems: async () => {},
    removeItem: async () => {},
    readItemFigures: async () => [],
    readUnassisted: async () => [],
    proposals: { list: async () => [], accept: async () => {}, decline: async () => {} },
    periods: periodActions(),
    readFigures: async () => ({ waiting: 12, late: 3, onIt: 2, withStaff: 4, answered: 30, posts: 60 }),
    setRules: async () => {},
    setBrake: async () => {},
    setBrakeRules: async () => {},
    setLevels: async () => {},
    setLooks: async () => {},
    setRetention: async () => {},
    readGaps: async () => [],
    setBrand: async () => {},
    readPicture: async () => "data:image/png;base64,AAAA",
    readModel: async () => ({ address: "https://models.acme.example/v1", model: "small-1", hasKey: true }),
    setModel: async ({ address, model, key }) => ({ address, model, hasKey: key !== null }),
    removeModel: async () => {},
    openWelcome: () => {},
    newId: () => "0b6f3f5e-6a51-4b5a-9c5e-0f4f6e1f7a10",
    setAlertRules: async () => {},
    saveClock: async (clock) => ({ ...acme, clock }),
    integrations: integrationActions(),
    forum: forumActions(),
    people: peopleActions(),
    rights: rightsActions(),
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
