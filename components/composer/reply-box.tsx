import type { Ref } from "preact";
import { i18n } from "#i18n";

interface ReplyBoxProps {
  boxRef: Ref<HTMLTextAreaElement>;
  text: string;
  /** Parts of the text that must be mended. */
  marked: readonly string[];
  lang: string | null;
  onType: (text: string) => void;
  onLeave: () => void;
}

/** The draft. Behind the letters a mirror of them marks what must be mended, and makes the box grow with its text. */
export function ReplyBox({ boxRef, text, marked, lang, onType, onLeave }: ReplyBoxProps) {
  return (
    <div class="reply-box">
      <div class="reply-grow">
        <div class="reply-mirror" aria-hidden="true" dir="auto">
          {pieces(text, marked).map((piece, at) =>
            // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no identity but their place
            marked.includes(piece) ? <mark key={at}>{piece}</mark> : <span key={at}>{piece}</span>,
          )}
          {"\n"}
        </div>
        <textarea
          ref={boxRef}
          class="reply-text"
          aria-label={i18n.t("composer.label")}
          placeholder={i18n.t("composer.placeholder")}
          dir="auto"
          lang={lang ?? undefined}
          maxLength={10_000}
          value={text}
          onInput={(event) => onType(event.currentTarget.value)}
          onBlur={onLeave}
        />
      </div>
    </div>
  );
}

/** The text cut so that every marked part is a piece of its own. */
function pieces(text: string, marked: readonly string[]): string[] {
  let rest = [text];
  for (const part of marked) {
    rest = rest.flatMap((piece) =>
      marked.includes(piece) ? [piece] : piece.split(part).flatMap((bit, at) => (at === 0 ? [bit] : [part, bit])),
    );
  }
  return rest;
}
