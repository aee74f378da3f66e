import { i18n } from "#i18n";
import { maxPostText } from "../../lib/schema/limits.ts";

/** A box for a post to try. */
export function TryBox({ hint, text, onText }: { hint: string; text: string; onText: (text: string) => void }) {
  return (
    <label class="field">
      <span class="hint">{hint}</span>
      <textarea
        class="input bench-text"
        dir="auto"
        maxLength={maxPostText}
        placeholder={i18n.t("keywords.tryPlaceholder")}
        value={text}
        onInput={(event) => onText(event.currentTarget.value)}
      />
    </label>
  );
}
