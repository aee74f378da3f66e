import { useId } from "preact/hooks";

interface ChoiceProps<T extends string> {
  label: string;
  /** Null until something was picked. */
  value: T | null;
  options: readonly { readonly value: T; readonly text: string; readonly hint: string }[];
  onPick: (value: T) => void;
}

/** One of a few, each with a sentence. */
export function Choice<T extends string>({ label, value, options, onPick }: ChoiceProps<T>) {
  const name = useId();
  return (
    <fieldset class="choice">
      <legend class="field-label">{label}</legend>
      {options.map((option) => (
        <label key={option.value} class="choice-option">
          <input type="radio" name={name} checked={option.value === value} onChange={() => onPick(option.value)} />
          <span>
            <span class="strong">{option.text}</span>
            <span class="hint choice-hint">{option.hint}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
