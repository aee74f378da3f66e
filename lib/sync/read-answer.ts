import * as v from "valibot";
import { errorCodes } from "../schema/errors.ts";
import { Presence } from "../schema/presence.ts";
import { Change, type OperationOutcome, OperationOutcome as Outcome, SyncResponse } from "../schema/wire.ts";

const Row = v.array(v.unknown());

/** A `SyncResponse` whose lists are not read yet: the server may be of another version. */
export const SyncEnvelope = v.object({
  ...v.omit(SyncResponse, ["results", "changes", "presence"]).entries,
  results: v.fallback(Row, []),
  changes: Row,
  presence: v.fallback(Row, []),
});

/** An answer without what this extension cannot read, and where that stood, such as `change mention status`. */
export interface ReadAnswer {
  readonly results: OperationOutcome[];
  readonly changes: Change[];
  readonly presence: Presence[];
  readonly unread: string[];
}

const Result = v.object({ id: v.string(), ok: v.boolean(), error: v.optional(v.object({ code: v.string() })) });
const Kind = v.object({ kind: v.pipe(v.string(), v.maxLength(40)) });

/** Where a value does not have its form; never what stands there. */
export function issuePlace(kind: string, issue: v.BaseIssue<unknown> | undefined): string {
  const path = issue === undefined ? null : v.getDotPath(issue);
  return path === null ? kind : `${kind} ${path.replace(/^value\./, "")}`.slice(0, 100);
}

/**
 * Reads the lists of a server's answer one by one: a server of another version may say what this extension does not know, and one such thing
 * must not stop the rest. An error code of a later server counts as `protocol_old`: its reason is one that an update would tell.
 */
export function readAnswer({
  results,
  changes,
  presence,
}: Pick<v.InferOutput<typeof SyncEnvelope>, "results" | "changes" | "presence">): ReadAnswer {
  const unread: string[] = [];
  const outcomeOf = (raw: unknown): OperationOutcome[] => {
    const whole = v.safeParse(Outcome, raw);
    if (whole.success) return [whole.output];
    const { output, success } = v.safeParse(Result, raw);
    const code = success ? (errorCodes.find((known) => known === output.error?.code) ?? "protocol_old") : "internal";
    unread.push(success && code === "protocol_old" ? "error code" : issuePlace("result", whole.issues[0]));
    if (!success) return [];
    const { id, ok } = output;
    return [ok ? { id, ok, value: undefined } : { id, ok, error: { code, message: "" } }];
  };
  const changeOf = (raw: unknown): Change[] => {
    const read = v.safeParse(Change, raw);
    if (read.success) return [read.output];
    unread.push(issuePlace(v.is(Kind, raw) ? `change ${raw.kind}` : "change", read.issues[0]));
    return [];
  };
  const presentOf = (raw: unknown): Presence[] => {
    const read = v.safeParse(Presence, raw);
    if (read.success) return [read.output];
    unread.push(issuePlace("presence", read.issues[0]));
    return [];
  };
  return { results: results.flatMap(outcomeOf), changes: changes.flatMap(changeOf), presence: presence.flatMap(presentOf), unread };
}
