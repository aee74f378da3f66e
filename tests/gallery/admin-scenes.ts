import { changeList, changesOf, startList } from "../../components/keywords/edits.ts";
import type { AdminPart } from "../../lib/schema/admin-parts.ts";
import { type Brand, noBrand } from "../../lib/schema/brand.ts";
import { FanswerError } from "../../lib/schema/errors.ts";
import type { Drift } from "../../lib/state/store-state.ts";
import { acmeForum, auditLines, dataRequest, deliveries, invitation, openInvitations, receipt, zendesk } from "../components/actions.ts";
import { fewFigures, periodFigures } from "../components/figures/period-samples.ts";
import { row, rows } from "../components/people/rows.ts";
import { ada, at, calibration, keywordList, knowledgeItems, noor } from "../components/samples.ts";
import { mixed, neverOurs, withDelta } from "./posts.ts";
import type { Answers, Scene, Step } from "./scene.ts";

const memberOf = (memberId: string) => rows.find(({ id }) => id === memberId) ?? row();
const answers: Answers = {
  "figures.read": () => ({ waiting: 12, late: 3, onIt: 2, withStaff: 4, answered: 210, posts: 240 }),
  "figures.of_period": ({ by }) => periodFigures(by),
  "people.list": () => ({ members: [...rows], total: rows.length, admins: 1 }),
  "member.pause": ({ memberId }) => ({ ...memberOf(memberId), standing: "paused", claims: 0 }),
  "member.remove": () => {
    throw new FanswerError("server_unreachable");
  },
  "invitation.create": ({ role }) => ({ ...invitation, role, expiresAt: at(60 * 24 * 7) }),
  "invitation.list": () => [...openInvitations],
  "keywords.remove": ({ listId, baseVersion }) => ({ id: listId, name: "Acme", version: baseVersion + 1, removed: true, updatedAt: at(0) }),
  "keywords.versions": () => {
    const version = { name: "Acme", negative: false, removed: false, restored: null };
    return [
      { ...version, version: 4, size: 5, by: "Ada", at: at(-300) },
      { ...version, version: 3, size: 2, by: "Noor", at: at(-3000), restored: 1 },
      { ...version, version: 2, size: 0, by: null, at: at(-6000), removed: true },
      { ...version, version: 1, size: 2, by: "Ada", at: at(-9000) },
    ];
  },
  "keywords.version": ({ version }) => ({
    ...keywordList,
    version,
    entries: [{ id: "old", text: "acme phone", label: null, mustNear: [], mustNotNear: [] }, ...keywordList.entries.slice(0, 3)],
  }),
  "model.read": () => ({ address: "https://models.acme.example/v1", model: "small-1", hasKey: true }),
  "integration.list": () => [zendesk],
  "forum.read": () => acmeForum,
  "author.look": () => ({ site: "x", handle: "noor", posts: 12, isListed: false }),
  "request.list": () => ({ requests: [dataRequest], notice: "https://fanswer.example/notice/acmefriends1" }),
  "erasure.list": () => ({ receipts: [receipt] }),
  "audit.list": () => ({ lines: auditLines, next: 809 }),
  "audit.check": () => ({ lines: 812, fault: { problem: "missing", seq: 640, to: 640 } }),
  "disclosure.gaps": () => [
    { lang: "id", side: "brand", replies: 4 },
    { lang: "sw", side: "customer", replies: 1 },
  ],
  "delivery.list": () => deliveries,
};
const noPosts = () => ({ waiting: 0, late: 0, onIt: 0, withStaff: 0, answered: 0, posts: 0 });
const unreachable = () => {
  throw new FanswerError("server_unreachable");
};
const edited = changesOf(
  changeList(startList(4, withDelta), {
    entries: [{ id: "n", text: "acme ear*buds", label: null, mustNear: [], mustNotNear: [] }, ...withDelta.entries],
  }),
);
const admin = (name: string, part: AdminPart, steps: readonly Step[] = [], width = 1100): Scene => ({
  ...{ name, page: `admin.html#${part}`, width, height: 640, answers, steps },
  device: { member: ada, mentions: mixed, lists: [withDelta, neverOurs], knowledge: knowledgeItems, workspace: { calibration } },
  edits: { [`keywords:${keywordList.id}`]: edited },
});

/** The same, where the server says something else, on a device that reads these sites badly. */
const withAnswers = (scene: Scene, other: Answers, drifts: readonly Drift[] = []): Scene => ({
  ...scene,
  answers: { ...answers, ...other },
  device: { ...scene.device, drifts },
});

/** The page as somebody finds it who manages a part only. */
const asRole = (name: string, part: AdminPart, role: string, steps: readonly Step[] = []): Scene => ({
  ...admin(name, part, steps),
  device: { member: { ...noor, id: "m-else", role }, mentions: [], lists: [] },
});

const openPerson = (place: number): Step => ({ click: `.list > li:nth-child(${place}) .list-row` });
const openDelta: Step = { click: "button[aria-label*=Delta]" };
const openVersions: readonly Step[] = [{ click: ".versions > summary" }, { click: ".versions li:nth-child(2) .btn" }];
const tryText = (type: string): Step => ({ type, into: ".bench-text" });

const brand = (name: string, of: Brand, steps: readonly Step[] = []): Scene => ({
  ...admin(name, "brand", steps),
  height: 1500,
  device: { member: ada, workspace: { brand: of } },
});

export const adminScenes: readonly Scene[] = [
  withAnswers(admin("admin-overview", "overview"), {}, [{ site: "facebook", readable: 12, posts: 40, missing: ["author"], at: at(-60) }]),
  withAnswers(admin("admin-overview-few", "overview"), { "figures.of_period": () => fewFigures(4, 3) }),
  withAnswers(admin("admin-overview-none", "overview"), { "figures.of_period": () => fewFigures(), "figures.read": noPosts }),
  admin("admin-figures", "figures"),
  admin("admin-figures-table", "figures", [{ click: ".figure-table summary" }]),
  withAnswers(admin("admin-figures-one", "figures"), { "figures.of_period": () => fewFigures(1, 0) }),
  withAnswers(admin("admin-figures-none", "figures"), { "figures.of_period": () => fewFigures() }),
  withAnswers(admin("admin-figures-unread", "figures"), { "figures.of_period": unreachable }),
  {
    ...withAnswers(admin("admin-figures-offline", "figures"), { "figures.of_period": unreachable }),
    device: {
      member: ada,
      lists: [],
      figures: [{ query: { period: "month", by: "site" }, figures: periodFigures("site", { at: at(-95) }) }],
    },
  },
  asRole("admin-overview-analyst", "overview", "analyst"),
  asRole("admin-people-moderator", "people", "moderator", [openPerson(3)]),
  brand("admin-brand", { mark: { kind: "letters", letters: "AC", colour: "blue" }, handles: { x: ["acme", "acme_help"] }, language: "en" }),
  { ...brand("admin-brand-unnamed", noBrand), device: { member: ada, workspace: { name: "My community" } } },
  brand("admin-brand-wrong", noBrand, [
    { type: "acme, https://x.com/acme", into: ".brand-page textarea" },
    { click: ".brand-page select" },
  ]),
  admin("admin-knowledge", "knowledge", [{ click: ".list-row" }]),
  admin("admin-knowledge-import", "knowledge", [
    { file: { name: "answers.csv", text: "title,answer,link\nOne,Do this,\n,No title,\nThree,Do that,ftp://x\n" } },
  ]),
  admin("admin-replies", "answering"),
  admin("admin-alerts", "alerts"),
  admin("admin-keywords", "keywords"),
  admin("admin-keywords-more", "keywords", [openDelta]),
  admin("admin-keywords-try", "keywords", [
    tryText("Crossed the delta of the river on the first day, then slept well and late. Now my ACME earbuds need a new charger."),
  ]),
  admin("admin-keywords-import", "keywords", [
    { file: { name: "list.csv", text: 'text,label,must_near\nacme case,,\nacme,Acme,earbuds\nac(me|ne),,\n"acme puck",,a.*b\n*,,' } },
  ]),
  { ...admin("admin-keywords-versions", "keywords", openVersions), height: 1400 },
  admin("admin-keywords-new", "keywords", [{ click: ".list-tabs > .btn:last-child" }]),
  { ...admin("admin-keywords-deleted", "keywords", [{ click: ".editor > .row:first-child .btn" }]), edits: {} },
  admin("admin-keywords-narrow", "keywords", [openDelta], 420),
  admin("admin-rules", "rules", [{ click: "details summary" }]),
  admin("admin-rules-tried", "rules", [tryText("Third time my Acme charger died, error 0x80070057. Ridiculous, I want a refund today!!")]),
  admin("admin-clock", "clock"),
  admin("admin-hours", "clock", [{ click: ".choice-option:last-child input" }]),
  admin("admin-forum", "forum"),
  { ...admin("admin-forum-new", "forum"), answers: { ...answers, "forum.read": () => null } },
  admin("admin-data", "data", [{ type: "@noor", into: ".audit-search input" }, { click: ".rights-section > .row .btn" }]),
  admin("admin-audit", "audit", [{ click: ".admin-main .row > .btn:nth-child(2)" }]),
  admin("admin-integrations", "integrations"),
  admin("admin-integrations-log", "integrations", [{ click: ".integration .btn:nth-child(2)" }]),
  admin("admin-integrations-edit", "integrations", [{ click: ".integration .btn:nth-child(3)" }]),
  admin("admin-people", "people"),
  admin("admin-people-only-admin", "people", [openPerson(1)]),
  admin("admin-people-work", "people", [openPerson(2)]),
  admin("admin-people-trust", "people", [openPerson(2), { click: "[data-opens=level] button" }]),
  admin("admin-people-remove", "people", [openPerson(2), { click: "[data-opens=remove] button" }]),
  admin("admin-people-undo", "people", [openPerson(3), { click: ".person-buttons > .btn" }]),
  admin("admin-people-offline", "people", [openPerson(4), { click: "[data-opens=remove] button" }, { click: "[role=alertdialog] .btn" }]),
  admin("admin-people-invite", "people", [{ click: ".invite .btn" }]),
];
