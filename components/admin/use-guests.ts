import { useEffect, useRef, useState } from "preact/hooks";
import { errorCode } from "../../lib/i18n/error-text.ts";
import type { ErrorCode } from "../../lib/schema/errors.ts";
import type { OpenInvitation } from "../../lib/schema/invitations.ts";
import type { Invitation } from "../../lib/schema/workspace.ts";
import type { InvitationActions } from "./actions.ts";
import { type Guest, type GuestFile, guestsFromCsv } from "./guest-file.ts";

interface Invited {
  readonly guest: Guest;
  readonly invitation: Invitation;
}

/** A file of guests, those of them who are left to invite, and those who were. */
export interface GuestList {
  readonly file: GuestFile;
  /** Who has an open invitation of that name already, and gets no second one. */
  readonly known: readonly Guest[];
  readonly left: readonly Guest[];
  readonly made: readonly Invited[];
}

type Reading = GuestList | "unreadable" | null;

/** Reads a file of guests and invites them one after the other; what was made stays when one fails, and it goes on from there. */
export function useGuests({ make, onMade }: { make: InvitationActions["make"]; onMade: () => Promise<void> }) {
  const [list, setList] = useState<Reading>(null);
  const [isAt, setAt] = useState(false);
  const [problem, setProblem] = useState<ErrorCode | null>(null);
  const stopped = useRef(false);
  const [savedLinks, setSavedLinks] = useState(0);
  const isUnsaved = isAt || (list !== null && list !== "unreadable" && list.made.length > savedLinks);
  useEffect(() => {
    if (!isUnsaved) return;
    // The browser asks whether to leave: the links are known nowhere else.
    const ask = (event: Event) => event.preventDefault();
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [isUnsaved]);
  const read = async (file: File, open: readonly OpenInvitation[]) => {
    setProblem(null);
    setSavedLinks(0);
    setList(await file.text().then((text) => listOf(text, open)));
  };
  const invite = async (hours: number) => {
    if (list === null || list === "unreadable") return;
    stopped.current = false;
    setProblem(null);
    setAt(true);
    let now = list;
    for (const guest of list.left) {
      if (stopped.current) break;
      const { name, level, languages } = guest;
      const invitation = await make({ role: "advocate", level, languages: [...languages], hours, uses: 1, note: name }).catch(
        (thrown: unknown) => setProblem(errorCode(thrown)),
      );
      if (!invitation) break;
      now = { ...now, left: now.left.slice(1), made: [...now.made, { guest, invitation }] };
      setList(now);
    }
    setAt(false);
    await onMade();
  };
  const stop = () => {
    stopped.current = true;
  };
  return { list, isAt, problem, read, invite, stop, onSaved: setSavedLinks };
}

function listOf(text: string, open: readonly OpenInvitation[]): Reading {
  try {
    const file = guestsFromCsv(text);
    const names = new Set(open.map(({ note }) => note));
    const [known, left] = [file.guests.filter(({ name }) => names.has(name)), file.guests.filter(({ name }) => !names.has(name))];
    return { file, known, left, made: [] };
  } catch {
    return "unreadable";
  }
}
