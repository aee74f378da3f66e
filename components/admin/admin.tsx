import type { ReadonlySignal } from "@preact/signals";
import { BookOpen, LayoutDashboard, type LucideIcon, MessageSquareQuote, Tag, UsersRound } from "lucide-preact";
import { i18n } from "#i18n";
import type { KeywordListHead } from "../../lib/schema/keywords.ts";
import type { MessageArgs } from "../../lib/schema/messages.ts";
import type { Answering, Invitation, KnowledgeItem, Role } from "../../lib/schema/workspace.ts";
import type { StoreState } from "../../lib/state/store-state.ts";
import type { EditsMemory } from "../keywords/edits-memory.ts";
import { KeywordLists } from "../keywords/keyword-lists.tsx";
import { Knowledge, type KnowledgeActions } from "../knowledge/knowledge.tsx";
import { Connection } from "../queue/connection.tsx";
import { type ModelActions, ModelForm } from "../rules/model-form.tsx";
import { ReplyRules } from "../rules/reply-rules.tsx";
import { Icon } from "../ui/icon.tsx";
import { Mark } from "../ui/mark.tsx";
import { Invite } from "./invite.tsx";
import { Overview } from "./overview.tsx";

export const adminParts = ["overview", "keywords", "knowledge", "answering", "people"] as const;
export type AdminPart = (typeof adminParts)[number];

/** What the admin page asks of the background. Both reject with why not. */
export interface AdminActions extends KnowledgeActions, ModelActions {
  push(args: MessageArgs<"keywords.push">): Promise<KeywordListHead>;
  invite(role: Role): Promise<Invitation>;
  copy(text: string): Promise<void>;
  setRules(answering: Answering): Promise<unknown>;
}

interface AdminProps {
  state: StoreState;
  knowledge: ReadonlySignal<readonly KnowledgeItem[]>;
  actions: AdminActions;
  memory: EditsMemory;
  part: AdminPart;
}

const icons: Record<AdminPart, LucideIcon> = {
  overview: LayoutDashboard,
  keywords: Tag,
  knowledge: BookOpen,
  answering: MessageSquareQuote,
  people: UsersRound,
};

/** The whole admin page; `part` comes from the address, so that back and reload work. */
export function Admin({ state, knowledge, actions, memory, part }: AdminProps) {
  const session = state.session.value;
  if (session === null) return null;
  if (session.member?.role !== "admin") return <p class="empty quiet">{i18n.t("admin.notAdmin")}</p>;
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
        {part === "overview" && <Overview mentions={state.mentions.value} nowMs={state.nowMs.value} />}
        {part === "keywords" && (
          <KeywordLists lists={state.lists.value} mentions={state.mentions.value} memory={memory} actions={actions} />
        )}
        {part === "knowledge" && <Knowledge items={knowledge.value} actions={actions} />}
        {part === "answering" && session.workspace && (
          <>
            <ReplyRules workspace={session.workspace} onRules={actions.setRules} />
            <ModelForm actions={actions} />
          </>
        )}
        {part === "people" && <Invite onInvite={actions.invite} onCopy={actions.copy} />}
      </main>
    </div>
  );
}
