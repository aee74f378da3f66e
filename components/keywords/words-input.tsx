import { i18n } from "#i18n";
import { splitWords } from "../ui/words.ts";

interface WordsInputProps {
  label: string;
  words: readonly string[];
  placeholder?: string;
  isWrong?: boolean;
  onWords: (words: string[]) => void;
}

/** Several words in one field; read when it is left, so that a comma can be typed. */
export function WordsInput({ label, words, placeholder = i18n.t("keywords.nearHint"), isWrong = false, onWords }: WordsInputProps) {
  return (
    <input
      class="input"
      aria-label={label}
      aria-invalid={isWrong ? "true" : undefined}
      placeholder={placeholder}
      value={words.join(", ")}
      dir="auto"
      onChange={(event) => onWords(splitWords(event.currentTarget.value))}
    />
  );
}
