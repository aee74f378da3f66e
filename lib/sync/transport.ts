import * as v from "valibot";
import { FanswerError } from "../schema/errors.ts";
import { ErrorBody, oldestProtocol } from "../schema/wire.ts";

/** How long one request may take unless it says otherwise, in milliseconds. */
const usualMs = 15_000;

export interface Call<S extends v.GenericSchema> {
  readonly url: string;
  readonly token: string | null;
  readonly body: unknown;
  readonly reply: S;
  readonly timeoutMs?: number;
}

/**
 * Posts JSON and gives the parsed reply. No answer in time is `server_unreachable`, one that is no Fanswer server's
 * `server_failed`, a refusal the code that the server names; a server too old for us is `protocol_new`.
 */
export async function post<S extends v.GenericSchema>(fetch: typeof globalThis.fetch, call: Call<S>): Promise<v.InferOutput<S>> {
  const { ok, body } = await send(fetch, call);
  if (!ok) {
    const refusal = v.safeParse(ErrorBody, body);
    throw new FanswerError(refusal.success ? refusal.output.error.code : "server_failed");
  }
  const protocol = (body as { readonly protocol?: unknown } | null)?.protocol;
  if (typeof protocol === "number" && protocol < oldestProtocol) throw new FanswerError("protocol_new");
  const parsed = v.safeParse(call.reply, body);
  if (!parsed.success) throw new FanswerError("server_failed", v.getDotPath(parsed.issues[0]));
  return parsed.output;
}

async function send(fetch: typeof globalThis.fetch, call: Call<v.GenericSchema>): Promise<{ ok: boolean; body: unknown }> {
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
    return { ok: response.ok, body: parseJson(text) };
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
