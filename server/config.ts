import { resolve } from "node:path";
import { StartupError } from "./startup-error.ts";

export interface Config {
  readonly port: number;
  readonly host: string;
  /** Absolute. */
  readonly dataDir: string;
  /** Null: the server starts a PostgreSQL of its own. */
  readonly databaseUrl: string | null;
  /** Without a slash at the end; null: the address it listens on. */
  readonly publicUrl: string | null;
  /** Hosts of the operator's own network that the server may call. */
  readonly allowedHosts: readonly string[];
  /** Seals what workspaces entrust to the server; null: a secret of its own in the data folder. */
  readonly secretKey: string | null;
  readonly demo: boolean;
  readonly json: boolean;
}

export const help = `Fanswer's backend.

  npm run server [-- --demo] [-- --json]

  --demo   add the workspace "Acme" with keywords and answers, and print invitations to it
  --json   print one JSON line when ready: {"ready":true,"url":...,"invitations":{...}}
  --help   this text

Settings, from the environment:

  PORT           where to listen; 0 takes any free port      8787
  HOST           on which address                            127.0.0.1
  DATA_DIR       folder of the server's own PostgreSQL       .data
  DATABASE_URL   a PostgreSQL of yours instead               postgresql://user:password@host:5432/fanswer
  PUBLIC_URL     how devices reach the server                http://HOST:PORT
  ALLOW_HOSTS    what the server may call besides public     models.internal,10.0.0.7
                 addresses over TLS, with commas
  SECRET_KEY     seals keys that admins enter; as long as    DATA_DIR/secret.key
                 you like, the same for every replica
`;

const flags = ["--demo", "--json"];

function portOf(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new StartupError(`PORT must be a number from 0 to 65535, not "${text}".`);
}

function urlOf(name: string, text: string, protocols: readonly string[]): string {
  const protocol = URL.canParse(text) ? new URL(text).protocol : null;
  if (protocol !== null && protocols.includes(protocol)) return text;
  // The value is not repeated: an address of a database may hold a password.
  throw new StartupError(`${name} must be an address that begins with ${protocols.map((known) => `${known}//`).join(" or ")}.`);
}

/** Settings from the environment and the command line; throws StartupError with a sentence for the first bad one. */
export function readConfig(env: Readonly<Record<string, string | undefined>>, args: readonly string[]): Config {
  const unknown = args.find((arg) => !flags.includes(arg));
  if (unknown !== undefined) throw new StartupError(`"${unknown}" is not known; --help lists what is.`);
  const set = (name: string) => env[name]?.trim() || null;
  const databaseUrl = set("DATABASE_URL");
  const publicUrl = set("PUBLIC_URL");
  return {
    port: portOf(set("PORT") ?? "8787"),
    host: set("HOST") ?? "127.0.0.1",
    dataDir: resolve(set("DATA_DIR") ?? ".data"),
    databaseUrl: databaseUrl && urlOf("DATABASE_URL", databaseUrl, ["postgresql:", "postgres:"]),
    publicUrl: publicUrl && urlOf("PUBLIC_URL", publicUrl, ["https:", "http:"]).replace(/\/+$/, ""),
    allowedHosts: (set("ALLOW_HOSTS") ?? "").split(/[\s,]+/).filter((host) => host !== ""),
    secretKey: set("SECRET_KEY"),
    demo: args.includes("--demo"),
    json: args.includes("--json"),
  };
}
