import { createInterface } from "node:readline/promises";
import type { ParseArgsOptionsConfig } from "node:util";
import { all } from "../store/statement.ts";
import { workspaceIds } from "../store/workspaces.ts";
import type { Operator } from "./operator.ts";

/** The command line cannot be done as it is given; the message says what to write. */
export class UsageError extends Error {}

/** What a command found or did: for programs, and in lines for people. */
interface Said {
  readonly json: unknown;
  readonly lines: readonly string[];
  /** What was looked at does not hold: the command ends as a refused one. */
  readonly isBad?: true;
}

/** What stands on the command line behind the command's name. */
export interface Given {
  readonly words: readonly string[];
  /** The options that were given. */
  readonly of: (option: string) => string | undefined;
  readonly has: (option: string) => boolean;
}

export interface Command {
  /** Behind the name, as the help shows it. */
  readonly usage: string;
  readonly does: string;
  /** A line of help for each option. */
  readonly options: Readonly<Record<string, ParseArgsOptionsConfig[string] & { readonly help: string }>>;
  /** How many words it takes. */
  readonly words: number;
  /** Looks at what is given before any data are opened; throws UsageError. */
  readonly check?: (given: Given) => void;
  readonly run: (operator: Operator, given: Given) => Promise<Said>;
}

export const inWorkspace = { workspace: { type: "string", help: "its id or name, where there are several" } } as const;

/** A workspace as the list names it. */
export interface WorkspaceRef {
  readonly id: string;
  readonly name: string;
}

/** The workspace of this id or name; the only one where none is named. Throws UsageError, with those that there are. */
export async function workspaceOf({ pool }: Pick<Operator, "pool">, named: string | undefined): Promise<WorkspaceRef> {
  const known = await all(pool, workspaceIds);
  const byId = known.filter(({ id }) => named === undefined || id === named);
  const [found, ...others] = byId.length > 0 ? byId : known.filter(({ name }) => name === named);
  if (found && others.length === 0) return found;
  const list = known.map(({ id, name }) => `\n  ${id}  ${name}`).join("");
  throw new UsageError(named === undefined ? `Say which workspace:${list || " there is none."}` : `No one workspace is "${named}":${list}`);
}

/** A whole number; undefined where the option was not given. */
export function numberOf(given: Given, option: string): number | undefined {
  const text = given.of(option);
  if (text === undefined) return undefined;
  if (!/^\d{1,9}$/.test(text)) throw new UsageError(`--${option} is a whole number, not "${text}".`);
  return Number(text);
}

/** Asks a person at a terminal to write the name once more; a program says it with `--yes`. Throws UsageError unless it is the very name. */
export async function confirm(given: Given, name: string, what: string): Promise<void> {
  let said = given.of("yes");
  if (said === undefined && process.stdin.isTTY) {
    const lines = createInterface({ input: process.stdin, output: process.stderr });
    said = await lines.question(`${what} This cannot be undone. Write the name (${name}) to go on: `);
    lines.close();
  }
  if (said?.trim() === name) return;
  throw new UsageError(
    said === undefined ? `${what} To do it, add --yes ${JSON.stringify(name)}.` : "That is another name; nothing was done.",
  );
}

export const byName = { yes: { type: "string", help: "the name again, in place of being asked for it" } } as const;
