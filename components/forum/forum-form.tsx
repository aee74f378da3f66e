import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { type Forum, type ForumChange, type ForumTrust, forumTrusts, isForumChange } from "../../lib/schema/forum.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { SelectField } from "../ui/select-field.tsx";

interface ForumFormProps {
  forum: Forum | null;
  onSave: (change: ForumChange) => void;
  onRemove: () => void;
}

const trustNames = (): [string, string][] => forumTrusts.map((trust) => [String(trust), i18n.t(`forum.trustFrom.level${trust}`)]);

/** What is typed, over what the server has. */
function useDraft(forum: Forum | null) {
  const [draft, setDraft] = useState({
    ...{ address: forum?.address ?? "", name: forum?.name ?? "", leastTrust: forum?.leastTrust ?? (1 as ForumTrust) },
    ...{ secret: "", key: "", takesTopics: forum?.takesTopics ?? false, takesAccounts: forum?.takesAccounts ?? false },
  });
  const set = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part });
  const { address, name, secret, key } = draft;
  const change = {
    ...draft,
    address: address.trim(),
    name: name.trim(),
    secret: secret.trim() || null,
    key: (draft.takesAccounts && key.trim()) || null,
  };
  const isMoved = forum !== null && change.address.replace(/\/+$/, "") !== forum.address;
  const hasSecret = change.secret !== null || (forum?.hasSecret === true && !isMoved);
  const hasKey = !change.takesAccounts || change.key !== null || (forum?.takesAccounts === true && !isMoved);
  return { draft, set, change, isMoved, isReady: isForumChange(change) && hasSecret && hasKey };
}

function secretHint(forum: Forum | null, isMoved: boolean): string {
  if (forum === null || isMoved) return i18n.t("forum.secretHint");
  return i18n.t(forum.hasSecret ? "forum.secretKept" : "forum.secretLost");
}

/** Which forum it is, who of it may join, and what of it is taken over. */
export function ForumForm({ forum, onSave, onRemove }: ForumFormProps) {
  const { draft, set, change, isMoved, isReady } = useDraft(forum);
  return (
    <div class="stack integration-form">
      <Field
        label={i18n.t("forum.address")}
        hint={i18n.t(isMoved ? "forum.moved" : "forum.addressHint")}
        inputMode="url"
        value={draft.address}
        onInput={(address) => set({ address })}
      />
      <Field label={i18n.t("forum.name")} value={draft.name} onInput={(name) => set({ name })} />
      <Field
        label={i18n.t("forum.secret")}
        hint={secretHint(forum, isMoved)}
        isSecret
        value={draft.secret}
        onInput={(secret) => set({ secret })}
      />
      <SelectField
        label={i18n.t("forum.trust")}
        hint={i18n.t("forum.trustHint")}
        value={String(draft.leastTrust)}
        options={trustNames()}
        onPick={(value) => set({ leastTrust: forumTrusts.find((trust) => String(trust) === value) ?? 1 })}
      />
      <Takes of="topics" isOn={draft.takesTopics} onPick={(takesTopics) => set({ takesTopics })} />
      <Takes of="accounts" isOn={draft.takesAccounts} onPick={(takesAccounts) => set({ takesAccounts })} />
      {draft.takesAccounts && (
        <Field
          label={i18n.t("forum.key")}
          hint={i18n.t(forum?.takesAccounts && !isMoved ? "forum.secretKept" : "forum.keyHint")}
          isSecret
          value={draft.key}
          onInput={(key) => set({ key })}
        />
      )}
      <FormButtons isReady={isReady} onSave={() => isForumChange(change) && onSave(change)} onRemove={forum && onRemove} />
    </div>
  );
}

function Takes({ of, isOn, onPick }: { of: "topics" | "accounts"; isOn: boolean; onPick: (isOn: boolean) => void }) {
  return (
    <label class="choice-option">
      <input type="checkbox" checked={isOn} onChange={(event) => onPick(event.currentTarget.checked)} />
      <span>
        {i18n.t(`forum.takes.${of}`)}
        <br />
        <span class="hint">{i18n.t(`forum.takesHint.${of}`)}</span>
      </span>
    </label>
  );
}

interface FormButtonsProps {
  isReady: boolean;
  onSave: () => void;
  /** Null: there is nothing to remove. */
  onRemove: (() => void) | null;
}

function FormButtons({ isReady, onSave, onRemove }: FormButtonsProps) {
  const [sure, setSure] = useState(false);
  return (
    <div class="row">
      <Button look="primary" off={!isReady} onClick={onSave}>
        {i18n.t("forum.save")}
      </Button>
      {onRemove && (
        <Button look={sure ? "danger" : "quiet"} onClick={() => (sure ? onRemove() : setSure(true))}>
          {i18n.t(sure ? "forum.removeSure" : "forum.remove")}
        </Button>
      )}
    </div>
  );
}
