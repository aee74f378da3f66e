import { FanswerError } from "../../lib/schema/errors.ts";
import type { OperationResult } from "../../lib/schema/operations.ts";
import { mayCall } from "../models/complete.ts";
import { dropModel, languageModelOf, putModel } from "../store/language-models.ts";
import { all, first } from "../store/statement.ts";
import { setAnswering } from "../store/workspaces.ts";
import type { Handler, OperationCall } from "./call.ts";

/** A key that nobody can open any more is none. */
const openedKey = ({ models, workspaceId }: OperationCall, sealed: Buffer | null) => sealed && models.keys.open(sealed, workspaceId);

async function present(call: OperationCall): Promise<OperationResult<"model.read">> {
  const row = await first(call.client, languageModelOf, call.workspaceId);
  return row && { address: row.address, model: row.model, hasKey: openedKey(call, row.sealed_key) !== null };
}

async function tell({ client, device, raise }: OperationCall, machineDrafts: boolean): Promise<void> {
  await all(client, setAnswering, device.workspaceId, JSON.stringify({ machineDrafts }), await raise());
}

export const readLanguageModel: Handler<"model.read"> = present;

/** A key that is left out stays, but never goes along to another address. */
export const setModel: Handler<"model.set"> = async (call, { address, model, key }) => {
  const { client, device, at, models } = call;
  const { workspaceId } = device;
  if (!mayCall(address, models.allowedHosts)) throw new FanswerError("address_refused");
  const known = await first(client, languageModelOf, workspaceId);
  const kept = known?.address === address ? openedKey(call, known.sealed_key) : null;
  const wanted = key ?? kept;
  await all(client, putModel, workspaceId, address, model, wanted === null ? null : models.keys.seal(wanted, workspaceId), at);
  await tell(call, true);
  return present(call);
};

export const removeModel: Handler<"model.remove"> = async (call) => {
  await all(call.client, dropModel, call.device.workspaceId);
  await tell(call, false);
  return null;
};
