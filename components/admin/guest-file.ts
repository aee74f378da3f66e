import { csvRows, toCsv } from "../../lib/detect/lists/csv-rows.ts";
import { FanswerError } from "../../lib/schema/errors.ts";
import { forumTrusts, levelOfTrust } from "../../lib/schema/forum.ts";
import { readNote } from "../../lib/schema/invitations.ts";
import { primaryLanguage } from "../../lib/schema/language.ts";
import type { Invitation, StartLevel } from "../../lib/schema/workspace.ts";

/** Somebody who is to be invited, as a row of a file says. */
export interface Guest {
  /** The line of the file, from 1. */
  readonly line: number;
  /** What the list of open invitations calls it. */
  readonly name: string;
  readonly level: StartLevel;
  /** Primary tags. */
  readonly languages: readonly string[];
  /** The row as it was, for the file of links; it stays in the browser. */
  readonly cells: Readonly<Record<string, string>>;
}

/** Why a row invites nobody: no name, the same name once more, a trust level that is none, or quotes that do not end. */
const guestProblems = ["name", "duplicate", "trust", "quotes"] as const;

interface BadGuest {
  readonly line: number;
  readonly name: string;
  readonly problem: (typeof guestProblems)[number];
}

/** Who stands in a file; `columns`: its own, in its order. */
export interface GuestFile {
  readonly guests: readonly Guest[];
  readonly bad: readonly BadGuest[];
  readonly columns: readonly string[];
}

const nameColumns = ["username", "name", "handle", "email"];
const trustColumns = ["trust_level", "trust level", "trust"];
const languageColumns = ["languages", "language", "locale"];

const cellOf = (cells: Guest["cells"], columns: readonly string[]): string | undefined =>
  columns.map((column) => cells[column]).find((cell) => cell !== undefined);

/** How far a forum trusts them as the trust that they begin with; none said is none, and null is no trust level of a forum. */
function levelOf(cell: string | undefined): StartLevel | null {
  if (cell === undefined) return 0;
  const trust = forumTrusts.find((known) => String(known) === cell);
  return trust === undefined ? null : levelOfTrust(trust);
}

/**
 * Who is to be invited by a CSV text, such as a forum's export of its users. A column of names is needed (`username`, `name`, `handle` or `email`); the
 * forum's trust (0 to 4, `trust_level`) and languages are read where they stand. Throws `malformed` when no such column is in it.
 */
export function guestsFromCsv(csv: string): GuestFile {
  const { names: columns, rows } = csvRows(csv);
  if (!nameColumns.some((column) => columns.includes(column))) throw new FanswerError("malformed", "no column of names");
  const guests = new Map<string, Guest>();
  const bad: BadGuest[] = [];
  for (const { line, cells, isBroken } of rows) {
    const said = cellOf(cells, nameColumns) ?? "";
    const name = readNote(said);
    const level = levelOf(cellOf(cells, trustColumns));
    const fail = (problem: BadGuest["problem"]) => bad.push({ line, name: said.slice(0, 80), problem });
    if (isBroken) fail("quotes");
    else if (name === null) fail("name");
    else if (level === null) fail("trust");
    else if (guests.has(name)) fail("duplicate");
    else guests.set(name, { line, name, level, languages: languagesIn(cellOf(cells, languageColumns)), cells });
  }
  return { guests: [...guests.values()], bad, columns };
}

const languagesIn = (cell = ""): string[] => [...new Set(cell.split(/[|,;\s]+/).flatMap((tag) => primaryLanguage(tag) ?? []))].slice(0, 20);

/** The rows of those who were invited as CSV, each with its link, its code and until when both let somebody in. */
export function linksToCsv(
  columns: readonly string[],
  made: readonly { readonly guest: Guest; readonly invitation: Invitation }[],
): string {
  const rows = made.map(({ guest, invitation }) => [
    ...columns.map((column) => guest.cells[column] ?? ""),
    ...[invitation.link, invitation.code, invitation.expiresAt],
  ]);
  return toCsv([...columns, "fanswer_link", "fanswer_code", "fanswer_until"], rows);
}
