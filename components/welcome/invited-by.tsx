import { useEffect, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { askedErrorText } from "../../lib/i18n/asked-error-text.ts";
import { errorCode } from "../../lib/i18n/error-text.ts";
import type { ErrorCode } from "../../lib/schema/errors.ts";
import type { InvitationFrom } from "../../lib/schema/invitations.ts";
import { CommunityMark } from "../ui/brand-mark.tsx";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import type { WelcomeActions } from "./actions.ts";

interface WhoseProps {
  /** As it was pasted. */
  invitation: string;
  whose: WelcomeActions["whose"];
}

/** What the server said of the invitation that stands in the box; another text there forgets it. */
function useWhose({ invitation, whose }: WhoseProps) {
  const [from, setFrom] = useState<InvitationFrom | null>(null);
  const [problem, setProblem] = useState<ErrorCode | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was said is of the former text
  useEffect(() => {
    setFrom(null);
    setProblem(null);
  }, [invitation]);
  const look = async () => {
    setProblem(null);
    try {
      setFrom(await whose(invitation.trim()));
    } catch (thrown) {
      setProblem(errorCode(thrown));
    }
  };
  return { from, problem, look };
}

/** Whose community it is, for who wants to know before they agree to anything: nothing is asked before they press. */
export function InvitedBy(props: WhoseProps) {
  const { from, problem, look } = useWhose(props);
  if (props.invitation.trim() === "") return null;
  return (
    <div class="stack" aria-live="polite">
      {from === null && (
        <div class="row">
          <Button onClick={() => void look()}>{i18n.t("welcome.whose")}</Button>
        </div>
      )}
      {from === null && problem === null && <p class="hint">{i18n.t("welcome.whoseHint")}</p>}
      {problem !== null && <Notice tone="danger">{askedErrorText(problem)}</Notice>}
      {from !== null && (
        <div class="row whose">
          <CommunityMark mark={from.mark} size={40} />
          <p class="grow">
            <span class="quiet">{i18n.t("welcome.whoseIs")}</span> <bdi class="strong">{from.name}</bdi>
            <br />
            <span class="quiet">{i18n.t("welcome.whoseAt", { host: from.host })}</span>
          </p>
        </div>
      )}
      {from?.forum && (
        <p>
          {!from.onlyForum && <span class="quiet">{i18n.t("welcome.orForum")} </span>}
          <a href={from.forum.link} target="_blank" rel="noopener">
            {i18n.t("welcome.withForum", { forum: from.forum.name })}
          </a>
          <br />
          <span class="hint">{i18n.t("welcome.withForumHint")}</span>
        </p>
      )}
    </div>
  );
}
