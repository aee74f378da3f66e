import { useEffect, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { askedErrorText } from "../../lib/i18n/asked-error-text.ts";
import { errorCode } from "../../lib/i18n/error-text.ts";
import { oneLine } from "../../lib/i18n/mention-text.ts";
import { type DeclineReason, declineReasons, longestDeclineNote } from "../../lib/schema/proposals.ts";
import type { WaitingProposal } from "../../lib/schema/waiting-proposals.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import { SelectField } from "../ui/select-field.tsx";
import type { ProposalActions } from "./actions.ts";
import { ItemForm } from "./item-form.tsx";

/** Codes by which the server says that there is nothing to decide any more. */
const isGone = (code: string): boolean => code === "not_found" || code === "move_not_allowed";

/** The proposals that wait, and what is done with them, one at a time. */
function useProposals(actions: ProposalActions) {
  const [all, setAll] = useState<readonly WaitingProposal[]>([]);
  const [openId, setOpenId] = useState<string | null>(null);
  const [said, setSaid] = useState<{ readonly text: string; readonly tone: "mine" | "danger" } | null>(null);
  const [busy, setBusy] = useState(false);
  const fail = (thrown: unknown) => setSaid({ text: askedErrorText(errorCode(thrown)), tone: "danger" });
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once, when the page opens
  useEffect(() => void actions.list().then(setAll, fail), []);
  const settle = async (id: string, work: Promise<unknown>, text: string) => {
    setBusy(true);
    try {
      await work;
      setSaid({ text, tone: "mine" });
    } catch (thrown) {
      if (!isGone(errorCode(thrown))) return fail(thrown);
      setSaid({ text: i18n.t("propose.gone"), tone: "danger" });
    } finally {
      setBusy(false);
    }
    setAll((before) => before.filter((each) => each.id !== id));
  };
  return { all, openId, said, busy, settle, toggle: (id: string) => setOpenId(id === openId ? null : id) };
}

/** Answers that members propose: kept as they are or edited, or not kept, with the reason that their proposer reads. */
export function Proposals({ actions, newId }: { actions: ProposalActions; newId: () => string }) {
  const { all, openId, said, busy, settle, toggle } = useProposals(actions);
  if (all.length === 0 && said === null) return null;
  return (
    <section class="stack" aria-labelledby="proposals-title">
      <h2 id="proposals-title">{i18n.t("propose.waiting", all.length)}</h2>
      <div role="status">{said && <Notice tone={said.tone}>{said.text}</Notice>}</div>
      <ul class="list">
        {all.map((proposal) => (
          <li key={proposal.id}>
            <button type="button" class="list-row" aria-expanded={proposal.id === openId} onClick={() => toggle(proposal.id)}>
              <span class="grow line-cut" dir="auto">
                <span class="strong">{oneLine(proposal.title, 80)}</span> <span class="quiet">{oneLine(proposal.answer, 120)}</span>
              </span>
              <bdi class="quiet">{oneLine(proposal.by.name, 40)}</bdi>
            </button>
            {proposal.id === openId && (
              <Open
                {...{ proposal, busy, newId }}
                onAccept={(item) => void settle(proposal.id, actions.accept(proposal.id, item), i18n.t("propose.kept"))}
                onDecline={(reason, note) =>
                  void settle(proposal.id, actions.decline(proposal.id, reason, note), i18n.t("propose.notKept"))
                }
                onCancel={() => toggle(proposal.id)}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface OpenProps {
  proposal: WaitingProposal;
  busy: boolean;
  newId: () => string;
  onAccept: Parameters<typeof ItemForm>[0]["onSave"];
  onDecline: (reason: DeclineReason, note: string) => void;
  onCancel: () => void;
}

function Open({ proposal: { lang, title, answer }, busy, newId, onAccept, onDecline, onCancel }: OpenProps) {
  const [declining, setDeclining] = useState(false);
  if (declining) return <Declining busy={busy} onDecline={onDecline} onCancel={() => setDeclining(false)} />;
  const item = { id: newId(), lang, title, answer, topics: [], link: null };
  return (
    <>
      <ItemForm item={item} busy={busy} saveText={i18n.t("propose.keep")} onSave={onAccept} onCancel={onCancel} />
      <div class="row">
        <Button look="quiet" off={busy} onClick={() => setDeclining(true)}>
          {i18n.t("propose.decline")}
        </Button>
      </div>
    </>
  );
}

function Declining({ busy, onDecline, onCancel }: Pick<OpenProps, "busy" | "onDecline" | "onCancel">) {
  const [reason, setReason] = useState<DeclineReason>("known");
  const [note, setNote] = useState("");
  return (
    <div class="stack item-form">
      <SelectField
        label={i18n.t("propose.why")}
        value={reason}
        options={declineReasons.map((each) => [each, i18n.t(`propose.reason.${each}`)] as const)}
        onPick={(value) => setReason(value as DeclineReason)}
      />
      <Field
        label={i18n.t("propose.noteLabel")}
        hint={i18n.t("propose.noteHint")}
        value={note}
        onInput={(text) => setNote(text.slice(0, longestDeclineNote))}
      />
      <div class="row">
        <Button look="primary" off={busy} onClick={() => onDecline(reason, note.trim())}>
          {i18n.t("propose.decline")}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {i18n.t("ui.cancel")}
        </Button>
      </div>
    </div>
  );
}
