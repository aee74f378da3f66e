import { Check, CloudOff } from "lucide-preact";
import { i18n } from "#i18n";
import type { CardState } from "../../lib/schema/messages.ts";
import type { Disclosure } from "../../lib/suggest/disclosure.ts";
import { replyLength } from "../../lib/suggest/length.ts";
import { Icon } from "../ui/icon.tsx";
import { DisclosureNote } from "./disclosure-note.tsx";
import { type Flow, type SavedState, savedState } from "./flow.ts";

/** From here on the room that is left is worth saying. */
const tellFrom = 120;

interface FootProps {
  flow: Flow;
  card: CardState;
  disclosure: Disclosure;
  onOwnLine: (line: string) => void;
}

/** Under the box: what is added, how much room is left, how safe the words are. */
export function Foot({ flow, card, disclosure, onOwnLine }: FootProps) {
  const { left } = replyLength(card.mention.site, flow.text, disclosure.line ?? "");
  return (
    <div class="reply-foot quiet">
      <DisclosureNote workspace={card.workspace} disclosure={disclosure} onOwnLine={onOwnLine} />
      <div class="row">
        {left >= 0 && left <= tellFrom && <span>{i18n.t("composer.left", left)}</span>}
        <span class="grow" />
        <Saved state={savedState(flow)} />
      </div>
    </div>
  );
}

function Saved({ state }: { state: SavedState }) {
  if (state === "none") return null;
  const text = {
    typing: i18n.t("composer.notSaved"),
    saving: i18n.t("composer.saving"),
    not_sent: i18n.t("composer.notSent"),
    saved: i18n.t("composer.saved"),
  }[state];
  return (
    <span class="saved">
      {state === "saved" && <Icon of={Check} />}
      {state === "not_sent" && <Icon of={CloudOff} />}
      {text}
    </span>
  );
}
