import { useMemo, useState } from "preact/hooks";
import { i18n } from "#i18n";
import type { Hit, KeywordList } from "../../lib/schema/keywords.ts";
import type { Mention } from "../../lib/schema/mention.ts";
import { TryBox } from "../ui/try-box.tsx";
import { finderOf, matcherOf } from "./finder.ts";
import { useSettled } from "./use-settled.ts";
import { WhyFound } from "./why.tsx";

/** From here on a list is made ready only when typing pauses, in ms. */
const longList = 2000;
const pauseMs = 400;

interface BenchProps {
  list: KeywordList;
  /** The workspace's other lists, which decide too. */
  others: readonly KeywordList[];
  mentions: readonly Mention[];
}

/** A post typed in, and what the list as it stands now finds in it and why; below, what the edits do to the posts on this device. */
export function Bench({ list: latest, others, mentions }: BenchProps) {
  const [text, setText] = useState("");
  const list = useSettled(latest, latest.entries.length > longList ? pauseMs : 0);
  const all = useMemo(() => [list, ...others], [list, others]);
  const finder = useMemo(() => finderOf(list, all), [list, all]);
  const matcher = useMemo(() => matcherOf(all), [all]);
  const found = finder.find(text, null);
  const lost = useMemo(
    () =>
      mentions.filter((mention) => !mention.partial && mention.byHand !== true && matcher.match(mention.excerpt, mention.lang).length === 0)
        .length,
    [mentions, matcher],
  );
  return (
    <section class="stack">
      <h2>{i18n.t("keywords.tryIt")}</h2>
      <TryBox hint={i18n.t("keywords.tryHint")} text={text} onText={setText} />
      {text.trim() !== "" && (
        <div role="status" class="stack">
          <p class="quiet">{found.hits.length === 0 ? i18n.t("keywords.tryNothing") : i18n.t("keywords.tryHits", found.hits.length)}</p>
          <p class="post-text bench-result" dir="auto">
            {marked(text, found.hits)}
          </p>
          <WhyFound text={text} found={found} entries={list.entries} />
          {found.hits.length > 0 && matcher.match(text, null).length === 0 && <p class="strong">{leftOutText(list, others, text)}</p>}
        </div>
      )}
      <p>
        {i18n.t("keywords.effect")}: <span class="strong">{effectText(mentions.length, lost)}</span>
      </p>
    </section>
  );
}

/** Which negative list takes the post back. */
function leftOutText(list: KeywordList, others: readonly KeywordList[], text: string): string {
  if (list.negative) return i18n.t("keywords.leavesOut");
  const by = others.find((other) => other.negative && matcherOf([{ ...other, negative: false }]).match(text, null).length > 0);
  return i18n.t("keywords.leftOut", { list: by?.name ?? "" });
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
