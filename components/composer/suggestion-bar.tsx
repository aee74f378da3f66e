import { ChevronLeft, ChevronRight, CornerDownLeft, Lightbulb } from "lucide-preact";
import { useId, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { quotedList } from "../../lib/i18n/list-text.ts";
import type { Suggestion } from "../../lib/schema/messages.ts";
import { isHeated } from "../../lib/triage/heated.ts";
import { Button, IconButton } from "../ui/button.tsx";
import type { Flow } from "./flow.ts";
import { offered, shown, takenFrom } from "./offering.ts";

interface SuggestionBarProps {
  flow: Flow;
  onSuggest: (by: 1 | -1) => void;
  onTake: () => void;
  onReject: () => void;
  onOwnText: () => void;
}

/** What could be answered, beside the box and not in it; one press puts it there, another takes it out again. */
export function SuggestionBar(props: SuggestionBarProps) {
  const { flow, onOwnText } = props;
  const { card } = flow;
  const isHot = card !== null && isHeated(card.mention.triage, card.workspace.triage);
  const [asked, setAsked] = useState(false);
  const count = offered(flow).length;
  if (flow.ownText !== null && (takenFrom(flow) !== null || flow.modelDraft?.text === flow.text)) {
    return (
      <p class="row" role="status">
        <span class="quiet">{i18n.t("composer.inTheBox")}</span>
        <button type="button" class="link" onClick={onOwnText}>
          {flow.ownText === "" ? i18n.t("composer.takeOut") : i18n.t("composer.ownText")}
        </button>
      </p>
    );
  }
  const searching = card?.isSearching ? <Searching /> : null;
  if (count === 0) return searching ?? <p class="quiet">{i18n.t("composer.noSuggestion")}</p>;
  if (isHot && !asked) {
    return (
      <div class="row">
        <span class="quiet">{i18n.t("composer.ownWordsFirst")}</span>
        <Button look="quiet" icon={Lightbulb} onClick={() => setAsked(true)}>
          {i18n.t("composer.showSuggestions", count)}
        </Button>
        {searching}
      </div>
    );
  }
  return (
    <>
      <Offer {...props} count={count} />
      {searching}
    </>
  );
}

/** Those that are found already stand there meanwhile. */
const Searching = () => (
  <p class="quiet" role="status">
    {i18n.t("composer.searching")}
  </p>
);

function Offer({ flow, count, onSuggest, onTake, onReject, onOwnText }: SuggestionBarProps & { count: number }) {
  const [asked, setAsked] = useState(false);
  const id = useId();
  const current = shown(flow);
  if (!current) return null;
  return (
    <div class="suggestion">
      <div class="row">
        <span class="quiet">{i18n.t("composer.suggestion", { index: flow.suggestion + 1, total: count })}</span>
        {count > 1 && (
          <span class="suggestion-steps">
            <IconButton icon={ChevronLeft} turns label={i18n.t("composer.previous")} onClick={() => onSuggest(-1)} />
            <IconButton icon={ChevronRight} turns label={i18n.t("composer.next")} onClick={() => onSuggest(1)} />
          </span>
        )}
        <span class="grow" />
        <button type="button" class="link quiet" aria-expanded={asked} aria-controls={id} onClick={() => setAsked(!asked)}>
          {i18n.t("composer.why")}
        </button>
      </div>
      <p class="suggestion-text" dir="auto">
        {current.text}
      </p>
      <p id={id} class="quiet" hidden={!asked}>
        {whyText(current)}
      </p>
      <div class="row row-quiet">
        <Button icon={CornerDownLeft} onClick={onTake}>
          {i18n.t("composer.useIt")}
        </Button>
        <button type="button" class="link quiet" onClick={onReject}>
          {i18n.t("composer.notThis")}
        </button>
        {flow.ownText !== null && flow.ownText !== "" && (
          <button type="button" class="link" onClick={onOwnText}>
            {i18n.t("composer.ownText")}
          </button>
        )}
      </div>
    </div>
  );
}

function whyText({ title, words }: Suggestion): string {
  const quoted = quotedList(words);
  if (title === null) return quoted === "" ? i18n.t("composer.whyReply") : i18n.t("composer.whyReplyWords", { words: quoted });
  return quoted === "" ? i18n.t("composer.whyTitle", { title }) : i18n.t("composer.whyWords", { words: quoted, title });
}
