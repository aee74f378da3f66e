import { UserRound } from "lucide-preact";
import { i18n } from "#i18n";
import { askedErrorText } from "../../lib/i18n/asked-error-text.ts";
import type { Session } from "../../lib/schema/messages.ts";
import { takesBreak } from "../../lib/schema/profile.ts";
import { can } from "../../lib/schema/roles.ts";
import type { Member } from "../../lib/schema/workspace.ts";
import { heldBy } from "../../lib/state/selectors.ts";
import type { StoreState } from "../../lib/state/store-state.ts";
import { topicsOf } from "../../lib/state/topics.ts";
import { AlertSection } from "../alerts/alert-section.tsx";
import { BreakSection } from "../break/break-section.tsx";
import { PageHead } from "../queue/page-head.tsx";
import { Leaves } from "../share/leaves.tsx";
import { SharingChoice } from "../share/sharing-choice.tsx";
import { Button } from "../ui/button.tsx";
import { NameField } from "../ui/name-field.tsx";
import { NotJoined } from "../ui/not-joined.tsx";
import { Toast, useToast } from "../ui/toast.tsx";
import { exampleSighting } from "../welcome/example.ts";
import type { SettingsActions } from "./actions.ts";
import { Devices } from "./devices.tsx";
import { Keeps } from "./keeps.tsx";
import { LanguageChoice } from "./language-choice.tsx";
import { LeaveSection } from "./leave.tsx";
import { SiteChoices } from "./site-choices.tsx";
import { SpokenLanguage } from "./spoken-language.tsx";
import { ThemeChoice } from "./theme-choice.tsx";
import { TopicChoice } from "./topic-choice.tsx";

interface SettingsProps {
  state: Pick<StoreState, "session" | "left" | "mentions" | "lists" | "outbox" | "nowMs">;
  actions: SettingsActions;
  /** What the member reads as the browser says, as primary tags. */
  languages: readonly string[];
}

/** The settings page: live, so that what is changed or left elsewhere shows here too. */
export function Settings({ state, actions, languages }: SettingsProps) {
  const session = state.session.value;
  if (session === null) return null;
  if (session.member === null)
    return <NotJoined session={session} left={state.left.value} why={i18n.t("settings.join")} onJoin={actions.openWelcome} />;
  return <Joined {...{ state, actions, languages, session }} member={session.member} />;
}

type JoinedProps = SettingsProps & { session: Session; member: Member };

function Joined({ state, actions, languages, session, member }: JoinedProps) {
  const { toast, run } = useToast();
  const save = (work: Promise<unknown>) => void run(work.then(), { text: i18n.t("settings.saved") });
  const outbox = state.outbox.value;
  const community = session.workspace?.name ?? "";
  const { profile } = member;
  return (
    <>
      <PageHead workspace={session.workspace} outbox={outbox} />
      <main class="settings">
        <h1>{i18n.t("settings.title")}</h1>
        <section class="stack">
          <SharingChoice value={session.sharing} onPick={(sharing) => save(actions.choose(sharing))} />
          <details>
            <summary>{i18n.t("welcome.leaves")}</summary>
            <p>{i18n.t("welcome.leavesText")}</p>
            <Leaves sighting={exampleSighting(state.nowMs.value)} />
            <p>{i18n.t("welcome.never")}</p>
          </details>
        </section>
        <LanguageChoice own={session.languages ?? null} browser={languages} onRead={(tags) => save(actions.read(tags))} />
        {profile && (
          <TopicChoice topics={topicsOf(state.lists.value)} own={profile.topics} onKnow={(topics) => save(actions.know(topics))} />
        )}
        <AlertSection actions={actions.alerts} member={member} onSaving={save} />
        {can(member, "answer") && (
          <BreakSection
            actions={actions.breaks}
            away={(takesBreak(member, state.nowMs.value) && profile?.away) || null}
            held={heldBy(state.mentions.value, member.id).length}
            run={run}
          />
        )}
        <SiteChoices actions={actions.sites} onSaving={save} />
        <SpokenLanguage onSpeak={(language) => save(actions.speak(language))} />
        <ThemeChoice />
        <NameField
          label={i18n.t("welcome.name")}
          hint={i18n.t("welcome.nameHint")}
          name={member.name}
          onRename={(name) => save(actions.rename(name))}
        />
        <section class="stack">
          <h2>{i18n.t("settings.work")}</h2>
          <p class="hint">{i18n.t("settings.workHint")}</p>
          <div class="row">
            <Button icon={UserRound} onClick={actions.openYou}>
              {i18n.t("you.title")}
            </Button>
          </div>
        </section>
        <Devices
          actions={actions.devices}
          nowMs={state.nowMs.value}
          onSigningOut={(work) => run(work.then(), { text: i18n.t("settings.deviceSignedOut") }, askedErrorText)}
        />
        <Keeps server={session.server} posts={state.mentions.value.length} lists={state.lists.value.length} outbox={outbox} />
        <LeaveSection community={community} waiting={outbox.waiting} onLeave={(what) => void run(actions.leave(what).then(), null)} />
      </main>
      <Toast toast={toast} />
    </>
  );
}
