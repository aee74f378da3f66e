import type { ComponentChildren } from "preact";

interface SomeOfProps {
  label: string;
  hint: string;
  all: readonly string[];
  /** In the order in which they were chosen. */
  chosen: readonly string[];
  /** How few and how many may be chosen. */
  least?: number;
  most?: number;
  onChange: (chosen: readonly string[]) => void;
  /** What an option says. */
  say: (option: string) => ComponentChildren;
}

/** Any of several short options, side by side where there is room. */
export function SomeOf({ label, hint, all, chosen, least = 0, most = Number.POSITIVE_INFINITY, onChange, say }: SomeOfProps) {
  const isChosen = (option: string) => chosen.includes(option);
  return (
    <fieldset class="choice">
      <legend class="field-label">{label}</legend>
      <p class="hint">{hint}</p>
      <div class="choice-side-by-side">
        {all.map((option) => (
          <label key={option} class="choice-option">
            <input
              type="checkbox"
              checked={isChosen(option)}
              disabled={isChosen(option) ? chosen.length <= least : chosen.length >= most}
              onChange={() => onChange(isChosen(option) ? chosen.filter((other) => other !== option) : [...chosen, option])}
            />
            {say(option)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
