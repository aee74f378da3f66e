import { useEffect, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { errorCode, errorText } from "../../lib/i18n/error-text.ts";
import { authorText, oneLine } from "../../lib/i18n/mention-text.ts";
import { reasonSentence } from "../../lib/i18n/reason-sentence.ts";
import type { Mention } from "../../lib/schema/mention.ts";
import type { NextOffer } from "../../lib/schema/messages.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";

/** The way from one post to the next. */
export interface NextPostProps {
  get: () => Promise<NextOffer>;
  /** Goes to the post and opens its card there. Rejects with why not. */
  open: (mention: Mention) => Promise<void>;
}

/** After an answer: the next post that wants this member, or that none does. */
export function NextPost({ get, open }: NextPostProps) {
  const [offer, setOffer] = useState<NextOffer | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, when the answer was posted
  useEffect(() => {
    // What comes next is an extra: without it the answer was posted all the same.
    get().then(setOffer, () => {});
  }, []);
  if (offer === null) return null;
  const { mention, isFull } = offer;
  if (mention === null) return <p class="quiet">{isFull ? i18n.t("card.nextFull") : i18n.t("card.nextNone")}</p>;
  const go = () => {
    setProblem(null);
    open(mention).catch((thrown) => setProblem(errorText(errorCode(thrown))));
  };
  return (
    <section class="stack" aria-label={i18n.t("popup.next")}>
      <p>{i18n.t("card.next", { reason: reasonSentence(mention) })}</p>
      <p class="card-post quiet" dir="auto">
        <bdi class="strong">{authorText(mention.author)}</bdi> {oneLine(mention.excerpt, 160)}
      </p>
      {problem !== null && <Notice tone="danger">{problem}</Notice>}
      <div class="row">
        <Button look="primary" onClick={go}>
          {i18n.t("popup.goToPost")}
        </Button>
      </div>
    </section>
  );
}
