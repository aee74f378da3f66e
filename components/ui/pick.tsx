interface PickProps<T extends string> {
  id?: string;
  /** Its name, and what stands there while nothing is picked. */
  label: string;
  value: T | null;
  options: readonly (readonly [T, string])[];
  onPick: (value: T | null) => void;
}

/** One of a few, or none: what a list is kept to. */
export function Pick<T extends string>({ id, label, value, options, onPick }: PickProps<T>) {
  return (
    <select
      id={id}
      class="input"
      aria-label={label}
      value={value ?? ""}
      onChange={(event) => onPick(options.find(([option]) => option === event.currentTarget.value)?.[0] ?? null)}
    >
      <option value="">{label}</option>
      {options.map(([option, text]) => (
        <option key={option} value={option}>
          {text}
        </option>
      ))}
    </select>
  );
}
