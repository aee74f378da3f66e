import { Check, X } from "lucide-preact";
import { i18n } from "#i18n";
import { opinionText } from "../../lib/i18n/opinion-text.ts";
import type { Mention } from "../../lib/schema/mention.ts";
import { othersOpinion } from "../../lib/schema/opinions.ts";
import { Button } from "../ui/button.tsx";
import type { RowActions } from "./actions.ts";

/** What a newcomer would do with the post, and the two things that staff can say of it, each with its key. */
export function OpinionWork({ mention, actions }: { mention: Mention; actions: Pick<RowActions, "answerOpinion"> }) {
  const opinion = othersOpinion(mention);
  if (opinion === null) return null;
  return (
    <section class="stack">
      <h3>{i18n.t("opinion.title")}</h3>
      <p>{opinionText(opinion)}</p>
      {opinion.note && (
        <p class="post-text kept-text" dir="auto">
          {opinion.note}
        </p>
      )}
      <div class="row">
        <Button look="primary" icon={Check} shortcut="y" onClick={() => void actions.answerOpinion(mention, true)}>
          {i18n.t("opinion.agree")}
        </Button>
        <Button icon={X} shortcut="b" onClick={() => void actions.answerOpinion(mention, false)}>
          {i18n.t("opinion.decline")}
        </Button>
      </div>
    </section>
  );
}
