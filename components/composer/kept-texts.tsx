import { Trash2 } from "lucide-preact";
import { i18n } from "#i18n";
import { authorText, oneLine } from "../../lib/i18n/mention-text.ts";
import { keptWords } from "../../lib/schema/limits.ts";
import type { Mention } from "../../lib/schema/mention.ts";
import type { KeptText } from "../../lib/store/kept.ts";
import { Button } from "../ui/button.tsx";
import { CopyText } from "./copy-text.tsx";

interface KeptTextsProps {
  kept: readonly KeptText[];
  mentions: readonly Mention[];
  onDrop: (kept: KeptText) => void;
}

/** What the member wrote for posts that they no longer hold: to copy, or to throw away. */
export function KeptTexts({ kept, mentions, onDrop }: KeptTextsProps) {
  if (kept.length === 0) return null;
  return (
    <ul class="list">
      {kept.map((each) => (
        <li key={each.mentionId} class="kept stack">
          <p class="quiet">{whichText(each, mentions)}</p>
          <p class="post-text kept-text" dir="auto">
            {each.text}
          </p>
          <div class="row">
            <CopyText text={each.text} />
            <Button look="quiet" icon={Trash2} onClick={() => onDrop(each)}>
              {i18n.t("answer.throwAway")}
            </Button>
          </div>
        </li>
      ))}
    </ul>
  );
}

/** Which post it was for: as it is known now, else as it was when the words were kept. */
function whichText({ mentionId, post }: KeptText, mentions: readonly Mention[]): string {
  const mention = mentions.find(({ id }) => id === mentionId);
  if (mention) return i18n.t("answer.keptFor", { who: authorText(mention.author), text: oneLine(mention.excerpt, keptWords) });
  return post
    ? i18n.t("answer.keptFor", { who: authorText(post.author), text: oneLine(post.words, keptWords) })
    : i18n.t("answer.keptGone");
}
