import { Download } from "lucide-preact";
import { i18n } from "#i18n";
import { askedErrorText } from "../../lib/i18n/asked-error-text.ts";
import type { OpenInvitation } from "../../lib/schema/invitations.ts";
import { mostOf } from "../../lib/schema/limits.ts";
import { BadRows } from "../ui/bad-rows.tsx";
import { Button } from "../ui/button.tsx";
import { FileButton } from "../ui/file-button.tsx";
import { Notice } from "../ui/notice.tsx";
import type { InvitationActions } from "./actions.ts";
import { linksToCsv } from "./guest-file.ts";
import { type GuestList, useGuests } from "./use-guests.ts";

interface InviteFileProps {
  make: InvitationActions["make"];
  /** The open invitations; null until they were read. */
  open: readonly OpenInvitation[] | null;
  /** How long each lives. */
  hours: number;
  onMade: () => Promise<void>;
  /** Downloads a file with this name and text. */
  onSave: (name: string, text: string) => void;
}

/** Invites everybody in a file, one invitation each, and gives back the file with their links. */
export function InviteFile({ make, open, hours, onMade, onSave }: InviteFileProps) {
  const { list, isAt, problem, read, invite, stop, onSaved } = useGuests({ make, onMade });
  return (
    <section class="stack" aria-labelledby="invite-file-title">
      <h3 id="invite-file-title">{i18n.t("people.file")}</h3>
      <p class="hint">{i18n.t("people.fileHint")}</p>
      <div class="row">
        {open !== null && !isAt && (
          <FileButton accept=".csv,text/csv" onFile={(file) => void read(file, open)}>
            {i18n.t("people.filePick")}
          </FileButton>
        )}
      </div>
      {list === "unreadable" && <Notice tone="danger">{i18n.t("people.fileUnreadable")}</Notice>}
      {problem !== null && <Notice tone="danger">{askedErrorText(problem)}</Notice>}
      {list !== null && list !== "unreadable" && (
        <Guests
          list={list}
          isAt={isAt}
          onInvite={() => void invite(hours)}
          onStop={stop}
          onSave={(name, text) => {
            onSave(name, text);
            onSaved(list.made.length);
          }}
        />
      )}
    </section>
  );
}

interface GuestsProps extends Pick<InviteFileProps, "onSave"> {
  list: GuestList;
  isAt: boolean;
  onInvite: () => void;
  onStop: () => void;
}

/** How many are to be invited or were, and how many are not and why. */
function foundText({ file, known, left, made }: GuestList): string {
  const sentences = [
    made.length === 0
      ? i18n.t("people.fileFound", left.length)
      : i18n.t("people.fileMade", { made: made.length, of: made.length + left.length }),
    ...(known.length > 0 ? [i18n.t("people.fileKnown", known.length)] : []),
    ...(file.bad.length > 0 ? [i18n.t("people.fileBad", file.bad.length)] : []),
    ...(left.length > mostOf.invitations ? [i18n.t("people.fileMany", { most: mostOf.invitations })] : []),
  ];
  return sentences.join(" ");
}

/** Who is in the file, how many are invited, and what can be done now. */
function Guests({ list, isAt, onInvite, onStop, onSave }: GuestsProps) {
  const { file, left, made } = list;
  return (
    <div class="stack">
      <div role="status">
        <Notice tone={file.bad.length === 0 ? "mine" : "plain"}>{foundText(list)}</Notice>
      </div>
      <div class="row">
        {left.length > 0 && !isAt && (
          <Button look="primary" onClick={onInvite}>
            {made.length === 0 ? i18n.t("people.fileInvite", left.length) : i18n.t("people.fileGoOn", left.length)}
          </Button>
        )}
        {isAt && <Button onClick={onStop}>{i18n.t("people.fileStop")}</Button>}
        {made.length > 0 && !isAt && (
          <Button icon={Download} onClick={() => onSave("invitations.csv", linksToCsv(file.columns, made))}>
            {i18n.t("people.fileLinks", made.length)}
          </Button>
        )}
      </div>
      {made.length > 0 && !isAt && <p class="hint">{i18n.t("people.fileOnce")}</p>}
      <BadRows
        heads={[i18n.t("keywords.importLine"), i18n.t("people.fileName"), i18n.t("keywords.importWhy")]}
        rows={file.bad.map(({ line, name, problem }) => ({ line, text: name, why: i18n.t(`people.fileProblem.${problem}`) }))}
        more={(count) => i18n.t("knowledge.badMore", count)}
      />
    </div>
  );
}
