import { useMemo, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { compileMatcher } from "../../lib/detect/compile.ts";
import type { Hit, KeywordList } from "../../lib/schema/keywords.ts";
import type { Mention } from "../../lib/schema/mention.ts";

/** A post typed in, and what the list as it stands now finds in it; below, what the edits do to the posts on this device. */
export function Bench({ list, mentions }: { list: KeywordList; mentions: readonly Mention[] }) {
  const [text, setText] = useState("");
  const matcher = useMemo(() => compileMatcher([list]), [list]);
  const hits = matcher.match(text, null);
  const lost = mentions.filter((mention) => !mention.partial && matcher.match(mention.excerpt, mention.lang).length === 0).length;
  return (
    <section class="stack">
      <h2>{i18n.t("keywords.tryIt")}</h2>
      <label class="field">
        <span class="hint">{i18n.t("keywords.tryHint")}</span>
        <textarea
          class="input bench-text"
          dir="auto"
          maxLength={10_000}
          placeholder={i18n.t("keywords.tryPlaceholder")}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      {text.trim() !== "" && (
        <div role="status">
          <p class="quiet">{hits.length === 0 ? i18n.t("keywords.tryNothing") : i18n.t("keywords.tryHits", hits.length)}</p>
          <p class="post-text bench-result" dir="auto">
            {marked(text, hits)}
          </p>
        </div>
      )}
      <p>
        {i18n.t("keywords.effect")}: <span class="strong">{effectText(mentions.length, lost)}</span>
      </p>
    </section>
  );
}

function effectText(all: number, lost: number): string {
  if (all === 0) return i18n.t("keywords.effectNone");
  return lost === 0 ? i18n.t("keywords.effectSame", all) : i18n.t("keywords.effectLost", lost);
}

/** The text with its hits marked; overlapping ones are one mark. */
function marked(text: string, hits: readonly Hit[]) {
  const parts = [];
  let at = 0;
  for (const { start, end, label } of hits) {
    if (end <= at) continue;
    parts.push(text.slice(at, Math.max(at, start)));
    parts.push(
      <mark key={start} title={label}>
        {text.slice(Math.max(at, start), end)}
      </mark>,
    );
    at = end;
  }
  return [...parts, text.slice(at)];
}
