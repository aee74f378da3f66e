import { useId } from "preact/hooks";
import { numberText } from "../../lib/i18n/number-text.ts";

interface SliderProps {
  label: string;
  value: number;
  least: number;
  most: number;
  step: number;
  onValue: (value: number) => void;
}

/** A number set by pulling or by the arrow keys, with its value beside it. */
export function Slider({ label, value, least, most, step, onValue }: SliderProps) {
  const id = useId();
  return (
    <div class="slider">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="range"
        min={least}
        max={most}
        step={step}
        value={value}
        onInput={(event) => onValue(Number(event.currentTarget.value))}
      />
      <output for={id}>{numberText(value)}</output>
    </div>
  );
}
