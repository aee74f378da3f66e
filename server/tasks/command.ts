import { parseArgs } from "node:util";
import { errorSentence } from "../../lib/schema/error-sentences.ts";
import { FanswerError } from "../../lib/schema/errors.ts";
import { readSettings } from "../config.ts";
import type { Log } from "../log.ts";
import { auditCommands } from "./audit-command.ts";
import { brakeCommands } from "./brake-commands.ts";
import { type Command, type Given, UsageError } from "./command-form.ts";
import { memberCommands } from "./member-commands.ts";
import { moreCommands } from "./more-commands.ts";
import { asOperator } from "./operator.ts";
import { workspaceCommands } from "./workspace-commands.ts";

/** How a command ends. What else goes wrong ends the process with 1, as a server that cannot start. */
const exitCodes = { done: 0, usage: 2, refused: 3 } as const;

const commands: Readonly<Record<string, Command>> = {
  ...workspaceCommands,
  ...memberCommands,
  ...brakeCommands,
  ...auditCommands,
  ...moreCommands,
};
const inAll = {
  json: { type: "boolean", help: "say it as one line of JSON" },
  help: { type: "boolean", help: "this text" },
} as const;
const width = 34;

/** What there is, or what one command takes. */
function helpOf(name: string | null): string {
  if (name === null) {
    const lines = Object.entries(commands).map(([each, { usage, does }]) => `  ${`${each} ${usage}`.trim().padEnd(width)}${does}`);
    return `What the operator of a server does; it may run meanwhile. The settings are the server's (DATA_DIR or DATABASE_URL, PUBLIC_URL).

  npm run fanswer -- COMMAND [--json]

${lines.join("\n")}

  COMMAND --help                    says what it takes. WORKSPACE is an id or a name.
  It ends with 0 when it is done, 1 when the data cannot be worked on, 2 when the command line is wrong, 3 when it was refused, or what was checked does not hold.
`;
  }
  const { usage, does, options } = commands[name] as Command;
  const all: Command["options"] = { ...options, ...inAll };
  const lines = Object.entries(all).map(
    ([option, { type, help }]) => `  ${`--${option}${type === "string" ? ` ${option.toUpperCase()}` : ""}`.padEnd(width - 10)}${help}`,
  );
  return `${name}: ${does}\n\n  npm run fanswer -- ${`${name} ${usage}`.trim()} [options]\n\n${lines.join("\n")}\n`;
}

/** The command that the line begins with, and the rest of it. Throws UsageError. */
function findCommand(args: readonly string[]): { name: string; command: Command; rest: readonly string[] } {
  for (const count of [2, 1]) {
    const name = args.slice(0, count).join(" ");
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (command) return { name, command, rest: args.slice(count) };
  }
  throw new UsageError(`"${args.slice(0, 2).join(" ")}" is no command; npm run fanswer -- --help lists them.`);
}

/** What stands behind the command's name. Throws UsageError. */
function readGiven(command: Command, rest: readonly string[]): Given {
  const parsed = (() => {
    try {
      return parseArgs({ args: [...rest], options: { ...command.options, ...inAll }, allowPositionals: true });
    } catch (thrown) {
      throw new UsageError(thrown instanceof Error ? thrown.message : String(thrown), { cause: thrown });
    }
  })();
  const values = parsed.values as Readonly<Record<string, string | boolean | undefined>>;
  const of = (option: string) => (typeof values[option] === "string" ? values[option] : undefined);
  return { words: parsed.positionals, of, has: (option) => values[option] !== undefined };
}

interface Around {
  /** Aborts when the process is to end. */
  readonly signal: AbortSignal;
  readonly now: () => Date;
  readonly log: Log;
  readonly say: (text: string) => void;
  readonly complain: (text: string) => void;
}

async function perform(args: readonly string[], env: NodeJS.ProcessEnv, { signal, now, log, say }: Around): Promise<number> {
  const { name, command, rest } = findCommand(args);
  const given = readGiven(command, rest);
  if (given.has("help")) {
    say(helpOf(name));
    return exitCodes.done;
  }
  if (given.words.length !== command.words) throw new UsageError(`It is: ${`${name} ${command.usage}`.trim()}`);
  command.check?.(given);
  // Of what goes well the command tells itself.
  const quiet: Log = (level, event, fields) => level !== "info" && log(level, event, fields);
  const {
    json,
    lines,
    isBad = false,
  } = await asOperator(readSettings(env), now, quiet, signal, (operator) => command.run(operator, given));
  say(given.has("json") ? `${JSON.stringify(json)}\n` : lines.map((line) => `${line}\n`).join(""));
  return isBad ? exitCodes.refused : exitCodes.done;
}

/** `npm run fanswer -- ...`: gives the exit code; throws what the data cannot be worked on for. */
export async function command(args: readonly string[], env: NodeJS.ProcessEnv, around: Around): Promise<number> {
  const { say, complain } = around;
  if (args.length === 0 || args[0] === "--help") {
    (args.length === 0 ? complain : say)(helpOf(null));
    return args.length === 0 ? exitCodes.usage : exitCodes.done;
  }
  try {
    return await perform(args, env, around);
  } catch (thrown) {
    if (!(thrown instanceof UsageError || thrown instanceof FanswerError)) throw thrown;
    complain(`${thrown instanceof FanswerError ? errorSentence(thrown) : thrown.message}\n`);
    return thrown instanceof UsageError ? exitCodes.usage : exitCodes.refused;
  }
}
