import { isIPv6 } from "node:net";
import { resolve } from "node:path";
import { allowedHost } from "./egress/allowed-hosts.ts";
import { ownUrl, readPublicUrl } from "./public-url.ts";
import { StartupError } from "./startup-error.ts";

export interface Config {
  readonly port: number;
  readonly host: string;
  /** The data folder, as an absolute path. */
  readonly dataDir: string;
  /** Null: the server starts a PostgreSQL of its own. */
  readonly databaseUrl: string | null;
  /** Carries wake-ups between servers; null: the shared database does. */
  readonly natsUrl: string | null;
  /** Proxies in front of the server, each of which adds the address it was asked from to X-Forwarded-For. */
  readonly trustedProxies: number;
  /** Where metrics are served, on HOST; null: nowhere. */
  readonly metricsPort: number | null;
  /** How devices reach it, without a slash at the end; null: from this machine alone, at the address it listens on. */
  readonly publicUrl: string | null;
  /** Hosts that other systems and language models may stand on although they are not public, also without TLS. */
  readonly allowedHosts: readonly string[];
  /** Seals what workspaces entrust to the server; null: a secret of its own in the data folder. */
  readonly secretKey: string | null;
  /** The former `secretKey`, which still opens what it sealed; null: none. */
  readonly secretKeyBefore: string | null;
  readonly demo: boolean;
  readonly json: boolean;
  /** What to do instead of serving; null: serve. */
  readonly task: ServerTask | null;
}

/** What the command line may ask for instead of serving; the file is absolute. */
export type ServerTask =
  | { readonly name: "backup" | "restore"; readonly file: string }
  | { readonly name: "refit" }
  /** `workspace`: its id; null where there is one only. `signsOut`: whoever is an admin there is signed out. */
  | { readonly name: "invite-admin"; readonly workspace: string | null; readonly signsOut: boolean };

export const help = `Fanswer's backend.

  npm run server [-- --demo] [-- --json]

  --demo           add the workspace "Acme" with keywords and answers, and print invitations to it
  --json           print one JSON line when ready: {"ready":true,"url":...,"invitations":{...}}
  --refit          refit the triage thresholds from what staff changed, as every night, then end; once a night in each workspace
  --backup FILE    write everything into FILE and end; the server may run meanwhile
  --restore FILE   fill an empty database from FILE and end; devices start over by themselves
  --invite-admin   print an invitation for one more admin and end, for when the only one lost their device; the server
                   may run meanwhile. Where there are several workspaces: --invite-admin ID. With --sign-out-admins the
                   devices of all present admins are signed out, as when one was stolen
  --help           this text

  npm run fanswer -- COMMAND    makes, renames, exports and deletes workspaces, invites, removes and signs out members, pushes keyword lists,
                                while the server runs or not; npm run fanswer -- --help

Settings, from the environment:

  PORT           where to listen; 0 takes any free port      8787
  HOST           on which address                            127.0.0.1
  DATA_DIR       folder of the server's own PostgreSQL       .data
  DATABASE_URL   a PostgreSQL of yours instead               postgresql://user:password@host:5432/fanswer
  ALLOW_HOSTS    help desks, webhooks, chats and language    chat.internal,10.0.0.7
                 models may also stand on these hosts,
                 without TLS too; else on public addresses
                 A port behind a host allows that port alone
  PUBLIC_URL     how devices reach the server; may have      http://HOST:PORT, for
                 a path. https://, or http:// on localhost   this machine alone
  SECRET_KEY     seals keys that admins enter; as long as    DATA_DIR/secret.key
                 you like, the same for every replica
  SECRET_KEY_BEFORE  the former SECRET_KEY, for one start    none
                 after a change: all is sealed anew
  TRUSTED_PROXIES  how many proxies stand in front of it     0
  NATS_URL       carries wake-ups between several servers    nats://host:4222
  METRICS_PORT   where to serve metrics for Prometheus       not served
`;

const flags = ["--demo", "--json"];
/** A flag of `--invite-admin` alone. */
const signOut = "--sign-out-admins";

function numberOf(name: string, text: string, highest: number): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= highest) return Number(text);
  throw new StartupError(`${name} must be a number from 0 to ${highest}, not "${text}".`);
}

function urlOf(name: string, text: string, protocols: readonly string[]): string {
  // PostgreSQL's own form for a socket has no host: postgresql://user@/fanswer?host=FOLDER
  const whole = text.replace(/^(postgres(?:ql)?:\/\/[^/]*@)\//, "$1socket/");
  const protocol = URL.canParse(whole) ? new URL(whole).protocol : null;
  if (protocol !== null && protocols.includes(protocol)) return text;
  // The value is not repeated: an address of a database may hold a password.
  throw new StartupError(`${name} must be an address that begins with ${protocols.map((known) => `${known}//`).join(" or ")}.`);
}

/** The hosts of ALLOW_HOSTS, as calls are compared with them. */
function hostsOf(text: string): string[] {
  const entries = text.split(/[\s,;]+/).filter((entry) => entry !== "");
  return entries.map((entry) => {
    const host = allowedHost(entry);
    if (host !== null) return host;
    throw new StartupError(`ALLOW_HOSTS takes names and addresses, one by one, such as chat.internal,10.0.0.7; "${entry}" is neither.`);
  });
}

/** The flags, and what is to be done instead of serving. Throws StartupError for what is not known. */
function readArguments(args: readonly string[]): { flags: ReadonlySet<string>; task: ServerTask | null } {
  const given = new Set<string>();
  let task: ServerTask | null = null;
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? "";
    if (arg === "--backup" || arg === "--restore") {
      const file = args[++at];
      if (file === undefined || file.startsWith("--")) throw new StartupError(`${arg} needs a file.`);
      task = { name: arg === "--backup" ? "backup" : "restore", file: resolve(file) };
    } else if (arg === "--invite-admin") {
      const workspace = args[at + 1]?.startsWith("--") === false ? (args[++at] ?? null) : null;
      task = { name: "invite-admin", workspace, signsOut: args.includes(signOut) };
    } else if (arg === "--refit") task = { name: "refit" };
    else if (flags.includes(arg)) given.add(arg);
    else if (arg !== signOut || !args.includes("--invite-admin")) throw new StartupError(`"${arg}" is not known; --help lists what is.`);
  }
  return { flags: given, task };
}

type Env = Readonly<Record<string, string | undefined>>;

/** What the environment says. */
export type Environment = Omit<Config, "demo" | "json" | "task">;

/** Settings from the environment and the command line; throws StartupError with a sentence for the first bad one. */
export function readConfig(env: Env, args: readonly string[]): Config {
  const { flags: given, task } = readArguments(args);
  const settings = readSettings(env);
  if (task === null && settings.publicUrl === null) ownUrl(settings.host, settings.port);
  return { ...settings, demo: given.has("--demo"), json: given.has("--json"), task };
}

/** Settings from the environment alone; throws as `readConfig`. */
export function readSettings(env: Env): Environment {
  const set = (name: string) => env[name]?.trim() || null;
  const databaseUrl = set("DATABASE_URL");
  const publicUrl = set("PUBLIC_URL");
  const natsUrl = set("NATS_URL");
  const metricsPort = set("METRICS_PORT");
  const host = (set("HOST") ?? "127.0.0.1").replace(/^\[|\]$/g, "");
  const port = numberOf("PORT", set("PORT") ?? "8787", 65_535);
  if (/:\d+$/.test(host) && !isIPv6(host)) throw new StartupError(`HOST is an address without a port, not "${host}": PORT names that.`);
  return {
    port,
    host,
    dataDir: resolve(set("DATA_DIR") ?? ".data"),
    databaseUrl: databaseUrl && urlOf("DATABASE_URL", databaseUrl, ["postgresql:", "postgres:"]),
    natsUrl: natsUrl && urlOf("NATS_URL", natsUrl, ["nats:", "tls:", "ws:", "wss:"]),
    trustedProxies: numberOf("TRUSTED_PROXIES", set("TRUSTED_PROXIES") ?? "0", 10),
    metricsPort: metricsPort === null ? null : numberOf("METRICS_PORT", metricsPort, 65_535),
    publicUrl: publicUrl && readPublicUrl(publicUrl),
    allowedHosts: hostsOf(set("ALLOW_HOSTS") ?? ""),
    secretKey: set("SECRET_KEY"),
    secretKeyBefore: set("SECRET_KEY_BEFORE"),
  };
}
