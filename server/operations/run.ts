import * as v from "valibot";
import { FanswerError } from "../../lib/schema/errors.ts";
import { isOperationName, type OperationArgs, type OperationName, operations } from "../../lib/schema/operations.ts";
import { Operation, type OperationOutcome } from "../../lib/schema/wire.ts";
import { transaction } from "../db.ts";
import type { Deps } from "../deps.ts";
import type { Device } from "../device.ts";
import { hashOf } from "../ids.ts";
import { addToAuditLog, beginOperation, finishOperation, storedOperation } from "../store/operations.ts";
import { all, first, one } from "../store/statement.ts";
import { toWireError } from "../wire-error.ts";
import { postReply, saveDraft } from "./answer.ts";
import { changeAnswering } from "./answering.ts";
import { auditEntry } from "./audit.ts";
import { type Call, type Handler, nextRevision } from "./call.ts";
import { heartbeat, next, release, renew, take } from "./claim.ts";
import { dismiss, reopen, route } from "./decide.ts";
import { createInvitation } from "./invitation.ts";
import { pushKeywords, putKeywordPart } from "./keywords.ts";
import { removeKnowledge, saveKnowledge } from "./knowledge.ts";
import { readModel, removeModel, setModel } from "./model.ts";
import { rejectSuggestion } from "./precedents.ts";
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
  "suggestion.reject": rejectSuggestion,
  "keywords.part": putKeywordPart,
  "keywords.push": pushKeywords,
  "knowledge.save": saveKnowledge,
  "knowledge.remove": removeKnowledge,
  "answering.set": changeAnswering,
  "model.read": readModel,
  "model.set": setModel,
  "model.remove": removeModel,
  "invitation.create": createInvitation,
};

/** What holds a secret, or what it answers: not even a hash of it is stored, and a repeat does the same again. */
const unstored: ReadonlySet<OperationName> = new Set(["model.read", "model.set", "invitation.create"]);

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

/** What was answered to an operation that took effect before. */
async function storedAnswer({ client, device, operationId }: Call, bodyHash: Buffer): Promise<unknown> {
  const { body_hash, result } = await one(client, storedOperation, device.workspaceId, device.id, operationId);
  if (!body_hash.equals(bodyHash)) throw new FanswerError("operation_reused");
  return result;
}

/** Does what is asked, in the transaction of `call`; stores the answer with it. */
async function perform(call: Call, { name, args }: Checked): Promise<unknown> {
  const { client, device, operationId, at } = call;
  const { workspaceId } = device;
  const isStored = !unstored.has(name);
  if (isStored) {
    const bodyHash = hashOf(JSON.stringify([name, args]));
    const begun = await first(client, beginOperation, workspaceId, device.id, operationId, bodyHash, at);
    if (begun === null) return storedAnswer(call, bodyHash);
  }
  // The table ties each name to its arguments; the compiler cannot follow that through a variable name.
  const result = await (handlers[name] as Handler<OperationName>)(call, args);
  const entry = auditEntry(name, args);
  if (entry)
    await all(client, addToAuditLog, workspaceId, at, operationId, device.member.id, name, entry.subject, JSON.stringify(entry.detail));
  if (isStored) await all(client, finishOperation, workspaceId, device.id, operationId, JSON.stringify(result));
  return result;
}

/** Runs one checked operation in a transaction: what it does and the answer to it are stored together, or neither. */
async function apply(deps: Deps, device: Device, checked: Checked): Promise<unknown> {
  const { workspaceId } = device;
  let moved = 0;
  const value = await transaction(deps.pool, (client) => {
    moved = 0;
    const raise = async () => {
      moved = await nextRevision(client, workspaceId);
      return moved;
    };
    return perform(
      { client, device, operationId: checked.id, at: deps.now(), publicUrl: deps.publicUrl(), models: deps.models, raise },
      checked,
    );
  });
  if (moved > 0) deps.wake.moved(workspaceId, moved);
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
