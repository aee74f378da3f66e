import { useEffect, useId, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { type BrandMark, markGrounds } from "../../lib/schema/brand.ts";
import { CommunityMark } from "../ui/brand-mark.tsx";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { FileButton } from "../ui/file-button.tsx";
import { Notice } from "../ui/notice.tsx";
import type { BrandActions } from "./actions.ts";

type Colour = keyof typeof markGrounds;
const colours = Object.keys(markGrounds) as Colour[];

interface MarkFormProps {
  mark: BrandMark | null;
  /** Of the community: its first letters are a proposal. */
  name: string;
  readPicture: BrandActions["readPicture"];
  onMark: (mark: BrandMark | null) => Promise<unknown>;
}

/** The first letters of so many words, or of the only word. */
export function lettersOf(name: string): string {
  const words = name.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== "");
  const [first = "", second] = words.map((word) => [...new Intl.Segmenter().segment(word)].map(({ segment }) => segment));
  const letters = second === undefined ? [...first].slice(0, 2) : [first[0], second[0]];
  return letters.join("").toUpperCase();
}

/** As many as a mark has, as people count them. */
const cut = (text: string): string =>
  [...new Intl.Segmenter().segment(text.trim())]
    .slice(0, 2)
    .map(({ segment }) => segment)
    .join("");

/** A picture, or two letters and a colour. */
export function MarkForm({ mark, name, readPicture, onMark }: MarkFormProps) {
  const [isWrong, setWrong] = useState(false);
  const choose = async (file: File) => {
    setWrong(false);
    const picture = await readPicture(file).catch(() => null);
    if (picture === null) setWrong(true);
    else await onMark({ kind: "picture", picture });
  };
  return (
    <section class="stack" aria-label={i18n.t("brand.mark")}>
      <h2>{i18n.t("brand.mark")}</h2>
      <p class="hint">{i18n.t("brand.markHint")}</p>
      <div class="row">
        <FileButton accept="image/png,image/jpeg,image/webp" onFile={(file) => void choose(file)}>
          {i18n.t("brand.picture")}
        </FileButton>
        {mark !== null && (
          <Button look="quiet" onClick={() => void onMark(null)}>
            {i18n.t("brand.noMark")}
          </Button>
        )}
      </div>
      <p class="hint">{i18n.t("brand.pictureHint")}</p>
      <div role="alert">{isWrong && <Notice tone="danger">{i18n.t("brand.pictureWrong")}</Notice>}</div>
      <LettersForm mark={mark?.kind === "letters" ? mark : null} name={name} onMark={(next) => void onMark(next)} />
    </section>
  );
}

type LettersMark = Extract<BrandMark, { kind: "letters" }>;

function LettersForm({ mark, name, onMark }: { mark: LettersMark | null; name: string; onMark: (mark: BrandMark) => void }) {
  const proposed = lettersOf(name);
  const [letters, setLetters] = useState(mark?.letters ?? proposed);
  const [colour, setColour] = useState<Colour>(mark?.colour ?? "teal");
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same mark comes as another object with every change of anything; what is typed stays
  useEffect(() => {
    if (mark === null) return;
    setLetters(mark.letters);
    setColour(mark.colour);
  }, [mark?.letters, mark?.colour]);
  const next: LettersMark = { kind: "letters", letters: letters.trim(), colour };
  const isOff = next.letters === "" || (mark?.letters === next.letters && mark.colour === next.colour);
  return (
    <>
      <Field
        label={i18n.t("brand.letters")}
        value={letters}
        onInput={(text) => setLetters(cut(text))}
        onEnter={() => isOff || onMark(next)}
      >
        <CommunityMark mark={{ ...next, letters: next.letters || " " }} size={32} />
        <Button off={isOff} onClick={() => onMark(next)}>
          {i18n.t("brand.useLetters")}
        </Button>
      </Field>
      <Colours value={colour} onPick={setColour} />
    </>
  );
}

function Colours({ value, onPick }: { value: Colour; onPick: (colour: Colour) => void }) {
  const group = useId();
  return (
    <fieldset class="choice">
      <legend class="field-label">{i18n.t("brand.colour")}</legend>
      <div class="choice-side-by-side">
        {colours.map((colour) => (
          <label key={colour} class="choice-option">
            <input type="radio" name={group} checked={colour === value} onChange={() => onPick(colour)} />
            <span class="brand-mark colour" aria-hidden="true" style={{ background: markGrounds[colour] }} />
            <span>{i18n.t(`brand.colours.${colour}`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
