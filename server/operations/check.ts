import * as v from "valibot";
import { FanswerError } from "../../lib/schema/errors.ts";
import { isOperationName, type OperationArgs, type OperationName, operations } from "../../lib/schema/operations.ts";
import { can } from "../../lib/schema/roles.ts";
import { Operation } from "../../lib/schema/wire.ts";
import type { SignedInDevice } from "../door.ts";
import type { Ask } from "./call.ts";

function check(device: SignedInDevice, raw: unknown): Ask | FanswerError {
  const operation = v.safeParse(Operation, raw);
  if (!operation.success) return new FanswerError("malformed", v.getDotPath(operation.issues[0]));
  const { id, name } = operation.output;
  if (!isOperationName(name)) return new FanswerError("unknown_operation");
  const { needs, args: schema } = operations[name];
  if (!can(device.member, needs)) return new FanswerError("forbidden");
  const args = v.safeParse(schema as v.GenericSchema<unknown, OperationArgs<OperationName>>, operation.output.args);
  if (!args.success) return new FanswerError("malformed", v.getDotPath(args.issues[0]));
  return { device, operationId: id.toLowerCase(), name, args: args.output };
}

/**
 * The one place where an operation's form and the right to it are checked. Gives why it is refused: `malformed`, `unknown_operation`,
 * `forbidden`; never throws, whatever was sent.
 */
export function checked(device: SignedInDevice, raw: unknown): Ask | FanswerError {
  try {
    return check(device, raw);
  } catch (cause) {
    return new FanswerError("malformed", null, { cause });
  }
}
