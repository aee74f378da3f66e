import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { askedErrorText } from "../../lib/i18n/asked-error-text.ts";
import { languageText } from "../../lib/i18n/language-text.ts";
import { commaList } from "../../lib/i18n/list-text.ts";
import { personName } from "../../lib/i18n/mention-text.ts";
import { timeText } from "../../lib/i18n/moment-text.ts";
import { roleText } from "../../lib/i18n/role-text.ts";
import type { ErrorCode } from "../../lib/schema/errors.ts";
import type { OpenInvitation } from "../../lib/schema/invitations.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { Question } from "../ui/question.tsx";

interface InvitationListProps {
  /** Null until they were read. */
  open: readonly OpenInvitation[] | null;
  problem: ErrorCode | null;
  onTakeBack: (id: string) => void;
  onRetry: () => void;
}

/** The invitations that may still be used; each can be taken back, after a question. */
export function InvitationList({ open, problem, onTakeBack, onRetry }: InvitationListProps) {
  const [asked, setAsked] = useState<string | null>(null);
  return (
    <section class="stack">
      <h3>{i18n.t("people.open")}</h3>
      {problem !== null && (
        <>
          <Notice tone="danger">{askedErrorText(problem)}</Notice>
          <div class="row">
            <Button onClick={onRetry}>{i18n.t("popup.retry")}</Button>
          </div>
        </>
      )}
      {open === null && problem === null && <p class="quiet">{i18n.t("ui.loading")}</p>}
      {open?.length === 0 && <p class="quiet">{i18n.t("people.openNone")}</p>}
      {open !== null && open.length > 0 && (
        <ul class="list">
          {open.map((invitation) => (
            <li key={invitation.id} class="stack open-invitation">
              <Line invitation={invitation} isAsked={asked === invitation.id} onAsk={() => setAsked(invitation.id)} />
              {asked === invitation.id && (
                <Question
                  text={i18n.t("people.takeBackAsk")}
                  sure={i18n.t("people.takeBackSure")}
                  off={false}
                  onSure={() => {
                    setAsked(null);
                    onTakeBack(invitation.id);
                  }}
                  onCancel={() => setAsked(null)}
                />
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** For whom an invitation is. */
function guestText({ role, level, forMember }: OpenInvitation): string {
  if (forMember !== null) return i18n.t("people.forDevice", { who: personName(forMember) });
  return level > 0 ? i18n.t("people.known") : roleText(role);
}

function Line({ invitation, isAsked, onAsk }: { invitation: OpenInvitation; isAsked: boolean; onAsk: () => void }) {
  const { note, by, expiresAt, used, uses, languages } = invitation;
  const facts = [
    by === null ? i18n.t("people.byServer") : i18n.t("people.by", { who: personName(by) }),
    i18n.t("people.expires", { time: timeText(expiresAt) }),
    i18n.t("people.usedOf", { used, uses }),
    ...(languages.length > 0 ? [i18n.t("people.reads", { languages: commaList(languages.map((tag) => languageText(tag) ?? tag)) })] : []),
  ];
  return (
    <div class="row">
      <div class="grow">
        <p>
          <span class="strong">{guestText(invitation)}</span>
          {note !== "" && (
            <>
              {" · "}
              <bdi>{note}</bdi>
            </>
          )}
        </p>
        <p class="hint">{facts.join(" · ")}</p>
      </div>
      {!isAsked && <Button onClick={onAsk}>{i18n.t("people.takeBack")}</Button>}
    </div>
  );
}
