import { i18n } from "#i18n";
import { authorText, oneLine } from "../../lib/i18n/mention-text.ts";
import type { Mention } from "../../lib/schema/mention.ts";
import { Button } from "../ui/button.tsx";

interface OwnProps {
  mentions: readonly Mention[];
  onGoOn: (mention: Mention) => void;
}

/** Answers that reviewers approved: nothing is left but to post them. */
export function Approved({ mentions, onGoOn }: OwnProps) {
  return (
    <section>
      <h2 data-tone="mine">{i18n.t("popup.approved")}</h2>
      {mentions.map((mention) => (
        <article key={mention.id} class="next stack" data-tone="mine">
          <Quoted mention={mention} />
          <p class="post-text kept-text" dir="auto">
            {mention.draft?.text}
          </p>
          <div class="row">
            <Button look="primary" onClick={() => onGoOn(mention)}>
              {i18n.t("popup.goToPost")}
            </Button>
          </div>
        </article>
      ))}
    </section>
  );
}

/** The member may take no other post for now: the way to the one to finish, or why it is out of their hands. */
export function FinishFirst({ mentions, onGoOn }: OwnProps) {
  const open = mentions.find(({ draft }) => draft?.status !== "in_review");
  if (!open) return <p class="quiet">{i18n.t("popup.withReviewers")}</p>;

  return (
    <section>
      <h2>{i18n.t("popup.finishOne", mentions.length)}</h2>
      <article class="next stack">
        <Quoted mention={open} />
        <div class="row">
          <Button look="primary" onClick={() => onGoOn(open)}>
            {i18n.t("popup.goOn")}
          </Button>
        </div>
      </article>
    </section>
  );
}

function Quoted({ mention }: { mention: Mention }) {
  return (
    <p class="quiet" dir="auto">
      <bdi class="strong">{authorText(mention.author)}</bdi> {oneLine(mention.excerpt, 140)}
    </p>
  );
}
