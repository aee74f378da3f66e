import { Search } from "lucide-preact";
import type { RefObject } from "preact";
import { i18n } from "#i18n";
import type { Suggestion } from "../../lib/schema/messages.ts";
import { Button } from "../ui/button.tsx";
import type { Answering } from "./actions.ts";
import { FindAnswer } from "./find-answer.tsx";
import { findKey } from "./find-key.ts";
import { SuggestionBar } from "./suggestion-bar.tsx";

interface OffersProps {
  answering: Answering;
  box: RefObject<HTMLTextAreaElement | null>;
  /** The member looks an answer up. */
  finding: boolean;
  onFinding: (finding: boolean) => void;
}

/** What could go into the box: what is suggested for the post, or what the member looks up by words of their own. */
export function Offers({ answering, box, finding, onFinding }: OffersProps) {
  // Where the box was left is where an answer, or a stroke, goes.
  const place = (): [from: number, to: number] => [box.current?.selectionStart ?? 0, box.current?.selectionEnd ?? 0];
  const back = () => {
    onFinding(false);
    box.current?.focus();
  };
  const pick = (suggestion: Suggestion) => {
    void answering.pick(suggestion, ...place());
    back();
  };
  const close = (typed: string) => {
    const [from, to] = place();
    const { text } = answering.flow.value;
    if (typed !== "") answering.type(`${text.slice(0, from)}${typed}${text.slice(to)}`);
    back();
  };
  if (finding) return <FindAnswer onFind={answering.find} onPick={pick} onClose={close} />;
  return (
    <>
      <SuggestionBar
        flow={answering.flow.value}
        onSuggest={answering.suggest}
        onTake={() => {
          answering.takeSuggestion();
          box.current?.focus();
        }}
        onReject={() => void answering.reject()}
        onOwnText={answering.backToOwnText}
      />
      <div class="row row-quiet">
        <Button look="quiet" icon={Search} shortcut={findKey} onClick={() => onFinding(true)}>
          {i18n.t("composer.find")} <kbd>{findKey}</kbd>
        </Button>
      </div>
    </>
  );
}
