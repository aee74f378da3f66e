import { useId } from "preact/hooks";
import { useTyped } from "./use-typed.ts";

interface AreaProps {
  label: string;
  hint?: string;
  value: string;
  rows?: number;
  problem?: string | null;
  /** Called with the whole text at every letter. */
  onInput?: (value: string) => void;
  /** Called with the whole text once the person leaves the box. */
  onChange?: (value: string) => void;
}

/** A labelled box of several lines. */
export function Area({ label, hint, value, rows = 3, problem = null, onInput, onChange }: AreaProps) {
  const id = useId();
  const [shown, setShown] = useTyped(value);
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {label}
      </label>
      <textarea
        id={id}
        class="input area"
        rows={rows}
        dir="auto"
        value={shown}
        aria-describedby={`${id}-hint`}
        aria-invalid={problem === null ? undefined : "true"}
        onInput={(event) => {
          setShown(event.currentTarget.value);
          onInput?.(event.currentTarget.value);
        }}
        onChange={(event) => onChange?.(event.currentTarget.value)}
      />
      <p id={`${id}-hint`} class={problem === null ? "hint" : undefined} data-tone={problem === null ? undefined : "danger"}>
        {problem ?? hint}
      </p>
    </div>
  );
}
