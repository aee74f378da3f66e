import { useEffect } from "preact/hooks";
import "../../components/admin/admin.css";
import "../../components/queue/queue.css";
import "../../components/triage/triage.css";
import "../../components/welcome/welcome.css";
import { signal } from "@preact/signals";
import { Admin, type AdminPart } from "../../components/admin/admin.tsx";
import { RowAnswer } from "../../components/composer/row-answer.tsx";
import { change, changesOf, startList } from "../../components/keywords/edits.ts";
import { Popup } from "../../components/queue/popup.tsx";
import type { AnsweringProps } from "../../components/queue/yours.tsx";
import { ReviewList } from "../../components/review/review-list.tsx";
import { Panel } from "../../components/triage/panel.tsx";
import { Welcome } from "../../components/welcome/welcome.tsx";
import type { KeywordList } from "../../lib/schema/keywords.ts";
import type { Mention } from "../../lib/schema/mention.ts";
import { adminActions, noMemory, panelActions } from "../components/actions.ts";
import {
  ada,
  angry,
  at,
  calibration,
  cardState,
  corrected,
  heldBy,
  keywordList,
  knowledgeItems,
  linh,
  mention,
  noonMs,
  noor,
  sam,
  session,
  still,
  storeState,
  suggestions,
} from "../components/samples.ts";
import type { Scene } from "./scenes.tsx";

const done = async () => {};
const text = suggestions[0]?.text ?? "";
const hostile = '<b onclick="x">\u202eAcme\u200b</b>'.repeat(9);
const mixed = [
  mention({
    status: "escalated",
    route: "first_line",
    triage: angry,
    excerpt: "This is the third time my Acme charger died. Ridiculous, I want a refund today or I'm telling everyone.",
    author: { handle: "rowan_m", name: "Rowan Mill", verified: null },
    note: "Wants a refund, I can't promise that.",
    dueAt: at(-15),
  }),
  mention({ status: "escalated", route: "second_line", excerpt: hostile, author: { handle: null, name: hostile, verified: null } }),
  mention({ dueAt: at(8), excerpt: "Does the Acme case charge wirelessly?", author: { handle: "kit", name: "Kit Ode", verified: null } }),
  mention({ ...heldBy(noor), author: { handle: "dana_k", name: "Dana Kestrel", verified: null } }),
  mention({
    ...heldBy(linh),
    excerpt: "האוזניות של Acme לא מתחברות אחרי העדכון, מישהו יודע מה לעשות?",
    author: { handle: "tal", name: "טל אורן", verified: null },
  }),
  mention({
    excerpt: "Any tips to make the Acme battery last longer on long flights?",
    author: { handle: "mo", name: "Mo Lind", verified: null },
  }),
  mention({
    status: "answered",
    author: { handle: "jo", name: "Jo Park", verified: null },
    reply: { text, url: null, proof: "seen", author: { id: "m-linh", name: "Linh Aster" }, at: at(-5) },
  }),
];
const draftBy = (text: string, forStaff: boolean): Mention["draft"] => ({
  text,
  status: "in_review",
  author: { id: linh.id, name: linh.name },
  updatedAt: at(-3),
  review: { since: at(-3), needs: forStaff ? 1 : 2, needsUnlike: false, forStaff, reason: null, verdicts: [] },
});
const reviewed = [
  mention({ ...mixed[2], ...heldBy(linh), draft: draftBy(text, false) }),
  mention({ ...mixed[4], ...heldBy(linh), draft: draftBy("לחצו על הכפתור עשר שניות, והאוזניות יתחברו שוב.", true) }),
  mention({ ...mixed[5] }),
];
const answering = () => still({ card: cardState({ mention: mixed[3] ?? {} }), step: "write", text });

const Answering = (row: AnsweringProps) => <RowAnswer {...row} open={answering} onOpenPost={done} />;
/** The member gives it back at once. */
function Leaving({ mention: { id }, onLeave }: AnsweringProps) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once
  useEffect(() => onLeave("claim.release", id), []);
  return null;
}

const popup =
  (parts: Parameters<typeof storeState>[0], Row: typeof Leaving | typeof Answering = Answering) =>
  () => (
    <div class="popup">
      <Popup
        state={storeState(parts)}
        actions={{
          take: async () => false,
          Reviews: ({ mentions }) => <ReviewList mentions={mentions} actions={panelActions()} onOpenPost={done} />,
          Answering: Row,
          takeBack: done,
          addPost: async () => ({ mention: mention(), isNew: true }),
          openPage: done,
          openPanel: done,
          sync: done,
          retry: done,
          discard: done,
        }}
      />
    </div>
  );
const panel = (parts: Parameters<typeof storeState>[0]) => () => (
  <Panel
    state={storeState(parts)}
    actions={panelActions({
      openAnswering: () => still({ card: cardState({ mention: heldBy(sam), me: sam }), step: "write", text }),
      history: async () => [
        { at: at(-40), who: null, action: "rule.unclaimed", detail: { route: "first_line" } },
        { at: at(-12), who: "Linh Aster", action: "mention.route", detail: { route: "second_line" } },
      ],
    })}
    memory={noMemory()}
  />
);
const withDelta: KeywordList = {
  ...keywordList,
  entries: [
    ...keywordList.entries,
    {
      ...{ id: "e-5", text: "Delta", label: "Acme Delta", mustNear: [], mustNotNear: ["variant"] },
      ...{ ambiguous: true, languages: ["en", "nb"], within: 4, ignoreAuthors: ["@deltanews"] },
    },
  ],
};
const notUs: KeywordList = { ...keywordList, id: "l-2", name: "Never ours", negative: true, entries: [] };
const edited = changesOf(
  change(startList(4, withDelta), {
    entries: [{ id: "n", text: "acme ear*buds", label: null, mustNear: [], mustNotNear: [] }, ...withDelta.entries],
  }),
);
const admin = (part: AdminPart) => () => (
  <Admin
    state={storeState({ member: ada, mentions: mixed, lists: [withDelta, notUs], workspace: { calibration } })}
    part={part}
    model={null}
    memory={{ load: (name) => (name === `keywords:${keywordList.id}` ? edited : null), save: () => true }}
    knowledge={signal(knowledgeItems)}
    actions={adminActions()}
  />
);
const welcome = (joined: boolean) => () => (
  <Welcome
    session={session(joined ? noor : null)}
    clock={() => noonMs}
    actions={{ join: async () => session(noor), choose: async () => session(noor), leave: async () => session(null) }}
  />
);
const refused = { operationId: "1", name: "draft.save", mentionId: "x:1", code: "lease_lost", text } as const;

export const pageScenes: readonly Scene[] = [
  { name: "popup", width: 380, height: 560, view: popup({ mentions: mixed }) },
  { name: "popup-yours", width: 380, height: 760, view: popup({ mentions: mixed.slice(3, 5) }), click: ".list-row" },
  { name: "popup-review", width: 380, height: 760, view: popup({ member: noor, mentions: reviewed }), click: ".list .list-row" },
  {
    name: "panel-review",
    width: 400,
    height: 900,
    view: panel({ member: sam, mentions: reviewed }),
    click: "[aria-labelledby=section-review] .triage-row",
  },
  {
    name: "panel-review-edit",
    width: 340,
    height: 900,
    view: panel({ member: sam, mentions: reviewed }),
    click: "[aria-labelledby=section-review] .triage-row",
    andThen: "[aria-keyshortcuts=g]",
  },
  {
    name: "panel-review-back",
    width: 340,
    height: 900,
    view: panel({ member: sam, mentions: reviewed }),
    click: "[aria-labelledby=section-review] .triage-row",
    andThen: "[aria-keyshortcuts=b]",
  },
  { name: "popup-empty", width: 380, height: 240, view: popup({}) },
  { name: "popup-join", width: 380, height: 280, view: popup({ member: null }) },
  {
    name: "popup-offline",
    width: 380,
    height: 620,
    view: popup({ outbox: { waiting: 3, problem: "server_unreachable", setAside: [refused] } }),
  },
  { name: "popup-add", width: 380, height: 620, view: popup({}), click: "[aria-haspopup=menu]", andThen: "[role=menuitem]:first-child" },
  { name: "popup-undo", width: 380, height: 420, view: popup({ mentions: mixed.slice(3, 5) }, Leaving), click: ".list-row" },
  { name: "popup-menu", width: 380, height: 400, view: popup({ member: ada }), click: "[aria-haspopup=menu]" },
  {
    name: "panel",
    width: 400,
    height: 900,
    view: panel({ member: sam, mentions: mixed, drifts: [{ site: "X", posts: 20, readable: 4, missing: ["author", "id"], at: at(0) }] }),
  },
  { name: "panel-selected", width: 400, height: 900, view: panel({ member: sam, mentions: mixed }), click: ".triage-pick" },
  { name: "panel-open", width: 400, height: 900, view: panel({ member: sam, mentions: mixed }), click: ".triage-row" },
  {
    name: "panel-corrected",
    width: 400,
    height: 900,
    view: panel({ member: sam, workspace: { calibration }, mentions: [mention({ ...mixed[0], ...corrected }), ...mixed.slice(1)] }),
    click: ".triage-row",
  },
  {
    name: "panel-score-menu",
    width: 340,
    height: 900,
    view: panel({ member: sam, workspace: { calibration }, mentions: [mention({ ...mixed[0] })] }),
    click: ".triage-row",
    andThen: "[aria-keyshortcuts=o]",
  },
  { name: "panel-mine", width: 340, height: 900, view: panel({ member: sam, mentions: [mention(heldBy(sam))] }), click: ".triage-row" },
  { name: "panel-add", width: 340, height: 520, view: panel({ member: sam }), click: ".page-head .btn:nth-last-child(2)" },
  { name: "panel-keys", width: 320, height: 420, view: panel({ member: sam }), click: ".page-head .btn:last-child" },
  { name: "panel-advocate", width: 360, height: 200, view: panel({ member: noor }) },
  { name: "admin-overview", width: 1100, height: 480, view: admin("overview") },
  { name: "admin-knowledge", width: 1100, height: 900, view: admin("knowledge"), click: ".list-row" },
  {
    name: "admin-knowledge-import",
    width: 1100,
    height: 700,
    view: admin("knowledge"),
    file: { name: "answers.csv", text: "title,answer,link\nOne,Do this,\n,No title,\nThree,Do that,ftp://x\n" },
  },
  { name: "admin-replies", width: 1100, height: 1300, view: admin("answering") },
  { name: "admin-keywords", width: 1100, height: 1040, view: admin("keywords") },
  { name: "admin-keywords-more", width: 1100, height: 1240, view: admin("keywords"), click: "button[aria-label*=Delta]" },
  {
    name: "admin-keywords-try",
    width: 1100,
    height: 1240,
    view: admin("keywords"),
    type: {
      into: ".bench-text",
      text: "Crossed the delta of the river on the first day, then slept well and late. Now my ACME earbuds need a new charger.",
    },
  },
  {
    name: "admin-keywords-import",
    width: 1100,
    height: 1280,
    view: admin("keywords"),
    file: { name: "list.csv", text: 'text,label,must_near\nacme case,,\nacme,Acme,earbuds\nac(me|ne),,\n"acme puck",,a.*b\n*,,' },
  },
  { name: "admin-keywords-narrow", width: 420, height: 1200, view: admin("keywords"), click: "button[aria-label*=Delta]" },
  { name: "admin-rules", width: 1100, height: 1100, view: admin("rules"), click: "details summary" },
  {
    name: "admin-rules-tried",
    width: 1100,
    height: 1860,
    view: admin("rules"),
    type: { into: ".bench-text", text: "Third time my Acme charger died, error 0x80070057. Ridiculous, I want a refund today!!" },
  },
  { name: "admin-clock", width: 1100, height: 700, view: admin("clock") },
  { name: "admin-hours", width: 1100, height: 1180, view: admin("clock"), click: ".choice-option:last-child input" },
  { name: "admin-integrations", width: 1100, height: 640, view: admin("integrations") },
  { name: "admin-integrations-log", width: 1100, height: 760, view: admin("integrations"), click: ".integration .btn:nth-child(2)" },
  { name: "admin-integrations-edit", width: 1100, height: 980, view: admin("integrations"), click: ".integration .btn:nth-child(3)" },
  { name: "admin-people", width: 1100, height: 560, view: admin("people"), click: ".btn" },
  { name: "welcome-1", width: 1000, height: 640, view: welcome(false) },
  { name: "welcome-2", width: 1000, height: 1200, view: welcome(false), click: ".welcome-foot .btn" },
  { name: "welcome-joined", width: 1000, height: 1100, view: welcome(true) },
  { name: "welcome-3", width: 1000, height: 560, view: welcome(true), click: ".welcome-foot .btn[data-look=primary]" },
];
