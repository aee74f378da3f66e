import { useRef, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { askedErrorText } from "../../lib/i18n/asked-error-text.ts";
import { errorCode } from "../../lib/i18n/error-text.ts";
import type { ErrorCode } from "../../lib/schema/errors.ts";
import { longestName } from "../../lib/schema/limits.ts";
import type { Session } from "../../lib/schema/messages.ts";
import { SharingChoice } from "../share/sharing-choice.tsx";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import type { WelcomeActions } from "./actions.ts";
import { InvitedBy } from "./invited-by.tsx";

interface JoinFormProps {
  /** The choice made before, if any; nothing is chosen for anybody. */
  sharing: Session["sharing"] | null;
  onJoin: WelcomeActions["join"];
  whose: WelcomeActions["whose"];
}

/** The four things that joining takes, and the joining itself. */
function useJoining({ sharing: chosen, onJoin }: Omit<JoinFormProps, "whose">) {
  const [sharing, setSharing] = useState(chosen);
  const [agreed, setAgreed] = useState(false);
  const [invitation, setInvitation] = useState("");
  const [name, setName] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ErrorCode | null>(null);
  const form = useRef<HTMLElement>(null);
  const parts = [sharing !== null, agreed, invitation.trim() !== "", name.trim() !== ""];
  const isReady = !parts.includes(false);
  /** Moves the focus to the first of the four things that is still missing. */
  const toMissing = () => {
    const groups = ["[type=radio]", "[type=checkbox]", "[type=text]"].map((kind) => form.current?.querySelectorAll<HTMLElement>(kind));
    const [choice, agreement, fields] = groups;
    [choice?.[0], agreement?.[0], fields?.[0], fields?.[1]][parts.indexOf(false)]?.focus();
  };

  const join = async () => {
    if (busy) return;
    if (sharing === null || !isReady) return toMissing();
    setBusy(true);
    setProblem(null);
    try {
      await onJoin(sharing, invitation.trim(), name.trim());
    } catch (thrown) {
      setProblem(errorCode(thrown));
      setBusy(false);
    }
  };
  return { sharing, setSharing, agreed, setAgreed, invitation, setInvitation, name, setName, problem, form, isOff: !isReady || busy, join };
}

/** The choice, the agreement, the invitation and the name: nothing is sent before all four are there. */
export function JoinForm(props: JoinFormProps) {
  const { sharing, setSharing, agreed, setAgreed, invitation, setInvitation, name, setName, ...joining } = useJoining(props);
  const { problem, form, isOff } = joining;
  const join = () => void joining.join();
  return (
    <section ref={form} class="stack join-form">
      <SharingChoice value={sharing} onPick={setSharing} />
      <label class="choice-option">
        <input type="checkbox" checked={agreed} onChange={(event) => setAgreed(event.currentTarget.checked)} />
        <span>{i18n.t("welcome.agree")}</span>
      </label>
      <Field
        label={i18n.t("welcome.invitation")}
        hint={i18n.t("welcome.invitationHint")}
        value={invitation}
        onInput={setInvitation}
        onEnter={join}
      />
      <InvitedBy invitation={invitation} whose={props.whose} />
      <Field
        label={i18n.t("welcome.name")}
        hint={i18n.t("welcome.nameHint")}
        value={name}
        onInput={(value) => setName(value.slice(0, longestName))}
        onEnter={join}
      />
      {problem !== null && (
        <div role="alert">
          <Notice tone="danger">{askedErrorText(problem)}</Notice>
        </div>
      )}
      <div class="row">
        <Button look="primary" off={isOff} onClick={join} whyOff={join}>
          {i18n.t("welcome.joinButton")}
        </Button>
      </div>
    </section>
  );
}
