import { i18n } from "#i18n";
import { type FileEncoding, fileEncodings, textOfFile } from "../../lib/detect/lists/file-text.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { SelectField } from "../ui/select-field.tsx";

/** A file whose letters are not written as UTF-8, and how they seem to be. */
export interface OddFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly encoding: FileEncoding;
}

interface ImportPreviewProps {
  file: OddFile;
  onEncoding: (encoding: FileEncoding) => void;
  onTake: () => void;
  onCancel: () => void;
}

const shownLines = 5;
const longestLine = 120;
/** So much of a file holds the lines that are shown, in bytes. */
const shownBytes = 4_000;

/** Shows how a file would be read, so that nobody takes in strange letters; the person may pick another alphabet. */
export function ImportPreview({ file: { bytes, encoding }, onEncoding, onTake, onCancel }: ImportPreviewProps) {
  const lines = textOfFile(bytes.subarray(0, shownBytes), encoding).split(/\r?\n/).slice(0, shownLines);
  return (
    <div class="stack">
      <Notice>{i18n.t("listImport.odd", { encoding: i18n.t(`listImport.encodings.${keyOf(encoding)}`) })}</Notice>
      <SelectField
        label={i18n.t("listImport.alphabet")}
        value={encoding}
        options={fileEncodings.map((each) => [each, i18n.t(`listImport.encodings.${keyOf(each)}`)] as const)}
        onPick={(picked) => onEncoding(fileEncodings.find((each) => each === picked) ?? encoding)}
      />
      <pre class="import-preview" dir="auto" role="status" aria-label={i18n.t("listImport.preview")}>
        {lines.map((line) => line.slice(0, longestLine)).join("\n")}
      </pre>
      <div class="row">
        <Button look="primary" onClick={onTake}>
          {i18n.t("listImport.take")}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {i18n.t("ui.cancel")}
        </Button>
      </div>
    </div>
  );
}

const keys = {
  "utf-8": "utf8",
  "utf-16le": "utf16le",
  "utf-16be": "utf16be",
  "windows-1252": "western",
  "windows-1255": "hebrew",
  "windows-1251": "cyrillic",
  "windows-1258": "vietnamese",
  big5: "chinese",
} as const satisfies Record<FileEncoding, string>;

const keyOf = (encoding: FileEncoding) => keys[encoding];
