import { errorSentence } from "../../lib/schema/error-sentences.ts";
import { FanswerError } from "../../lib/schema/errors.ts";
import type { WireError } from "../../lib/schema/wire.ts";
import { errorFields, type Log } from "../log.ts";
import { isPassing, sqlState } from "../store/pool.ts";

/**
 * Whatever was thrown, as a device reads it; what is not ours goes to the log and nowhere else. `server_failed` says that the database is away and
 * it is worth while to ask again; a fault of ours is `internal`.
 */
export function toWireError(thrown: unknown, log: Log): WireError {
  if (thrown instanceof FanswerError) return wireError(thrown);
  // Class 22: the values have a form that PostgreSQL does not take, such as the year 0.
  if (sqlState(thrown).startsWith("22")) return wireError(new FanswerError("malformed"));
  log("error", "failed", errorFields(thrown));
  return wireError(new FanswerError(isPassing(thrown) ? "server_failed" : "internal"));
}

/** An error of ours, as a device reads it. */
export const wireError = (error: FanswerError): WireError => ({
  code: error.code,
  message: errorSentence(error),
  ...(error.again && { again: error.again.toISOString() }),
});
