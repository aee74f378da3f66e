import { useId, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { whyLine } from "../../lib/i18n/mention-text.ts";
import { opinionText } from "../../lib/i18n/opinion-text.ts";
import { reasonSentence } from "../../lib/i18n/reason-sentence.ts";
import type { Mention } from "../../lib/schema/mention.ts";
import { othersOpinion } from "../../lib/schema/opinions.ts";

const allReasons = 12;

/** Why a post is here, as a sentence; its scores and the words that were found only for those who ask. */
export function Why({ mention }: { mention: Mention }) {
  const [asked, setAsked] = useState(false);
  const id = useId();
  const opinion = othersOpinion(mention);
  return (
    <div>
      <p>
        {reasonSentence(mention)}{" "}
        <button type="button" class="link quiet" aria-expanded={asked} aria-controls={id} onClick={() => setAsked(!asked)}>
          {i18n.t("sentence.why")}
        </button>
      </p>
      {opinion && <p class="quiet">{opinionText(opinion)}</p>}
      <p id={id} class="quiet" hidden={!asked}>
        {whyLine(mention, allReasons)}
      </p>
    </div>
  );
}
