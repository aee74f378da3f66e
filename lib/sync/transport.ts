import * as v from "valibot";
import { type ErrorCode, errorCodes, FanswerError } from "../schema/errors.ts";
import { oldestProtocol } from "../schema/wire.ts";

/** How long one request may take unless it says otherwise, in milliseconds. */
const usualMs = 15_000;

export interface PostRequest<S extends v.GenericSchema> {
  readonly url: string;
  readonly token: string | null;
  readonly body: unknown;
  readonly reply: S;
  readonly timeoutMs?: number;
}

/**
 * Posts JSON and gives the parsed reply. No answer in time is `server_unreachable`, one that is no Fanswer server's
 * `server_failed`, a refusal the code that the server names (`protocol_old` for one that is not known here); a server too old for us is
 * `protocol_new`.
 */
export async function post<S extends v.GenericSchema>(fetch: typeof globalThis.fetch, call: PostRequest<S>): Promise<v.InferOutput<S>> {
  const { ok, status, body } = await send(fetch, call);
  if (!ok) {
    throw new FanswerError(refusalOf(status, body));
  }
  const protocol = (body as { readonly protocol?: unknown } | null)?.protocol;
  if (typeof protocol === "number" && protocol < oldestProtocol) throw new FanswerError("protocol_new");
  const parsed = v.safeParse(call.reply, body);
  if (!parsed.success) throw new FanswerError("server_failed", v.getDotPath(parsed.issues[0]));
  return parsed.output;
}

/** Why a request was refused; a code that only a later server knows is one for a later extension. */
function refusalOf(status: number, body: unknown): ErrorCode {
  const refusal = v.safeParse(v.object({ error: v.object({ code: v.string() }) }), body);
  // A proxy in front of the server has bounds of its own, and words of its own.
  if (!refusal.success) return status === 413 ? "too_large" : "server_failed";
  return errorCodes.find((code) => code === refusal.output.error.code) ?? "protocol_old";
}

async function send(
  fetch: typeof globalThis.fetch,
  call: PostRequest<v.GenericSchema>,
): Promise<{ ok: boolean; status: number; body: unknown }> {
  try {
    const response = await fetch(call.url, {
      method: "POST",
      headers: { "content-type": "application/json", ...(call.token !== null && { authorization: `Bearer ${call.token}` }) },
      body: JSON.stringify(call.body),
      credentials: "omit",
      redirect: "error",
      cache: "no-store",
      signal: AbortSignal.timeout(call.timeoutMs ?? usualMs),
    });
    const text = await response.text();
    return { ok: response.ok, status: response.status, body: parseJson(text) };
  } catch (cause) {
    throw new FanswerError("server_unreachable", null, { cause });
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
