import { PenLine } from "lucide-preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { languageText } from "../../lib/i18n/language-text.ts";
import { quotedText } from "../../lib/i18n/list-text.ts";
import { oneLine } from "../../lib/i18n/mention-text.ts";
import type { KnowledgeItem } from "../../lib/schema/workspace.ts";
import { type AskedOften, askedOften, type UnassistedPost } from "../../lib/suggest/asked-often.ts";
import { Button } from "../ui/button.tsx";

/** Posts of each that are shown as examples. */
const examples = 3;

interface AskedOftenListProps {
  items: readonly KnowledgeItem[];
  /** The posts that were answered without an answer on record; never rejects. */
  read: () => Promise<readonly UnassistedPost[]>;
  onWrite: (asked: AskedOften) => void;
}

/** What is asked often and has no answer on record, with examples and the way to write one; nothing where there is none. */
export function AskedOftenList({ items, read, onWrite }: AskedOftenListProps) {
  const [posts, setPosts] = useState<readonly UnassistedPost[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once, when the page opens
  useEffect(() => void read().then(setPosts), []);
  const found = useMemo(() => askedOften(posts, items), [posts, items]);
  if (found.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="asked-often-title">
      <h2 id="asked-often-title">{i18n.t("knowledge.often.title")}</h2>
      <p class="hint">{i18n.t("knowledge.often.hint")}</p>
      <ul class="list">
        {found.map((asked) => (
          <li key={`${asked.lang} ${asked.words.join(" ")}`} class="stack">
            <Asked asked={asked} onWrite={() => onWrite(asked)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Asked({ asked: { lang, words, posts }, onWrite }: { asked: AskedOften; onWrite: () => void }) {
  const shown = posts.filter(({ excerpt }) => excerpt !== null).slice(0, examples);
  return (
    <>
      <div class="row">
        <span class="grow">
          <span class="strong">{quotedText(words)}</span>{" "}
          <span class="quiet">{[i18n.t("knowledge.often.posts", posts.length), languageText(lang) ?? lang].join(" · ")}</span>
        </span>
        <Button look="quiet" icon={PenLine} onClick={onWrite}>
          {i18n.t("knowledge.often.write")}
        </Button>
      </div>
      {shown.map(({ id, excerpt, link }) => (
        <p key={id} class="quiet" dir="auto">
          {link === null ? (
            oneLine(excerpt ?? "", 140)
          ) : (
            <a href={link} target="_blank" rel="noreferrer">
              {oneLine(excerpt ?? "", 140)}
            </a>
          )}
        </p>
      ))}
    </>
  );
}
