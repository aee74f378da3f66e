import { useEffect, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { longestName } from "../../lib/schema/limits.ts";
import { Button } from "./button.tsx";
import { Field } from "./field.tsx";

interface NameFieldProps {
  label: string;
  hint: string;
  name: string;
  onRename: (name: string) => void;
}

/** A name that stands, and can be another one. */
export function NameField({ label, hint, name, onRename }: NameFieldProps) {
  const [typed, setTyped] = useState(name);
  useEffect(() => setTyped(name), [name]);
  const next = typed.trim();
  const isOff = next === "" || next === name;
  return (
    <Field
      label={label}
      hint={hint}
      value={typed}
      onInput={(value) => setTyped(value.slice(0, longestName))}
      onEnter={() => isOff || onRename(next)}
    >
      <Button off={isOff} onClick={() => onRename(next)}>
        {i18n.t("settings.rename")}
      </Button>
    </Field>
  );
}
