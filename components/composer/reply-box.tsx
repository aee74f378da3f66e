import type { Ref } from "preact";
import { i18n } from "#i18n";
import { longestText } from "../../lib/schema/limits.ts";
import { Marked } from "../ui/marked.tsx";
import { asksToFind } from "./find-key.ts";

interface ReplyBoxProps {
  boxRef: Ref<HTMLTextAreaElement>;
  text: string;
  /** Parts of the text that must be mended. */
  marked: readonly string[];
  /** From here on it is too long; null when it fits. */
  surplusFrom: number | null;
  lang: string | null;
  onType: (text: string) => void;
  onLeave: () => void;
  /** The key was pressed that looks an answer up. */
  onFind: () => void;
}

/** The draft. Behind the letters a mirror of them marks what must be mended, and makes the box grow with its text. */
export function ReplyBox({ boxRef, text, marked, surplusFrom, lang, onType, onLeave, onFind }: ReplyBoxProps) {
  return (
    <div class="reply-box">
      <div class="reply-grow">
        <div class="reply-mirror" aria-hidden="true" dir="auto">
          <Marked text={surplusFrom === null ? text : text.slice(0, surplusFrom)} marked={marked} />
          {surplusFrom !== null && <mark>{text.slice(surplusFrom)}</mark>}
          {"\n"}
        </div>
        <textarea
          ref={boxRef}
          class="reply-text"
          aria-label={i18n.t("composer.label")}
          placeholder={i18n.t("composer.placeholder")}
          dir="auto"
          lang={lang ?? undefined}
          maxLength={longestText}
          aria-invalid={surplusFrom === null ? undefined : "true"}
          value={text}
          onInput={(event) => onType(event.currentTarget.value)}
          onBlur={onLeave}
          onKeyDown={(event) => {
            if (!asksToFind(event, event.currentTarget)) return;
            event.preventDefault();
            onFind();
          }}
        />
      </div>
    </div>
  );
}
