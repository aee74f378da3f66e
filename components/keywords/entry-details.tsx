import type { ComponentChildren } from "preact";
import { i18n } from "#i18n";
import type { KeywordEntry } from "../../lib/schema/keywords.ts";
import { contextWords } from "../../lib/schema/limits.ts";
import { WordsInput } from "./words-input.tsx";

/** What an entry may say beyond its words. */
type Extra = Exclude<keyof KeywordEntry, "id" | "text" | "label" | "mustNear" | "mustNotNear">;

interface EntryDetailsProps {
  entry: KeywordEntry;
  /** The field that something is wrong with. */
  wrong: string | null;
  onChange: (entry: KeywordEntry) => void;
}

/** The rarer things an entry may ask, each with what it does. */
export function EntryDetails({ entry, wrong, onChange }: EntryDetailsProps) {
  const set = <K extends Extra>(key: K, value: KeywordEntry[K] | null) => {
    const next = { ...entry };
    if (value === null) delete next[key];
    else next[key] = value;
    onChange(next);
  };
  const setWords = (key: "languages" | "ignoreAuthors" | "ignoreDomains") => (words: string[]) => set(key, words.length > 0 ? words : null);
  const lists = { entry, wrong };
  return (
    <div class="entry-details">
      <Switch name="ambiguous" isOn={entry.ambiguous ?? false} onSwitch={(isOn) => set("ambiguous", isOn || null)} />
      <Switch name="leet" isOn={entry.leet ?? false} onSwitch={(isOn) => set("leet", isOn || null)} />
      <ListOf name="languages" {...lists} onWords={(words) => setWords("languages")(words.map((word) => word.toLowerCase()))} />
      <Labelled name="within">
        <NumberInput
          name="within"
          value={entry.within}
          placeholder={contextWords}
          bounds={[1, 50]}
          onNumber={(value) => set("within", value)}
        />
      </Labelled>
      <ListOf name="ignoreAuthors" {...lists} onWords={setWords("ignoreAuthors")} />
      <ListOf name="ignoreDomains" {...lists} onWords={setWords("ignoreDomains")} />
    </div>
  );
}

interface ListOfProps extends Pick<EntryDetailsProps, "entry" | "wrong"> {
  name: "languages" | "ignoreAuthors" | "ignoreDomains";
  onWords: (words: string[]) => void;
}

/** A list of words that an entry may have. */
function ListOf({ name, entry, wrong, onWords }: ListOfProps) {
  return (
    <Labelled name={name}>
      <WordsInput
        label={i18n.t(`keywords.${name}`)}
        placeholder={i18n.t(`keywords.${name}Hint`)}
        words={entry[name] ?? []}
        isWrong={wrong?.split(".", 1)[0] === name}
        onWords={onWords}
      />
    </Labelled>
  );
}

function Labelled({ name, children }: { name: "languages" | "within" | "ignoreAuthors" | "ignoreDomains"; children: ComponentChildren }) {
  return (
    <div class="field">
      <span class="field-label" aria-hidden="true">
        {i18n.t(`keywords.${name}`)}
      </span>
      {children}
    </div>
  );
}

function Switch({ name, isOn, onSwitch }: { name: "ambiguous" | "leet"; isOn: boolean; onSwitch: (isOn: boolean) => void }) {
  return (
    <label class="choice-option">
      <input type="checkbox" checked={isOn} onChange={(event) => onSwitch(event.currentTarget.checked)} />
      <span>
        <span class="strong">{i18n.t(`keywords.${name}`)}</span>
        <span class="hint choice-hint">{i18n.t(`keywords.${name}Hint`)}</span>
      </span>
    </label>
  );
}

interface NumberInputProps {
  name: "within";
  value: number | undefined;
  placeholder: number;
  bounds: readonly [number, number];
  onNumber: (value: number | null) => void;
}

/** A whole number between its bounds, or nothing; read when it is left. */
function NumberInput({ name, value, placeholder, bounds: [least, most], onNumber }: NumberInputProps) {
  const read = (text: string) => {
    if (text.trim() === "") return null;
    const number = Math.min(most, Math.max(least, Number(text)));
    return Number.isFinite(number) ? Math.round(number) : null;
  };
  return (
    <input
      class="input"
      type="number"
      aria-label={i18n.t(`keywords.${name}`)}
      min={least}
      max={most}
      placeholder={String(placeholder)}
      value={value ?? ""}
      onChange={(event) => onNumber(read(event.currentTarget.value))}
    />
  );
}
