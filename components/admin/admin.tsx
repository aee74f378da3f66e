import type { ReadonlySignal } from "@preact/signals";
import {
  Bell,
  BookOpen,
  ChartLine,
  LayoutDashboard,
  type LucideIcon,
  MessageSquareQuote,
  MessagesSquare,
  OctagonX,
  Plug,
  ScrollText,
  SlidersHorizontal,
  Sparkle,
  Tag,
  Timer,
  UsersRound,
  UserX,
} from "lucide-preact";
import { useMemo, useRef } from "preact/hooks";
import { i18n } from "#i18n";
import { type AdminPart, partsFor } from "../../lib/schema/admin-parts.ts";
import { noAlertRules } from "../../lib/schema/alert-choices.ts";
import type { Session } from "../../lib/schema/messages.ts";
import { can, isRole, rolesToGive } from "../../lib/schema/roles.ts";
import type { TriageSettings } from "../../lib/schema/triage-settings.ts";
import type { KnowledgeItem, Member, Workspace } from "../../lib/schema/workspace.ts";
import { memberOf } from "../../lib/state/selectors.ts";
import type { Outbox, StoreState } from "../../lib/state/store-state.ts";
import type { TriageModel } from "../../lib/triage/model/asset.ts";
import { AlertRulesPage } from "../alerts/alert-rules.tsx";
import { BrakeRulesForm } from "../brake/brake-rules-form.tsx";
import { BrakeSection } from "../brake/brake-section.tsx";
import { BrandPage } from "../brand/brand-page.tsx";
import { ClockForm } from "../clock/clock-form.tsx";
import { FiguresPage } from "../figures/figures-page.tsx";
import { ForumPage } from "../forum/forum-page.tsx";
import { Integrations } from "../integrations/integrations.tsx";
import { Trouble } from "../integrations/trouble.tsx";
import { KeywordLists } from "../keywords/keyword-lists.tsx";
import { Knowledge } from "../knowledge/knowledge.tsx";
import { PeoplePage, type PeoplePageProps } from "../people/people-page.tsx";
import { Connection } from "../queue/connection.tsx";
import { LogPage } from "../rights/audit-page.tsx";
import { EraseSection } from "../rights/erase-section.tsx";
import { LevelRulesForm } from "../rules/level-rules-form.tsx";
import { LookRulesForm } from "../rules/look-rules-form.tsx";
import { ModelForm } from "../rules/model-form.tsx";
import { ReplyRules } from "../rules/reply-rules.tsx";
import { RetentionForm } from "../rules/retention-form.tsx";
import { RulesEditor } from "../rules/rules-editor.tsx";
import { UnreadNote } from "../triage/drift-notes.tsx";
import { CommunityMark } from "../ui/brand-mark.tsx";
import type { EditsMemory } from "../ui/edits-memory.ts";
import { Icon } from "../ui/icon.tsx";
import { NotJoined } from "../ui/not-joined.tsx";
import type { AdminActions } from "./actions.ts";
import { Invite } from "./invite.tsx";
import { Overview } from "./overview.tsx";

interface AdminProps {
  state: StoreState;
  knowledge: ReadonlySignal<readonly KnowledgeItem[]>;
  actions: AdminActions;
  memory: EditsMemory;
  part: AdminPart;
  /** Null while it is read, and when it is missing or damaged. */
  model: ReadonlySignal<TriageModel | null>;
}

const icons: Record<AdminPart, LucideIcon> = {
  overview: LayoutDashboard,
  figures: ChartLine,
  brake: OctagonX,
  brand: Sparkle,
  keywords: Tag,
  rules: SlidersHorizontal,
  knowledge: BookOpen,
  answering: MessageSquareQuote,
  people: UsersRound,
  clock: Timer,
  alerts: Bell,
  integrations: Plug,
  forum: MessagesSquare,
  audit: ScrollText,
  data: UserX,
};

/** The whole admin page; `part` comes from the address, so that back and reload work. */
export function Admin(props: AdminProps) {
  const { state, actions } = props;
  const session = state.session.value;
  if (session === null) return null;
  const member = memberOf(session);
  if (member === null)
    return <NotJoined session={session} left={state.left.value} why={i18n.t("popup.join")} onJoin={actions.openWelcome} />;
  const parts = partsFor(member);
  const part = parts.find((each) => each === props.part) ?? parts[0];
  if (part === undefined) return <p class="empty quiet">{i18n.t(isRole(member.role) ? "admin.notAdmin" : "role.unknownHint")}</p>;
  return (
    <div class="admin">
      <Nav workspace={session.workspace} parts={parts} part={part} outbox={state.outbox.value} />
      <main class="admin-main">
        <h1>{i18n.t(`admin.${part}`)}</h1>
        <UnreadNote unread={state.unread.value} />
        <Part {...props} part={part} session={session} member={member} />
      </main>
    </div>
  );
}

interface NavProps {
  workspace: Workspace | null;
  parts: readonly AdminPart[];
  part: AdminPart;
  outbox: Outbox;
}

function Nav({ workspace, parts, part, outbox }: NavProps) {
  return (
    <nav class="admin-nav" aria-label={i18n.t("admin.title")}>
      <p class="row admin-name">
        <CommunityMark mark={workspace?.brand?.mark} />
        <span class="strong line-cut grow" dir="auto">
          {workspace?.name}
        </span>
      </p>
      {parts.map((each) => (
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
function Part(props: AdminProps & { session: Session; member: Member }) {
  const { state, knowledge, actions, part, session, member } = props;
  const away = state.outbox.value.problem;
  const isOffline = away === "server_unreachable";
  if (part === "overview") {
    return (
      <>
        {can(member, "manageIntegrations") && <Trouble list={actions.integrations.list} />}
        <Overview {...{ actions, away }} drifts={state.drifts.value} items={knowledge.value} parts={partsFor(member)} />
      </>
    );
  }
  if (part === "figures") return <FiguresPage actions={actions.periods} away={away} onSave={actions.save} />;
  if (part === "keywords") return <KeywordsPart {...props} settings={session.workspace?.triage} isOffline={isOffline} />;
  if (part === "integrations") return <Integrations actions={actions.integrations} newId={actions.newId} server={session.server} />;
  if (part === "forum") return <ForumPage actions={actions.forum} onCopy={actions.copy} />;
  if (part === "data") return <EraseSection actions={actions.rights} />;
  if (part === "audit") return <LogPage actions={actions.rights} onSave={actions.save} />;
  if (part === "knowledge") return <Knowledge items={knowledge.value} actions={actions} />;
  if (part === "brake") {
    return (
      <>
        <BrakeSection brake={session.workspace?.brake ?? null} onBrake={actions.setBrake} />
        {session.workspace && <BrakeRulesForm rules={session.workspace.brakeRules} onSave={actions.setBrakeRules} />}
      </>
    );
  }
  if (part === "people") {
    const [nowMs, moved] = [state.nowMs.value, state.peopleMoved.value];
    return <PeoplePart {...{ actions, nowMs, moved }} me={member} terms={session.workspace ?? {}} />;
  }
  return session.workspace && <OfWorkspace {...props} workspace={session.workspace} isOffline={isOffline} />;
}

/** The lists, with what scores the posts that they are tried on. */
function KeywordsPart({
  state,
  model,
  memory,
  actions,
  settings,
  isOffline,
}: AdminProps & { settings: TriageSettings | undefined; isOffline: boolean }) {
  const scoring = useMemo(() => ({ settings, model, nowMs: () => state.nowMs.peek() }), [settings, model, state]);
  return <KeywordLists lists={state.lists.value} mentions={state.mentions.value} {...{ scoring, memory, isOffline, actions }} />;
}

interface PeoplePartProps extends Pick<PeoplePageProps, "me" | "terms" | "nowMs" | "moved"> {
  actions: AdminActions;
}

/** Who is there, and below it the way to invite more for who may. */
function PeoplePart({ actions, ...page }: PeoplePartProps) {
  const { me, terms } = page;
  const invite = useRef<HTMLHeadingElement>(null);
  if (!can(me, "managePeople")) return <PeoplePage actions={actions.people} {...page} onInvite={null} />;
  return (
    <>
      <PeoplePage actions={actions.people} {...page} onInvite={() => invite.current?.focus()} />
      <section class="stack people-invite" aria-labelledby="invite-title">
        <h2 ref={invite} id="invite-title" tabIndex={-1}>
          {i18n.t("members.invite")}
        </h2>
        <Invite actions={actions.invitations} roles={rolesToGive(me)} onCopy={actions.copy} onSave={actions.save} />
      </section>
      <LevelRulesForm rules={terms.levels} onSave={actions.setLevels} />
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
  if (part === "alerts") return <AlertRulesPage rules={workspace.alerts ?? noAlertRules} onRules={actions.setAlertRules} />;
  if (part === "rules") {
    return (
      <RulesEditor
        live={workspace.triage}
        calibration={workspace.calibration}
        mentions={state.mentions.value}
        {...{ nowMs, memory, isOffline }}
        model={model.value}
        push={actions.pushRules}
      />
    );
  }
  if (part === "brand") return <BrandPage workspace={workspace} actions={actions} onRules={actions.setRules} readGaps={actions.readGaps} />;
  return (
    <>
      <ReplyRules workspace={workspace} onRules={actions.setRules} />
      <LookRulesForm looks={workspace.looks} onSave={actions.setLooks} />
      <RetentionForm retention={workspace.retention} onSave={actions.setRetention} />
      <ModelForm actions={actions} />
    </>
  );
}
