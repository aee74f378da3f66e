import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { deskKinds, type IntegrationChange, isIntegrationChange, type MentionEvent, mentionEvents } from "../../lib/schema/integration.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { changeOf, type IntegrationDraft, kindFields } from "./draft.ts";

interface IntegrationFormProps {
  start: IntegrationDraft;
  isNew: boolean;
  onSave: (change: IntegrationChange) => void;
  onCancel: () => void;
}

/** How to reach another system, and what it wants to hear of. */
export function IntegrationForm({ start, isNew, onSave, onCancel }: IntegrationFormProps) {
  const [draft, setDraft] = useState(start);
  const change = (part: Partial<IntegrationDraft>) => setDraft({ ...draft, ...part });
  const wanted = changeOf(draft);
  const isReady = isIntegrationChange(wanted) && (!isNew || wanted.secret !== null);
  return (
    <div class="stack integration-form">
      <Field label={i18n.t("integrations.name")} value={draft.name} onInput={(name) => change({ name })} />
      {kindFields[draft.kind].map((field) => (
        <Field
          key={field}
          label={i18n.t(`integrations.field.${field}`)}
          hint={i18n.t(`integrations.fieldHint.${field}`)}
          value={draft.values[field] ?? ""}
          onInput={(value) => change({ values: { ...draft.values, [field]: value } })}
        />
      ))}
      <Field
        label={i18n.t(`integrations.secret.${draft.kind}`)}
        hint={isNew ? i18n.t(`integrations.secretHint.${draft.kind}`) : i18n.t("integrations.secretKept")}
        value={draft.secret}
        onInput={(secret) => change({ secret })}
      />
      {!deskKinds.has(draft.kind) && <Events picked={draft.events} onPick={(events) => change({ events })} />}
      <label class="row">
        <input type="checkbox" checked={draft.enabled} onChange={(event) => change({ enabled: event.currentTarget.checked })} />
        {i18n.t("integrations.enabled")}
      </label>
      <div class="row">
        <Button look="primary" off={!isReady} onClick={() => isIntegrationChange(wanted) && onSave(wanted)}>
          {i18n.t("integrations.save")}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {i18n.t("ui.cancel")}
        </Button>
      </div>
    </div>
  );
}

function Events({ picked, onPick }: { picked: readonly MentionEvent[]; onPick: (events: MentionEvent[]) => void }) {
  return (
    <fieldset class="choice">
      <legend class="field-label">{i18n.t("integrations.events")}</legend>
      {mentionEvents.map((event) => (
        <label key={event} class="row">
          <input
            type="checkbox"
            checked={picked.includes(event)}
            onChange={() => onPick(mentionEvents.filter((each) => (each === event) !== picked.includes(each)))}
          />
          {i18n.t(`event.${event}`)}
        </label>
      ))}
    </fieldset>
  );
}
