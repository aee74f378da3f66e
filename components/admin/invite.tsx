import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { askedErrorText } from "../../lib/i18n/asked-error-text.ts";
import { errorCode } from "../../lib/i18n/error-text.ts";
import { timeText } from "../../lib/i18n/moment-text.ts";
import type { ErrorCode } from "../../lib/schema/errors.ts";
import type { Role } from "../../lib/schema/roles.ts";
import type { Invitation } from "../../lib/schema/workspace.ts";
import { Button } from "../ui/button.tsx";
import { Choice } from "../ui/choice.tsx";
import { Notice } from "../ui/notice.tsx";
import { Toast, useToast } from "../ui/toast.tsx";
import { WayIn } from "../ui/way-in.tsx";
import type { InvitationActions } from "./actions.ts";
import { InviteFile } from "./invite-file.tsx";
import { InvitationList } from "./invite-list.tsx";
import { TermsForm, usesOf, usualTerms } from "./invite-terms.tsx";
import { useInvitations } from "./use-invitations.ts";

interface InviteProps {
  actions: InvitationActions;
  /** As what one may invite. */
  roles: readonly Role[];
  onCopy: (text: string) => Promise<void>;
  /** Downloads a file with this name and text. */
  onSave: (name: string, text: string) => void;
}

/** Whom one invites; somebody known needs no review. */
const guests = {
  advocate: { role: "advocate", level: 0 },
  known: { role: "advocate", level: 1 },
  moderator: { role: "moderator", level: 1 },
  keyword_editor: { role: "keyword_editor", level: 1 },
  analyst: { role: "analyst", level: 0 },
  staff: { role: "staff", level: 0 },
  admin: { role: "admin", level: 0 },
} as const;
type Guest = keyof typeof guests;
const order = Object.keys(guests) as Guest[];

/** An invitation as it was made, with how many may use it. */
interface Made extends Invitation {
  readonly uses: number;
}

/** Whom one invites and how, and the invitation as it was made. */
function useInviting(make: InvitationActions["make"], onMade: () => Promise<void>) {
  const [guest, setGuest] = useState<Guest>("advocate");
  const [terms, setTerms] = useState(usualTerms);
  const [made, setMade] = useState<Made | null>(null);
  const [problem, setProblem] = useState<ErrorCode | null>(null);
  const uses = usesOf(terms);
  const invite = async () => {
    if (uses === null) return;
    setProblem(null);
    try {
      const { hours, languages } = terms;
      setMade({ ...(await make({ ...guests[guest], hours, uses, note: terms.note.trim(), languages: [...languages] })), uses });
      await onMade();
    } catch (thrown) {
      setProblem(errorCode(thrown));
    }
  };
  return { guest, setGuest, terms, setTerms, made, problem, invite, isOff: uses === null };
}

/** Makes an invitation, whose link is shown this once; and below it those that are open. */
export function Invite({ actions, roles, onCopy, onSave }: InviteProps) {
  const invitations = useInvitations(actions);
  const { guest, setGuest, terms, setTerms, made, problem, invite, isOff } = useInviting(actions.make, invitations.load);
  const { toast, run } = useToast();
  return (
    <div class="stack invite">
      <p class="quiet lead">{i18n.t("people.hint")}</p>
      <Choice
        label={i18n.t("people.role")}
        value={guest}
        onPick={setGuest}
        options={order
          .filter((name) => roles.includes(guests[name].role))
          .map((name) => ({
            value: name,
            text: name === "known" ? i18n.t("people.known") : i18n.t(`role.${name}`),
            hint: i18n.t(`people.${name}Hint`),
          }))}
      />
      <TermsForm terms={terms} onChange={setTerms} />
      <div class="row">
        <Button look="primary" off={isOff} onClick={() => void invite()}>
          {i18n.t("people.make")}
        </Button>
      </div>
      {problem !== null && <Notice tone="danger">{askedErrorText(problem)}</Notice>}
      {made && (
        <WayIn
          made={made}
          label={i18n.t("people.link")}
          hint={`${i18n.t("people.once", made.uses)} ${i18n.t("people.until", { time: timeText(made.expiresAt) })}`}
          onCopy={onCopy}
        />
      )}
      <InviteFile make={actions.make} open={invitations.open} hours={terms.hours} onMade={invitations.load} onSave={onSave} />
      <InvitationList
        open={invitations.open}
        problem={invitations.problem}
        onRetry={() => void invitations.load()}
        onTakeBack={(id) => void run(invitations.takeBack(id), { text: i18n.t("people.takenBack") }, askedErrorText)}
      />
      <Toast toast={toast} />
    </div>
  );
}
