import { useEffect, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { longestName } from "../../lib/schema/limits.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";

/** The name that the others see. */
export function NameField({ name, onRename }: { name: string; onRename: (name: string) => void }) {
  const [typed, setTyped] = useState(name);
  useEffect(() => setTyped(name), [name]);
  const next = typed.trim();
  const isOff = next === "" || next === name;
  return (
    <Field
      label={i18n.t("welcome.name")}
      hint={i18n.t("welcome.nameHint")}
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
