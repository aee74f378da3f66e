import { useId } from "preact/hooks";

interface SelectFieldProps {
  label: string;
  hint?: string;
  value: string;
  /** What may be chosen, each with what it is called, and the language of that name where it is not the page's. */
  options: readonly (readonly [value: string, name: string, lang?: string])[];
  onPick: (value: string) => void;
}

/** A labelled choice of one among several, with its hint. */
export function SelectField({ label, hint, value, options, onPick }: SelectFieldProps) {
  const id = useId();
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {label}
      </label>
      <select
        id={id}
        class="input"
        aria-describedby={hint && `${id}-hint`}
        value={value}
        onChange={(event) => onPick(event.currentTarget.value)}
      >
        {options.map(([option, name, lang]) => (
          <option key={option} value={option} lang={lang}>
            {name}
          </option>
        ))}
      </select>
      {hint && (
        <p id={`${id}-hint`} class="hint">
          {hint}
        </p>
      )}
    </div>
  );
}
