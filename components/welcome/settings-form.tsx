import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { errorCode, errorText } from "../../lib/i18n/error-text.ts";
import type { Session } from "../../lib/schema/messages.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { SharingChoice } from "./sharing-choice.tsx";
import type { WelcomeActions } from "./welcome.tsx";

interface SettingsFormProps {
  session: Session;
  actions: Pick<WelcomeActions, "choose" | "leave">;
  onSession: (session: Session) => void;
}

/** After joining: change the choice, or leave. */
export function SettingsForm({ session, actions, onSession }: SettingsFormProps) {
  const [sure, setSure] = useState(false);
  const [said, setSaid] = useState<{ text: string; tone: "mine" | "danger" } | null>(null);
  const run = async (work: Promise<Session>, text: string) => {
    try {
      onSession(await work);
      setSaid({ text, tone: "mine" });
    } catch (thrown) {
      setSaid({ text: errorText(errorCode(thrown)), tone: "danger" });
    }
  };
  const names = { name: session.member?.name ?? "", workspace: session.workspace?.name ?? "" };
  return (
    <section class="stack join-form">
      <Notice tone="mine">
        <span class="strong">{i18n.t("welcome.joined", names)}</span> {i18n.t("welcome.joinedHint")}
      </Notice>
      <SharingChoice value={session.sharing} onPick={(sharing) => void run(actions.choose(sharing), i18n.t("welcome.changed"))} />
      <div role="status">{said && <Notice tone={said.tone}>{said.text}</Notice>}</div>
      <div class="row">
        {sure ? (
          <>
            <Button look="danger" onClick={() => void run(actions.leave(), i18n.t("welcome.left"))}>
              {i18n.t("welcome.leaveSure")}
            </Button>
            <Button look="quiet" onClick={() => setSure(false)}>
              {i18n.t("ui.cancel")}
            </Button>
          </>
        ) : (
          <Button look="quiet" onClick={() => setSure(true)}>
            {i18n.t("welcome.leave")}
          </Button>
        )}
      </div>
    </section>
  );
}
