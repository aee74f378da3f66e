import * as v from "valibot";
import { FanswerError } from "../../lib/schema/errors.ts";
import { isOperationName, type OperationArgs, type OperationName, operations } from "../../lib/schema/operations.ts";
import { Operation, type OperationOutcome } from "../../lib/schema/wire.ts";
import { RunAgain, transaction } from "../db.ts";
import type { Deps } from "../deps.ts";
import type { Device } from "../device.ts";
import { hashOf } from "../ids.ts";
import { addToAuditLog, storedOperation, storeOperation } from "../store/operations.ts";
import { all, first } from "../store/statement.ts";
import { toWireError } from "../wire-error.ts";
import { postReply, saveDraft } from "./answer.ts";
import { auditEntry } from "./audit.ts";
import { type Call, type Handler, nextRevision } from "./call.ts";
import { heartbeat, next, release, renew, take } from "./claim.ts";
import { dismiss, reopen, route } from "./decide.ts";
import { createInvitation } from "./invitation.ts";
import { pushKeywords } from "./keywords.ts";
import { report } from "./report.ts";

const handlers: { readonly [N in OperationName]: Handler<N> } = {
  "mention.report": report,
  "claim.take": take,
  "claim.next": next,
  "claim.heartbeat": heartbeat,
  "claim.renew": renew,
  "claim.release": release,
  "draft.save": saveDraft,
  "reply.posted": postReply,
  "mention.route": route,
  "mention.dismiss": dismiss,
  "mention.reopen": reopen,
  "keywords.push": pushKeywords,
  "invitation.create": createInvitation,
};

/** Whose answers hold a secret that is nowhere stored: a repeat makes the same thing again, with a new secret. */
const unstored: ReadonlySet<OperationName> = new Set(["invitation.create"]);

interface Checked {
  readonly id: string;
  readonly name: OperationName;
  readonly args: OperationArgs<OperationName>;
}

/** The one place where an operation's form and the right to it are checked. */
function check(device: Device, raw: unknown): Checked {
  const operation = v.safeParse(Operation, raw);
  if (!operation.success) throw new FanswerError("malformed", v.getDotPath(operation.issues[0]));
  const { id, name } = operation.output;
  if (!isOperationName(name)) throw new FanswerError("unknown_operation");
  const { roles, args: schema } = operations[name];
  if (!(roles as readonly string[]).includes(device.member.role)) throw new FanswerError("forbidden");
  const args = v.safeParse(schema as v.GenericSchema<unknown, OperationArgs<OperationName>>, operation.output.args);
  if (!args.success) throw new FanswerError("malformed", v.getDotPath(args.issues[0]));
  return { id, name, args: args.output };
}

/** Runs one checked operation: what it does and the answer to it are stored together, or neither. */
async function apply(deps: Deps, device: Device, { id, name, args }: Checked): Promise<unknown> {
  const { workspaceId } = device;
  const bodyHash = hashOf(JSON.stringify([name, args]));
  // The table ties each name to its arguments; the compiler cannot follow that through a variable name.
  const handle = handlers[name] as Handler<OperationName>;
  let revision = 0;
  const value = await transaction(deps.pool, async (client) => {
    revision = 0;
    const stored = await first(client, storedOperation, workspaceId, device.id, id);
    if (stored) {
      if (!stored.body_hash.equals(bodyHash)) throw new FanswerError("operation_reused");
      return stored.result;
    }
    const raise = async () => {
      revision = await nextRevision(client, workspaceId);
      return revision;
    };
    const call: Call = { client, device, operationId: id, at: deps.now(), publicUrl: deps.publicUrl(), raise };
    const result = await handle(call, args);
    const entry = auditEntry(name, args);
    if (entry)
      await all(client, addToAuditLog, workspaceId, call.at, id, device.member.id, name, entry.subject, JSON.stringify(entry.detail));
    if (unstored.has(name)) return result;
    const mine = await first(client, storeOperation, workspaceId, device.id, id, bodyHash, JSON.stringify(result), call.at);
    // The same operation came twice at once and the other one won: begin again and find its answer.
    if (mine === null) throw new RunAgain();
    return result;
  });
  if (revision > 0) deps.wake.moved(workspaceId, revision);
  return value;
}

const idOf = (raw: unknown): string =>
  typeof raw === "object" && raw !== null && "id" in raw && typeof raw.id === "string" ? raw.id.slice(0, 100) : "";

/** Runs one operation of a device and says how it went; never throws. A refused one has changed nothing and is not stored, so it may be sent again. */
export async function runOperation(deps: Deps, device: Device, raw: unknown): Promise<OperationOutcome> {
  try {
    const checked = check(device, raw);
    return { id: checked.id, ok: true, value: await apply(deps, device, checked) };
  } catch (thrown) {
    return { id: idOf(raw), ok: false, error: toWireError(thrown, deps.log) };
  }
}
