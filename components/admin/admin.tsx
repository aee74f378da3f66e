import type { ReadonlySignal } from "@preact/signals";
import {
  BookOpen,
  LayoutDashboard,
  type LucideIcon,
  MessageSquareQuote,
  Plug,
  SlidersHorizontal,
  Tag,
  Timer,
  UsersRound,
} from "lucide-preact";
import { useRef } from "preact/hooks";
import { i18n } from "#i18n";
import type { Session } from "../../lib/schema/messages.ts";
import { managesAnything } from "../../lib/schema/roles.ts";
import type { KnowledgeItem, Workspace } from "../../lib/schema/workspace.ts";
import { memberOf } from "../../lib/state/selectors.ts";
import type { Outbox, StoreState } from "../../lib/state/store-state.ts";
import type { TriageModel } from "../../lib/triage/model/asset.ts";
import { ClockForm } from "../clock/clock-form.tsx";
import { Integrations } from "../integrations/integrations.tsx";
import { Trouble } from "../integrations/trouble.tsx";
import { KeywordLists } from "../keywords/keyword-lists.tsx";
import { Knowledge } from "../knowledge/knowledge.tsx";
import { PeoplePage } from "../people/people-page.tsx";
import { Connection } from "../queue/connection.tsx";
import { ModelForm } from "../rules/model-form.tsx";
import { ReplyRules } from "../rules/reply-rules.tsx";
import { RulesEditor } from "../rules/rules-editor.tsx";
import { UnreadNote } from "../triage/drift-notes.tsx";
import type { EditsMemory } from "../ui/edits-memory.ts";
import { Icon } from "../ui/icon.tsx";
import { Mark } from "../ui/mark.tsx";
import { NotJoined } from "../ui/not-joined.tsx";
import type { AdminActions } from "./actions.ts";
import { Invite } from "./invite.tsx";
import { Overview } from "./overview.tsx";

export const adminParts = ["overview", "keywords", "rules", "knowledge", "answering", "people", "clock", "integrations"] as const;
export type AdminPart = (typeof adminParts)[number];

interface AdminProps {
  state: StoreState;
  knowledge: ReadonlySignal<readonly KnowledgeItem[]>;
  actions: AdminActions;
  memory: EditsMemory;
  part: AdminPart;
  /** Null while it is read, and when it is missing or damaged. */
  model: TriageModel | null;
}

const icons: Record<AdminPart, LucideIcon> = {
  overview: LayoutDashboard,
  keywords: Tag,
  rules: SlidersHorizontal,
  knowledge: BookOpen,
  answering: MessageSquareQuote,
  people: UsersRound,
  clock: Timer,
  integrations: Plug,
};

/** The whole admin page; `part` comes from the address, so that back and reload work. */
export function Admin(props: AdminProps) {
  const { state, actions, part } = props;
  const session = state.session.value;
  if (session === null) return null;
  const member = memberOf(session);
  if (member === null)
    return <NotJoined session={session} left={state.left.value} why={i18n.t("popup.join")} onJoin={actions.openWelcome} />;
  if (!managesAnything(member)) return <p class="empty quiet">{i18n.t("admin.notAdmin")}</p>;
  return (
    <div class="admin">
      <Nav name={session.workspace?.name} part={part} outbox={state.outbox.value} />
      <main class="admin-main">
        <h1>{i18n.t(`admin.${part}`)}</h1>
        <UnreadNote unread={state.unread.value} />
        <Part {...props} session={session} />
      </main>
    </div>
  );
}

function Nav({ name, part, outbox }: { name: string | undefined; part: AdminPart; outbox: Outbox }) {
  return (
    <nav class="admin-nav" aria-label={i18n.t("admin.title")}>
      <p class="row admin-name">
        <Mark />
        <span class="strong line-cut grow" dir="auto">
          {name}
        </span>
      </p>
      {adminParts.map((each) => (
        <a key={each} href={`#${each}`} aria-current={each === part ? "page" : undefined}>
          <Icon of={icons[each]} />
          {i18n.t(`admin.${each}`)}
        </a>
      ))}
      <Connection outbox={outbox} />
    </nav>
  );
}

/** The parts that need no workspace; the rest waits for one. */
function Part(props: AdminProps & { session: Session }) {
  const { state, knowledge, actions, memory, part, session } = props;
  const mentions = state.mentions.value;
  const isOffline = state.outbox.value.problem === "server_unreachable";
  if (part === "overview") {
    return (
      <>
        <Trouble list={actions.integrations.list} />
        <Overview mentions={mentions} nowMs={state.nowMs.value} />
      </>
    );
  }
  if (part === "keywords") return <KeywordLists lists={state.lists.value} {...{ mentions, memory, isOffline, actions }} />;
  if (part === "integrations") return <Integrations actions={actions.integrations} newId={actions.newId} server={session.server} />;
  if (part === "knowledge") return <Knowledge items={knowledge.value} actions={actions} />;
  if (part === "people") return <PeoplePart actions={actions} ownId={session.member?.id ?? ""} nowMs={state.nowMs.value} />;
  return session.workspace && <OfWorkspace {...props} workspace={session.workspace} isOffline={isOffline} />;
}

/** Who is there, and below it the way to invite more. */
function PeoplePart({ actions, ownId, nowMs }: { actions: AdminActions; ownId: string; nowMs: number }) {
  const invite = useRef<HTMLHeadingElement>(null);
  return (
    <>
      <PeoplePage actions={actions.people} ownId={ownId} nowMs={nowMs} onInvite={() => invite.current?.focus()} />
      <section class="stack people-invite" aria-labelledby="invite-title">
        <h2 ref={invite} id="invite-title" tabIndex={-1}>
          {i18n.t("members.invite")}
        </h2>
        <Invite actions={actions.invitations} onCopy={actions.copy} />
      </section>
    </>
  );
}

/** What the workspace itself has settled: its rules, its clock, and what replies keep to. */
function OfWorkspace({
  state,
  actions,
  memory,
  part,
  model,
  workspace,
  isOffline,
}: AdminProps & { workspace: Workspace; isOffline: boolean }) {
  const nowMs = state.nowMs.value;
  if (part === "clock") return <ClockForm clock={workspace.clock} nowMs={nowMs} onSave={actions.saveClock} />;
  if (part === "rules") {
    return (
      <RulesEditor
        live={workspace.triage}
        calibration={workspace.calibration}
        mentions={state.mentions.value}
        {...{ model, nowMs, memory, isOffline }}
        push={actions.pushRules}
      />
    );
  }
  return (
    <>
      <ReplyRules workspace={workspace} onRules={actions.setRules} readGaps={actions.readGaps} />
      <ModelForm actions={actions} />
    </>
  );
}
