import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import type { Answering } from "./actions.ts";

/** "Did you post this?", with room for the link. */
export function Confirm({ answering }: { answering: Answering }) {
  const [link, setLink] = useState("");
  const url = link.trim();
  const confirm = () => void answering.confirm(true, url === "" ? null : url);
  const isWrong = url !== "" && !url.startsWith("https://");
  return (
    <div class="stack">
      <h3>{i18n.t("composer.didYouPost")}</h3>
      <Field
        label={i18n.t("composer.link")}
        hint={i18n.t("composer.linkHint")}
        problem={isWrong ? i18n.t("composer.linkWrong") : null}
        inputMode="url"
        value={link}
        onInput={setLink}
        onEnter={() => isWrong || confirm()}
      />
      <div class="row">
        <Button look="primary" off={isWrong} onClick={confirm}>
          {i18n.t("composer.yes")}
        </Button>
        <Button look="quiet" onClick={() => void answering.confirm(false, null)}>
          {i18n.t("composer.no")}
        </Button>
      </div>
    </div>
  );
}
