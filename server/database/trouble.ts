import { StartupError } from "../startup-error.ts";
import { DatabaseAway } from "../store/statement.ts";

/** What an operator can do about a refusal of the database, by SQLSTATE. */
const ways: Readonly<Record<string, string>> = {
  "08006": "a machine that holds a part of it does not answer; what was to be changed needs all of them",
  "25006": "it is read-only for this role, or a standby",
  "28000": "look at its pg_hba.conf and at the role's rights",
  "28P01": "look at the password in DATABASE_URL",
  "3D000": "make it first, with CREATE DATABASE ... ENCODING 'UTF8' TEMPLATE template0",
  "42501": "give the role that right, or make it the owner of what is there",
  "53100": "its disk is full",
  "53300": "it has no connection left for this role",
  "57P03": "it is starting or stopping; start again in a while",
};

/** What was thrown by the database, or on the way to it, while the server starts, as a StartupError; a fault of our own as it is. */
export function asStartupError(fault: unknown): unknown {
  const thrown = fault instanceof DatabaseAway ? fault.cause : fault;
  if (!(thrown instanceof Error) || thrown instanceof StartupError || thrown instanceof TypeError || thrown instanceof RangeError)
    return thrown;
  const code = "code" in thrown && typeof thrown.code === "string" ? thrown.code : "";
  const [said = ""] = thrown.message.split("\n");
  const way = ways[code];
  return new StartupError(`The database cannot be used: ${said || code || thrown.name}${way ? ` (${way})` : ""}.`, { cause: thrown });
}
