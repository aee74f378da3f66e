import { ChevronLeft, ChevronRight } from "lucide-preact";
import { useId, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { IconButton } from "../ui/button.tsx";
import type { Flow } from "./flow.ts";

interface SuggestionBarProps {
  flow: Flow;
  onSuggest: (by: 1 | -1) => void;
  onOwnText: () => void;
}

/** Which suggestion is in the box, the way to the others, and why this one. */
export function SuggestionBar({ flow, onSuggest, onOwnText }: SuggestionBarProps) {
  const [asked, setAsked] = useState(false);
  const id = useId();
  const all = flow.card?.suggestions ?? [];
  const current = all[flow.suggestion];
  if (!current) return <p class="quiet">{i18n.t("composer.noSuggestion")}</p>;
  const title = current.item.title;
  return (
    <div class="suggestion">
      <div class="row">
        <span class="quiet">{i18n.t("composer.suggestion", { index: flow.suggestion + 1, total: all.length })}</span>
        {all.length > 1 && (
          <span class="suggestion-steps">
            <IconButton icon={ChevronLeft} turns label={i18n.t("composer.previous")} onClick={() => onSuggest(-1)} />
            <IconButton icon={ChevronRight} turns label={i18n.t("composer.next")} onClick={() => onSuggest(1)} />
          </span>
        )}
        {flow.ownText !== null && (
          <button type="button" class="link" onClick={onOwnText}>
            {i18n.t("composer.ownText")}
          </button>
        )}
        <span class="grow" />
        <button type="button" class="link quiet" aria-expanded={asked} aria-controls={id} onClick={() => setAsked(!asked)}>
          {i18n.t("composer.why")}
        </button>
      </div>
      <p id={id} class="quiet" hidden={!asked}>
        {current.words.length > 0
          ? i18n.t("composer.whyWords", { words: current.words.map((word) => `“${word}”`).join(", "), title })
          : i18n.t("composer.whyTitle", { title })}
      </p>
    </div>
  );
}
