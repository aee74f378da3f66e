import { i18n } from "#i18n";
import { askedErrorText } from "../../lib/i18n/asked-error-text.ts";
import type { Session } from "../../lib/schema/messages.ts";
import type { Member } from "../../lib/schema/workspace.ts";
import type { StoreState } from "../../lib/state/store-state.ts";
import { PageHead } from "../queue/page-head.tsx";
import { Leaves } from "../share/leaves.tsx";
import { SharingChoice } from "../share/sharing-choice.tsx";
import { NotJoined } from "../ui/not-joined.tsx";
import { Toast, useToast } from "../ui/toast.tsx";
import { exampleSighting } from "../welcome/example.ts";
import type { SettingsActions } from "./actions.ts";
import { Devices } from "./devices.tsx";
import { Keeps } from "./keeps.tsx";
import { LanguageChoice } from "./language-choice.tsx";
import { LeaveSection } from "./leave.tsx";
import { NameField } from "./own-name.tsx";

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
  return (
    <>
      <PageHead name={community} outbox={outbox} />
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
        <NameField name={member.name} onRename={(name) => save(actions.rename(name))} />
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
