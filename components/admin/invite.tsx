import { Check, Copy } from "lucide-preact";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { askedErrorText } from "../../lib/i18n/asked-error-text.ts";
import { errorCode } from "../../lib/i18n/error-text.ts";
import { timeText } from "../../lib/i18n/time-text.ts";
import type { ErrorCode } from "../../lib/schema/errors.ts";
import type { Role } from "../../lib/schema/roles.ts";
import type { Invitation, StartLevel } from "../../lib/schema/workspace.ts";
import { Button } from "../ui/button.tsx";
import { Choice } from "../ui/choice.tsx";
import { Notice } from "../ui/notice.tsx";

interface InviteProps {
  /** `level`: the trust that an advocate begins with. */
  onInvite: (role: Role, level: StartLevel) => Promise<Invitation>;
  onCopy: (text: string) => Promise<void>;
}

/** Whom one invites; somebody known needs no review. */
const guests = {
  advocate: { role: "advocate", level: 0 },
  known: { role: "advocate", level: 1 },
  staff: { role: "staff", level: 0 },
  admin: { role: "admin", level: 0 },
} as const;
type Guest = keyof typeof guests;
const order: readonly Guest[] = ["advocate", "known", "staff", "admin"];

/** Whom one invites, the invitation as it was made, and whether its link was copied. */
function useInviting({ onInvite, onCopy }: InviteProps) {
  const [guest, setGuest] = useState<Guest>("advocate");
  const [made, setMade] = useState<Invitation | null>(null);
  const [copied, setCopied] = useState(false);
  const [problem, setProblem] = useState<ErrorCode | null>(null);
  const run = async (work: () => Promise<void>) => {
    setProblem(null);
    await work().catch((thrown) => setProblem(errorCode(thrown)));
  };
  const make = () =>
    run(async () => {
      setCopied(false);
      const { role, level } = guests[guest];
      setMade(await onInvite(role, level));
    });
  const copy = (link: string) =>
    run(async () => {
      await onCopy(link);
      setCopied(true);
    });
  return { guest, setGuest, made, copied, problem, make, copy };
}

/** Makes an invitation; its link is shown this once. */
export function Invite(props: InviteProps) {
  const { guest, setGuest, made, copied, problem, make, copy } = useInviting(props);
  return (
    <div class="stack invite">
      <p class="quiet lead">{i18n.t("people.hint")}</p>
      <Choice
        label={i18n.t("people.role")}
        value={guest}
        onPick={setGuest}
        options={order.map((name) => ({
          value: name,
          text: name === "known" ? i18n.t("people.known") : i18n.t(`role.${name}`),
          hint: i18n.t(`people.${name}Hint`),
        }))}
      />
      <div class="row">
        <Button look="primary" onClick={() => void make()}>
          {i18n.t("people.make")}
        </Button>
      </div>
      {problem !== null && <Notice tone="danger">{askedErrorText(problem)}</Notice>}
      {made && <Link made={made} isCopied={copied} onCopy={() => void copy(made.link)} />}
    </div>
  );
}

/** The invitation's link, how long it holds, and that it is not shown again. */
function Link({ made, isCopied, onCopy }: { made: Invitation; isCopied: boolean; onCopy: () => void }) {
  return (
    <div class="field" role="status">
      <label class="field-label" for="invitation">
        {i18n.t("people.link")}
      </label>
      <div class="row">
        <input id="invitation" class="input grow" dir="ltr" readOnly value={made.link} onFocus={(event) => event.currentTarget.select()} />
        <Button icon={isCopied ? Check : Copy} onClick={onCopy}>
          {isCopied ? i18n.t("ui.copied") : i18n.t("ui.copy")}
        </Button>
      </div>
      <p class="hint">
        {i18n.t("people.once")} {i18n.t("people.until", { time: timeText(made.expiresAt) })}
      </p>
    </div>
  );
}
