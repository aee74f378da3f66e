import { waitingStatus } from "../../lib/schema/lifecycle.ts";
import { routes } from "../../lib/schema/triage.ts";
import { secondsPerPoint } from "../../lib/triage/priority.ts";

// What follows from the columns of a mention; the first two are written as its indexes have them: in any other words no index is used.

/** When it is whose turn: the earliest is next. */
export const turn = `((first_seen_at AT TIME ZONE 'UTC') - priority * interval '${secondsPerPoint} seconds')`;

/** The first five hexadecimal digits of the hash of the id: what devices ask by. */
export const bucket = String.raw`left(encode(sha256(decode(replace(mention_id, E'\\', E'\\\\'), 'escape')), 'hex'), 5)`;

/** What the mention `m` is while nobody has it. */
export const unheldStatus = `CASE m.route ${routes.map((route) => `WHEN '${route}' THEN '${waitingStatus(route)}'`).join(" ")} END`;
