import { ChevronLeft, ChevronRight } from "lucide-preact";
import { useId, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { quotedList } from "../../lib/i18n/list-text.ts";
import type { Suggestion } from "../../lib/schema/messages.ts";
import { IconButton } from "../ui/button.tsx";
import { type Flow, offered } from "./flow.ts";

interface SuggestionBarProps {
  flow: Flow;
  onSuggest: (by: 1 | -1) => void;
  onReject: () => void;
  onOwnText: () => void;
}

/** Which suggestion is in the box, the way to the others, and why this one. */
export function SuggestionBar({ flow, onSuggest, onReject, onOwnText }: SuggestionBarProps) {
  const [asked, setAsked] = useState(false);
  const id = useId();
  const all = offered(flow);
  const current = all[flow.suggestion];
  if (!current) return <p class="quiet">{i18n.t("composer.noSuggestion")}</p>;
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
        <span class="suggestion-asides">
          <button type="button" class="link quiet" onClick={onReject}>
            {i18n.t("composer.notThis")}
          </button>
          <button type="button" class="link quiet" aria-expanded={asked} aria-controls={id} onClick={() => setAsked(!asked)}>
            {i18n.t("composer.why")}
          </button>
        </span>
      </div>
      <p id={id} class="quiet" hidden={!asked}>
        {whyText(current)}
      </p>
    </div>
  );
}

function whyText({ title, words }: Suggestion): string {
  const quoted = quotedList(words);
  if (title === null) return quoted === "" ? i18n.t("composer.whyReply") : i18n.t("composer.whyReplyWords", { words: quoted });
  return quoted === "" ? i18n.t("composer.whyTitle", { title }) : i18n.t("composer.whyWords", { words: quoted, title });
}
