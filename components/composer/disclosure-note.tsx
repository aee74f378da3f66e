import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { languageText } from "../../lib/i18n/language-text.ts";
import type { Workspace } from "../../lib/schema/workspace.ts";
import { type Disclosure, lineFor } from "../../lib/suggest/disclosure.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";

interface DisclosureNoteProps {
  workspace: Workspace;
  disclosure: Disclosure;
  /** The member's own words, to be kept and used. */
  onOwnLine: (line: string) => void;
}

/** What is added below the reply, that nothing is, or the question for words that nobody has yet. */
export function DisclosureNote({ workspace, disclosure, onOwnLine }: DisclosureNoteProps) {
  const [isChanging, setChanging] = useState(false);
  const { line, isSaid, isOwn } = disclosure;
  if (isSaid) return <p>{i18n.t("composer.disclosureSaid")}</p>;
  const keep = (own: string) => {
    setChanging(false);
    onOwnLine(own);
  };
  if (line === null || isChanging) return <OwnLine workspace={workspace} disclosure={disclosure} onOwnLine={keep} />;
  return (
    <p>
      {i18n.t("composer.disclosure", { text: line })}{" "}
      {isOwn && (
        <button type="button" class="link" onClick={() => setChanging(true)}>
          {i18n.t("composer.disclosureChange")}
        </button>
      )}
    </p>
  );
}

/** How many characters the words for the tie to the brand may have. */
const longest = 100;

function OwnLine({ workspace, disclosure: { side, lang, line }, onOwnLine }: DisclosureNoteProps) {
  const [own, setOwn] = useState(line ?? "");
  const english = lineFor(workspace, side, "en");
  const names = { language: languageText(lang) ?? lang ?? "", brand: workspace.name };
  return (
    <div class="stack">
      <Field
        label={side === "brand" ? i18n.t("composer.disclosureStaff", names) : i18n.t("composer.disclosureCustomer", names)}
        hint={i18n.t("composer.disclosureAsk")}
        value={own}
        onInput={(text) => setOwn(text.slice(0, longest))}
      >
        <Button off={own.trim() === ""} onClick={() => onOwnLine(own.trim())}>
          {i18n.t("composer.disclosureAdd")}
        </Button>
      </Field>
      {english !== null && own !== english && (
        <button type="button" class="link" onClick={() => setOwn(english)}>
          {i18n.t("composer.disclosureUse", { text: english })}
        </button>
      )}
    </div>
  );
}
