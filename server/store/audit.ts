import type { AuditLine } from "../../lib/schema/audit.ts";
import { iso } from "./mention-json.ts";
import { named, statement } from "./statement.ts";

/** The end of the chain of a workspace's log of decisions; nobody else adds to it until the transaction ends. The counter's own lock, which is the last of a transaction. */
export const lockChain = named<{ workspaceId: string }, { seq: number; hash: Buffer }>(
  "audit.lock",
  `SELECT audit_seq AS seq, audit_hash AS hash FROM workspaces WHERE workspace_id = $workspaceId FOR NO KEY UPDATE`,
);

/** Adds lines behind the end of the chain, which `moveChain` moves then. `folds`: see server/audit/chain.ts. A member of null is a rule or the help desk. */
export const linkLines = named<{
  workspaceId: string;
  at: Date;
  entries: readonly string[];
  members: readonly (string | null)[];
  actions: readonly string[];
  subjects: readonly string[];
  details: readonly string[];
  salts: readonly Buffer[];
  folds: readonly Buffer[];
}>(
  "audit.link",
  `INSERT INTO audit_log (workspace_id, at, entry_id, member_id, action, subject, detail, salt, base, seq, hash)
   SELECT w.workspace_id, $at, entry_id, member_id, action, subject, detail::json, salt, w.audit_seq, w.audit_seq + place,
     sha256(w.audit_hash || decode((w.audit_seq + place)::text, 'escape') || fold)
   FROM workspaces w, unnest($entries::text[], $members::text[], $actions::text[], $subjects::text[], $details::text[], $salts::bytea[], $folds::bytea[])
     WITH ORDINALITY AS given (entry_id, member_id, action, subject, detail, salt, fold, place)
   WHERE w.workspace_id = $workspaceId`,
);

/** Moves the end of the chain to the last of so many lines behind it. */
export const moveChain = named<{ workspaceId: string; count: number }>(
  "audit.move",
  `UPDATE workspaces w SET audit_seq = l.seq, audit_hash = l.hash FROM audit_log l
   WHERE w.workspace_id = $workspaceId AND l.workspace_id = $workspaceId AND l.seq = w.audit_seq + $count::integer`,
);

const instant = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** A line's own words. */
const words = `${instant("at")} AS at, entry_id AS "entryId", member_id AS member, action, subject, detail::text AS detail`;

export interface LooseLine {
  readonly at: string;
  readonly entryId: string;
  readonly member: string | null;
  readonly action: string;
  readonly subject: string;
  readonly detail: string;
}

/** Lines that are not part of the chain yet, oldest first. */
export const looseLines = named<{ workspaceId: string; most: number }, LooseLine>(
  "audit.loose",
  `SELECT ${words} FROM audit_log WHERE workspace_id = $workspaceId AND seq IS NULL ORDER BY audit_log.at, entry_id LIMIT $most`,
);

/** Takes such lines into the chain behind its end, as `linkLines` adds new ones. */
export const takeLinesIn = named<{
  workspaceId: string;
  ats: readonly string[];
  entries: readonly string[];
  salts: readonly Buffer[];
  folds: readonly Buffer[];
}>(
  "audit.take_in",
  `UPDATE audit_log l SET salt = given.salt, base = w.audit_seq, seq = w.audit_seq + given.place,
     hash = sha256(w.audit_hash || decode((w.audit_seq + given.place)::text, 'escape') || given.fold)
   FROM workspaces w, unnest($ats::timestamptz[], $entries::text[], $salts::bytea[], $folds::bytea[])
     WITH ORDINALITY AS given (at, entry_id, salt, fold, place)
   WHERE w.workspace_id = $workspaceId AND l.workspace_id = $workspaceId AND l.at = given.at AND l.entry_id = given.entry_id AND l.seq IS NULL`,
);

export interface StoredLine extends LooseLine {
  readonly salt: Buffer;
  readonly seq: number;
  readonly base: number;
  readonly hash: Buffer;
  readonly digest: Buffer | null;
}

/** Lines of the chain behind a place, in their order. */
export const linesAfter = named<{ workspaceId: string; after: number; most: number }, StoredLine>(
  "audit.lines",
  `SELECT ${words}, salt, seq, base, hash, digest FROM audit_log WHERE workspace_id = $workspaceId AND seq > $after ORDER BY seq LIMIT $most`,
);

/** Lines of the chain between two places, the latest first, that hold these words (in small letters; empty: any). */
export const auditPage = named<
  {
    workspaceId: string;
    begin: number;
    end: number;
    who: string;
    what: string;
    about: string;
    from: Date;
    to: Date;
    most: number;
  },
  { line: AuditLine }
>(
  "audit.page",
  `SELECT json_build_object('seq', l.seq, 'at', ${iso("l.at")}, 'who', CASE WHEN l.member_id IS NOT NULL THEN coalesce(p.name, '') END,
     'action', l.action, 'subject', l.subject, 'detail', left(l.detail::text, 10000), 'isErased', l.erasure IS NOT NULL) AS line
   FROM audit_log l LEFT JOIN members p ON p.workspace_id = $workspaceId AND p.member_id = l.member_id
   WHERE l.workspace_id = $workspaceId AND l.seq > $begin AND l.seq < $end AND l.at >= $from AND l.at < $to
     AND ($who = '' OR position($who IN lower(p.name)) > 0) AND position($what IN lower(l.action)) > 0
     AND ($about = '' OR position($about IN lower(l.subject)) > 0)
   ORDER BY l.seq DESC LIMIT $most`,
);

/** The end of the chain, without holding it. */
export const chainEnd = named<{ workspaceId: string }, { seq: number; hash: Buffer }>(
  "audit.end",
  "SELECT audit_seq AS seq, audit_hash AS hash FROM workspaces WHERE workspace_id = $workspaceId",
);

/** The place at which lines that were added together with the one at `seq` begin, with its hash. */
export const placeBefore = named<{ workspaceId: string; seq: number }, { seq: number; hash: Buffer }>(
  "audit.place_before",
  `SELECT b.seq, b.hash FROM audit_log l JOIN audit_log b ON b.workspace_id = $workspaceId AND b.seq = l.base
   WHERE l.workspace_id = $workspaceId AND l.seq = $seq::bigint`,
);

/** The place before the first line that is younger than `before`; none: all are older. */
export const placeToCut = named<{ workspaceId: string; before: Date }, { seq: number }>(
  "audit.place_to_cut",
  "SELECT base AS seq FROM audit_log WHERE workspace_id = $workspaceId AND seq IS NOT NULL AND at >= $before ORDER BY audit_log.seq LIMIT 1",
);

/** The hash at a place. */
export const hashOfPlace = named<{ workspaceId: string; seq: number }, { hash: Buffer }>(
  "audit.hash_of",
  "SELECT hash FROM audit_log WHERE workspace_id = $workspaceId AND seq = $seq::bigint",
);

interface AuditMark {
  readonly kind: "cut" | "head";
  readonly seq: number;
  readonly hash: Buffer;
  readonly signature: Buffer;
}

/** The places that the server signed. */
export const auditMarks = named<{ workspaceId: string }, AuditMark>(
  "audit.marks",
  "SELECT kind, seq, hash, signature FROM audit_marks WHERE workspace_id = $workspaceId",
);

export const putAuditMark = named<AuditMark & { workspaceId: string; at: Date }>(
  "audit.put_mark",
  `INSERT INTO audit_marks (workspace_id, kind, seq, hash, signature, at)
   SELECT w.workspace_id, $kind, $seq, $hash, $signature, $at FROM workspaces w WHERE w.workspace_id = $workspaceId
   ON CONFLICT (workspace_id, kind) DO UPDATE SET seq = excluded.seq, hash = excluded.hash, signature = excluded.signature, at = excluded.at`,
);

/** Lines of the chain that are about these posts, or merged one into them. */
export const linesAbout = named<{ workspaceId: string; subjects: readonly string[] }, StoredLine>(
  "audit.about",
  `SELECT ${words}, salt, seq, base, hash, digest FROM audit_log WHERE workspace_id = $workspaceId AND seq IS NOT NULL
     AND (subject = ANY ($subjects::text[]) OR action = 'mention.merge' AND detail ->> 'into' = ANY ($subjects::text[])) ORDER BY seq`,
);

/** Takes out of lines what they are about; only behind `allowAudit`. An entry's id may name the post as well. */
export const eraseAuditLines = named<{ workspaceId: string; number: string; places: readonly number[]; digests: readonly Buffer[] }>(
  "audit.erase",
  `UPDATE audit_log l SET entry_id = 'erased ' || l.seq, subject = '', detail = '{}', salt = '', digest = given.digest, erasure = $number
   FROM unnest($places::bigint[], $digests::bytea[]) AS given (seq, digest) WHERE l.workspace_id = $workspaceId AND l.seq = given.seq`,
);

/** Has a mark signed anew. */
export const signMark = named<{ workspaceId: string; kind: "cut" | "head"; signature: Buffer }>(
  "audit.sign_mark",
  "UPDATE audit_marks SET signature = $signature WHERE workspace_id = $workspaceId AND kind = $kind",
);

/** Deletes the lines up to a place; only behind `allowAudit`. */
export const cutLines = named<{ workspaceId: string; upTo: number }>(
  "audit.cut",
  "DELETE FROM audit_log WHERE workspace_id = $workspaceId AND seq <= $upTo",
);

/** Lets this transaction delete old lines (`cut`), or take words out of some (`erase`): everything else is refused by the database, see `keepAuditLog`. */
export const allowAudit = statement<["cut" | "erase"]>("audit.allow", "SELECT set_config('fanswer.audit', $1, true)");

/** One server at a time, until the transaction ends. */
export const lockGuard = statement<[]>("audit.lock_guard", "SELECT pg_advisory_xact_lock(7165512003)");

/** Whether the log is kept by the database itself. A database that spreads its tables has no triggers on them. */
export const auditGuard = statement<[], { is_kept: boolean; can_be: boolean }>(
  "audit.guard",
  `SELECT EXISTS (SELECT 1 FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
       WHERE c.relnamespace = quote_ident(current_schema())::regnamespace AND c.relname = 'audit_log' AND t.tgname = 'audit_log_is_kept') AS is_kept,
     to_regclass('audit_marks') IS NOT NULL AND NOT EXISTS (SELECT 1 FROM pg_extension WHERE extname = 'citus') AS can_be`,
);

/** Has the database refuse whatever changes or deletes lines of the log by oversight, but for what `allowAudit` says. */
export const keepAuditLog: readonly string[] = [
  `CREATE OR REPLACE FUNCTION keep_audit_log() RETURNS trigger LANGUAGE plpgsql AS $body$
   BEGIN
     IF TG_OP = 'DELETE' AND current_setting('fanswer.audit', true) = 'cut' THEN RETURN OLD; END IF;
     IF TG_OP = 'UPDATE' AND (OLD.seq IS NULL OR current_setting('fanswer.audit', true) = 'erase') THEN RETURN NEW; END IF;
     RAISE EXCEPTION 'lines of audit_log are added, and neither changed nor deleted' USING ERRCODE = '55000';
   END $body$`,
  "CREATE OR REPLACE TRIGGER audit_log_is_kept BEFORE UPDATE OR DELETE ON audit_log FOR EACH ROW EXECUTE FUNCTION keep_audit_log()",
];
