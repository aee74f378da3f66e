import { BookmarkPlus } from "lucide-preact";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { postLanguage } from "../../lib/schema/language.ts";
import { levelsOf, mayPropose } from "../../lib/schema/level-rules.ts";
import type { CardState } from "../../lib/schema/messages.ts";
import { isProposable, type ProposedItem } from "../../lib/schema/waiting-proposals.ts";
import { lineIn } from "../../lib/suggest/disclosure.ts";
import { retold } from "../../lib/suggest/retell.ts";
import { Area } from "../ui/area.tsx";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import type { Answering } from "./actions.ts";

/** The answer that was posted, as others may use it; null where the member proposes none, or there are no words to propose. */
function proposable({ me, mention, workspace }: CardState, written: string): ProposedItem | null {
  const text = mention.reply?.text ?? written;
  if (!mayPropose(me, levelsOf(workspace)) || text.trim() === "") return null;
  const lang = postLanguage(mention);
  return { lang: lang ?? "en", title: "", answer: retold(text, lineIn(text, workspace) ?? "", mention.author, lang) };
}

/** After an answer: the way to keep it for the record, for who may propose that. */
export function ProposeAnswer({ answering }: { answering: Answering }) {
  const [item, setItem] = useState<ProposedItem | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const { card, text } = answering.flow.value;
  const begun = card && proposable(card, text);
  if (begun === null) return null;
  if (said !== null) return <Notice tone="mine">{said}</Notice>;
  if (item === null) {
    return (
      <div class="row">
        <Button look="quiet" icon={BookmarkPlus} onClick={() => setItem(begun)}>
          {i18n.t("propose.begin")}
        </Button>
      </div>
    );
  }
  const send = async (whole: ProposedItem) => {
    const isKnown = await answering.propose(whole);
    if (isKnown !== null) setSaid(i18n.t(isKnown ? "propose.known" : "propose.done"));
  };
  return <ProposalForm item={item} onSend={(whole) => void send(whole)} onCancel={() => setItem(null)} />;
}

interface ProposalFormProps {
  item: ProposedItem;
  onSend: (item: ProposedItem) => void;
  onCancel: () => void;
}

function ProposalForm({ item, onSend, onCancel }: ProposalFormProps) {
  const [edited, setEdited] = useState(item);
  const [tried, setTried] = useState(false);
  const isWhole = isProposable(edited);
  const send = () => (isWhole ? onSend(edited) : setTried(true));
  return (
    <div class="stack">
      <p class="quiet">{i18n.t("propose.hint")}</p>
      <Field label={i18n.t("knowledge.title")} value={edited.title} onInput={(title) => setEdited({ ...edited, title })} onEnter={send} />
      <Area
        label={i18n.t("knowledge.answer")}
        hint={i18n.t("propose.answerHint", { author: "{author}" })}
        rows={4}
        value={edited.answer}
        onInput={(answer) => setEdited({ ...edited, answer })}
      />
      {tried && !isWhole && <p data-tone="danger">{i18n.t("propose.missing")}</p>}
      <div class="row">
        <Button look="primary" onClick={send}>
          {i18n.t("propose.send")}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {i18n.t("ui.cancel")}
        </Button>
      </div>
    </div>
  );
}
