import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

interface FieldProps {
  label: string;
  hint?: string | undefined;
  value: string;
  onInput: (value: string) => void;
  problem?: string | null;
  placeholder?: string;
  inputMode?: "url" | "numeric";
  /** A day of the calendar, as YYYY-MM-DD. */
  isDay?: boolean;
  /** A password or key: the browser shows dots in place of its letters. */
  isSecret?: boolean;
  /** Enter does what the form's button does. */
  onEnter?: () => void;
  /** What stands beside the box in its line, such as a button. */
  children?: ComponentChildren;
}

/** A labelled line of text with its hint, and its problem when there is one. */
export function Field({
  label,
  hint,
  value,
  onInput,
  problem = null,
  placeholder,
  inputMode,
  isDay = false,
  isSecret = false,
  onEnter,
  children,
}: FieldProps) {
  const id = useId();
  // The typings know one kind of input at a time.
  const kind = { type: isSecret ? "password" : isDay ? "date" : "text" } as { type: "text" };
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {label}
      </label>
      <div class="row">
        <input
          id={id}
          class="input grow"
          {...kind}
          dir="auto"
          inputMode={inputMode}
          value={value}
          placeholder={placeholder}
          autocomplete="off"
          aria-describedby={`${id}-hint`}
          aria-invalid={problem === null ? undefined : "true"}
          onInput={(event) => onInput(event.currentTarget.value)}
          onKeyDown={(event) => event.key === "Enter" && !event.isComposing && !event.repeat && onEnter?.()}
        />
        {children}
      </div>
      <p id={`${id}-hint`} class={problem === null ? "hint" : undefined} data-tone={problem === null ? undefined : "danger"}>
        {problem ?? hint}
      </p>
    </div>
  );
}
