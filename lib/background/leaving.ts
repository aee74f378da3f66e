import { asFanswerError, type ErrorCode } from "../schema/errors.ts";
import { forgetEverything } from "../store/meta.ts";
import type { WorkerContext } from "./context.ts";

/** The server has nothing to end: it does not let this device in. */
const isOut: readonly ErrorCode[] = ["unauthorized", "signed_out", "member_removed"];
/** The server cannot be told now. Who signs out of a device wants it clean all the same. */
const isAway: readonly ErrorCode[] = ["server_unreachable", "server_failed", "internal", "member_paused"];

/**
 * Tells the server that the member leaves the community, or this device only, and forgets everything that is here. Throws what the server refuses it for, such as
 * `last_admin`, and, where the whole community is to be left, also that it could not be told: nothing is forgotten then.
 */
export async function leave({ ask, store }: WorkerContext, what: "community" | "device", operationId: string): Promise<void> {
  const told = what === "community" ? ask("member.leave", {}, operationId) : ask("device.sign_out", { deviceId: null }, operationId);
  await told.catch((thrown: unknown) => {
    const { code } = asFanswerError(thrown);
    if (!isOut.includes(code) && !(what === "device" && isAway.includes(code))) throw thrown;
  });
  await forgetEverything(store);
}
