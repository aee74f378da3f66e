import type { Ref } from "preact";
import { i18n } from "#i18n";
import { languageText } from "../../lib/i18n/language-text.ts";
import { authorText } from "../../lib/i18n/mention-text.ts";
import type { Mention } from "../../lib/schema/mention.ts";
import { Button } from "../ui/button.tsx";
import { Others, type OthersProps } from "../ui/others.tsx";
import { TakeButton } from "../ui/take-button.tsx";
import { Why } from "../ui/why.tsx";
import { ClockText } from "./clock-text.tsx";

interface NextCardProps {
  mention: Mention;
  nowMs: number;
  others: OthersProps["people"];
  isBusy: boolean;
  isOffline: boolean;
  cardRef: Ref<HTMLElement>;
  onTake: () => void;
  /** Shows the one after it; left out when there is none. */
  onAnother?: (() => void) | undefined;
  onPass: () => void;
}

/** A post that waits, why it is offered, and what one can do with it. */
export function NextCard({ mention, nowMs, others, isBusy, isOffline, cardRef, onTake, onAnother, onPass }: NextCardProps) {
  const language = languageText(mention.triage.lang);
  return (
    <article ref={cardRef} class="next stack" aria-label={i18n.t("popup.next")} tabIndex={-1}>
      <p class="row head-line quiet">
        <bdi class="strong line-cut next-author">{authorText(mention.author)}</bdi>
        {language !== null && <span>{language}</span>}
        <ClockText mention={mention} nowMs={nowMs} />
      </p>
      <p class="post-text next-text" dir="auto">
        {mention.excerpt}
      </p>
      <Why mention={mention} />
      <Others people={others} />
      <TakeButton isBusy={isBusy} isOffline={isOffline} onTake={onTake} />
      <div class="row row-quiet">
        {onAnother && (
          <Button look="quiet" onClick={onAnother}>
            {i18n.t("popup.another")}
          </Button>
        )}
        <Button look="quiet" onClick={onPass}>
          {i18n.t("popup.notForMe")}
        </Button>
      </div>
    </article>
  );
}
