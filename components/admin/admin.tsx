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
import { i18n } from "#i18n";
import { managesAnything } from "../../lib/schema/roles.ts";
import type { KnowledgeItem } from "../../lib/schema/workspace.ts";
import type { StoreState } from "../../lib/state/store-state.ts";
import type { TriageModel } from "../../lib/triage/model/asset.ts";
import { ClockForm } from "../clock/clock-form.tsx";
import { Integrations } from "../integrations/integrations.tsx";
import { Trouble } from "../integrations/trouble.tsx";
import { KeywordLists } from "../keywords/keyword-lists.tsx";
import { Knowledge } from "../knowledge/knowledge.tsx";
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
export function Admin({ state, knowledge, actions, memory, part, model }: AdminProps) {
  const session = state.session.value;
  if (session === null) return null;
  if (session.member === null) return <NotJoined left={state.left.value} why={i18n.t("popup.join")} onJoin={actions.openWelcome} />;
  if (!managesAnything(session.member)) return <p class="empty quiet">{i18n.t("admin.notAdmin")}</p>;
  const isOffline = state.outbox.value.problem === "server_unreachable";
  return (
    <div class="admin">
      <nav class="admin-nav" aria-label={i18n.t("admin.title")}>
        <p class="row admin-name">
          <Mark />
          <span class="strong line-cut grow" dir="auto">
            {session.workspace?.name}
          </span>
        </p>
        {adminParts.map((name) => (
          <a key={name} href={`#${name}`} aria-current={name === part ? "page" : undefined}>
            <Icon of={icons[name]} />
            {i18n.t(`admin.${name}`)}
          </a>
        ))}
        <Connection outbox={state.outbox.value} />
      </nav>
      <main class="admin-main">
        <h1>{i18n.t(`admin.${part}`)}</h1>
        <UnreadNote unread={state.unread.value} />
        {part === "overview" && (
          <>
            <Trouble list={actions.integrations.list} />
            <Overview mentions={state.mentions.value} nowMs={state.nowMs.value} />
          </>
        )}
        {part === "keywords" && (
          <KeywordLists lists={state.lists.value} mentions={state.mentions.value} memory={memory} isOffline={isOffline} actions={actions} />
        )}
        {part === "rules" && session.workspace && (
          <RulesEditor
            live={session.workspace.triage}
            calibration={session.workspace.calibration}
            mentions={state.mentions.value}
            model={model}
            nowMs={state.nowMs.value}
            memory={memory}
            isOffline={isOffline}
            push={actions.pushRules}
          />
        )}
        {part === "clock" && session.workspace && (
          <ClockForm clock={session.workspace.clock} nowMs={state.nowMs.value} onSave={actions.saveClock} />
        )}
        {part === "integrations" && <Integrations actions={actions.integrations} newId={actions.newId} server={session.server} />}
        {part === "knowledge" && <Knowledge items={knowledge.value} actions={actions} />}
        {part === "answering" && session.workspace && (
          <>
            <ReplyRules workspace={session.workspace} onRules={actions.setRules} readGaps={actions.readGaps} />
            <ModelForm actions={actions} />
          </>
        )}
        {part === "people" && <Invite onInvite={actions.invite} onCopy={actions.copy} />}
      </main>
    </div>
  );
}
