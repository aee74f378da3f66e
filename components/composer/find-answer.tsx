import { X } from "lucide-preact";
import type { RefObject } from "preact";
import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { oneLine } from "../../lib/i18n/mention-text.ts";
import { longestSearch } from "../../lib/schema/limits.ts";
import type { Suggestion } from "../../lib/schema/messages.ts";
import { IconButton } from "../ui/button.tsx";
import { askInOrder } from "./ask-in-order.ts";
import { findKey } from "./find-key.ts";

interface FindAnswerProps {
  onFind: (words: string) => Promise<readonly Suggestion[] | null>;
  onPick: (suggestion: Suggestion) => void;
  /** Back to the draft; `typed` goes into it. */
  onClose: (typed: string) => void;
}

/** What is found for the words in the field; null before anything was looked for. */
function useFound(onFind: FindAnswerProps["onFind"]) {
  const [words, setWords] = useState("");
  const [found, setFound] = useState<readonly Suggestion[] | null>(null);
  const [at, setAt] = useState(0);
  const begin = useMemo(askInOrder, []);
  const look = async (typed: string) => {
    setWords(typed);
    const isNews = begin();
    const next = typed.trim() === "" ? null : await onFind(typed.trim());
    if (!isNews()) return;
    setFound(next);
    setAt(0);
  };
  return { words, found, at, setAt, look };
}

/** Looks an answer on record up by a few words: arrows choose, Enter puts it into the draft, Escape goes back to it. */
export function FindAnswer({ onFind, onPick, onClose }: FindAnswerProps) {
  const { words, found, at, setAt, look } = useFound(onFind);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  // Before the next key: whoever types fast means it for the search.
  useLayoutEffect(() => field.current?.focus({ preventScroll: true }), []);
  const all = found ?? [];
  const onKey = (event: KeyboardEvent) => {
    const answer = keyFor(event, words, at, all.length);
    if (answer === null) return;
    // Escape would close the card, the popup or the row as well.
    event.preventDefault();
    event.stopPropagation();
    const picked = all[at];
    if (answer === "close") onClose("");
    else if (answer === "slash") onClose(findKey);
    else if (answer !== "pick") setAt(answer);
    else if (picked) onPick(picked);
  };
  return (
    <div class="find-answer stack">
      <div class="row">
        <SearchField {...{ field, id, words, at }} count={all.length} onWords={(typed) => void look(typed)} onKey={onKey} />
        <IconButton icon={X} label={i18n.t("composer.findClose")} onClick={() => onClose("")} />
      </div>
      <p class="quiet" role="status">
        {found !== null && (all.length === 0 ? i18n.t("composer.findNone") : i18n.t("composer.found", all.length))}
      </p>
      <div id={`${id}-list`} role="listbox" aria-label={i18n.t("composer.find")} class="found-list" hidden={all.length === 0}>
        {all.map((suggestion, index) => (
          <Found key={suggestion.source} id={`${id}-${index}`} {...{ suggestion }} isChosen={index === at} onPick={onPick} />
        ))}
      </div>
    </div>
  );
}

interface SearchFieldProps {
  field: RefObject<HTMLInputElement | null>;
  id: string;
  words: string;
  /** Which of the answers found is chosen, and how many there are. */
  at: number;
  count: number;
  onWords: (words: string) => void;
  onKey: (event: KeyboardEvent) => void;
}

function SearchField({ field, id, words, at, count, onWords, onKey }: SearchFieldProps) {
  return (
    <input
      ref={field}
      class="input grow"
      type="text"
      role="combobox"
      dir="auto"
      autocomplete="off"
      maxLength={longestSearch}
      aria-label={i18n.t("composer.find")}
      placeholder={i18n.t("composer.findHint")}
      aria-expanded={count > 0}
      aria-controls={`${id}-list`}
      aria-activedescendant={at < count ? `${id}-${at}` : undefined}
      aria-autocomplete="list"
      value={words}
      onInput={(event) => onWords(event.currentTarget.value)}
      onKeyDown={onKey}
    />
  );
}

type FindKey = "close" | "slash" | "pick" | number;

/** What a key does in the field: which answer is chosen next, or one of three other things; null when it is only typed. */
function keyFor({ key, isComposing }: KeyboardEvent, words: string, at: number, count: number): FindKey | null {
  if (isComposing) return null;
  if (key === "Escape") return "close";
  if (key === findKey && words === "") return "slash";
  if (key === "Enter") return "pick";
  if (count === 0) return null;
  if (key === "ArrowDown") return (at + 1) % count;
  return key === "ArrowUp" ? (at + count - 1) % count : null;
}

interface FoundProps {
  id: string;
  suggestion: Suggestion;
  isChosen: boolean;
  onPick: (suggestion: Suggestion) => void;
}

function Found({ id, suggestion, isChosen, onPick }: FoundProps) {
  const row = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isChosen) row.current?.scrollIntoView?.({ block: "nearest" });
  }, [isChosen]);
  return (
    <button
      ref={row}
      id={id}
      type="button"
      role="option"
      tabIndex={-1}
      class="found"
      aria-selected={isChosen}
      onClick={() => onPick(suggestion)}
    >
      <span class="strong line-cut" dir="auto">
        {suggestion.title}
      </span>
      <span class="quiet found-text" dir="auto">
        {oneLine(suggestion.text, 160)}
      </span>
    </button>
  );
}
