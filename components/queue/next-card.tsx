import { i18n } from "#i18n";
import { languageText } from "../../lib/i18n/language-text.ts";
import { authorText, whyLine } from "../../lib/i18n/mention-text.ts";
import type { Mention } from "../../lib/schema/mention.ts";
import { Button } from "../ui/button.tsx";
import { ClockText } from "./clock-text.tsx";

interface NextCardProps {
  mention: Mention;
  nowMs: number;
  busy: boolean;
  onTake: () => void;
}

/** The one post that wants this member most, and one button. */
export function NextCard({ mention, nowMs, busy, onTake }: NextCardProps) {
  const language = languageText(mention.triage.lang);
  return (
    <article class="next stack" aria-label={i18n.t("popup.next")}>
      <p class="row head-line quiet">
        <span class="strong line-cut next-author" dir="auto">
          {authorText(mention.author)}
        </span>
        {language !== null && <span>{language}</span>}
        <ClockText mention={mention} nowMs={nowMs} />
      </p>
      <p class="post-text next-text" dir="auto">
        {mention.excerpt}
      </p>
      <p class="quiet">{whyLine(mention)}</p>
      <div class="row">
        <Button look="primary" off={busy} onClick={onTake}>
          {i18n.t("answer.take")}
        </Button>
      </div>
    </article>
  );
}
